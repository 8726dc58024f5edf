package org.nabla.progress.mastery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Calibration.Outcome;
import org.nabla.progress.mastery.Difficulties.Observation;
import org.nabla.progress.mastery.SimulatedLearner.World;

/** Learners who study one after another, with the product's model looking on. */
final class Simulation {
    /** So many learners and answers in the long form; the short one takes seconds. */
    static final boolean LONG = Boolean.getBoolean("nabla.long");

    private static final int ANSWERS = 278;
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<SkillId> SKILLS = Curriculum.load().skills().stream()
            .map(skill -> skill.id())
            .limit(40)
            .toList();

    /** What the model said, what Bayesian knowledge tracing said, and the truth; and which skills were ever mastered. */
    record Run(List<Outcome> ours, List<Outcome> bkt, List<Outcome> truth, List<SkillId> mastered) {}

    /** Whether an answer is right. */
    interface Answers {
        boolean right(SimulatedLearner learner, int skill, int template, double day);
    }

    private final LearnerModel model = new LearnerModel(new SkillGraph(Curriculum.load(), Set.of()));
    private final World world;
    private final Answers answers;
    private final Difficulties difficulties = new Difficulties();

    Simulation(World world, Answers answers) {
        this.world = world;
        this.answers = answers;
    }

    static void report(String name, Calibration found) {
        say("%s: %d answers, log loss %.3f (constant %.3f), AUC %.3f, ECE %.3f"
                .formatted(
                        name,
                        found.answers(),
                        found.logLoss(),
                        found.constantLogLoss(),
                        found.auc(),
                        found.calibrationError()));
    }

    static void say(String line) {
        System.getLogger("simulation").log(System.Logger.Level.INFO, line);
    }

    /** Those of the first ones teach the model how hard things are; of the others it is noted what was said. */
    Run run(int first, int noted, long seed) {
        var run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var nowhere = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var chance = new SplittableRandom(seed);
        for (var i = 0; i < first + noted; i++) {
            study(chance.split(), i < first ? nowhere : run);
        }
        return run;
    }

    /** Ten answers a session, every other day or so; most in the three newest skills, some in older ones. */
    private void study(SplittableRandom chance, Run run) {
        var learner = new SimulatedLearner(world, chance.split());
        var traced = new double[world.skills];
        Arrays.fill(traced, .3);
        var mastered = new HashSet<SkillId>();
        var state = LearnerState.NEWCOMER;
        var day = 0.0;
        for (var i = 0; i < ANSWERS; i++) {
            day += i % 10 == 0 ? 1 + chance.nextInt(3) : .003;
            var newest = Math.min(world.skills - 1, i * world.skills / ANSWERS + 1);
            var skill = Math.max(0, chance.nextInt(10) < 7 ? newest - chance.nextInt(3) : chance.nextInt(newest + 1));
            var template = chance.nextInt(world.templates);
            var truth = learner.truth(skill, template, day);
            var right = answers.right(learner, skill, template, day);
            var answer = answer(i, day, skill, template, right);
            run.ours().add(new Outcome(model.prediction(state, answer), right));
            run.bkt().add(new Outcome(traced(traced[skill]), right));
            run.truth().add(new Outcome(truth, right));
            difficulties.learn(new Observation(
                    answer.skills(),
                    answer.template(),
                    0,
                    model.ability(state, answer),
                    answer.met().guess(),
                    right));
            traced[skill] = traced(traced[skill], right);
            state = answer.on(state, model);
            if (model.level(state, state.skill(SKILLS.get(skill)).orElseThrow()) == Level.MASTERED) {
                mastered.add(SKILLS.get(skill));
            }
        }
        run.mastered().addAll(mastered);
    }

    private Answer answer(int number, double day, int skill, int template, boolean right) {
        var skills = List.of(SKILLS.get(skill));
        var name = skill + "-" + template;
        return new Answer(
                START.plusMillis((long) (day * 86_400_000)),
                number,
                name,
                skills,
                difficulties.met(skills, name, 0, Mastery.TYPED_GUESS),
                right,
                true,
                false);
    }

    /** Bayesian knowledge tracing with its usual numbers: begin .3, learn .15, guess .1, slip .1. */
    private static double traced(double known) {
        return known * .9 + (1 - known) * .1;
    }

    private static double traced(double known, boolean right) {
        var posterior = right ? known * .9 / traced(known) : known * .1 / (1 - traced(known));
        return posterior + (1 - posterior) * .15;
    }
}

package org.nabla.practice.next;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.practice.next.Suggestion.Kind;
import org.nabla.progress.checkin.Placed;
import org.nabla.progress.learner.Trail;
import org.nabla.progress.learner.Trail.Seen;
import org.nabla.progress.learner.Trail.Step;
import org.nabla.progress.mastery.Answer;
import org.nabla.progress.mastery.Fading;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.Mastery;
import org.nabla.progress.mastery.MasteryView;
import org.nabla.progress.mastery.SkillGraph;
import org.nabla.progress.mastery.SkillState;

/** Somebody who practises day after day and takes whatever is suggested, with all that the product decides about it. */
final class Walker {
    static final Curriculum CURRICULUM = Curriculum.load();
    static final ExerciseCatalogue CATALOGUE = ExerciseCatalogue.load();
    private static final LearnerModel MODEL = new LearnerModel(new SkillGraph(CURRICULUM, narrow()));
    private static final NextWork WORK = new NextWork(CURRICULUM, CATALOGUE, MODEL);
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int PREPARED = 12;

    /** Whether an answer is right. */
    interface Answers {
        /** @param met how often an exercise of the skill was answered before */
        boolean right(SplittableRandom chance, SkillId skill, int met, boolean helped, int day);
    }

    /** An exercise, and what became of it. */
    record Taken(
            int day,
            SkillId skill,
            ExerciseId template,
            Seed seed,
            int level,
            Kind kind,
            boolean fresh,
            boolean helped,
            boolean right,
            boolean another,
            List<SkillId> before,
            long left) {
        boolean review() {
            return kind == Kind.REVIEW && !fresh;
        }
    }

    final List<Taken> taken = new ArrayList<>();
    private final long id;
    private final Answers answers;
    private final SplittableRandom chance;
    private final Placed placed;
    private LearnerState state = LearnerState.NEWCOMER;
    private final List<Step> steps = new ArrayList<>();
    private final Map<ExerciseId, Seen> seen = new HashMap<>();
    private final Map<ExerciseId, Set<Seed>> answered = new HashMap<>();
    private final Map<ExerciseId, Set<Seed>> ready = new HashMap<>();

    Walker(long id, Answers answers, Placed placed) {
        this.id = id;
        this.answers = answers;
        this.placed = placed;
        chance = new SplittableRandom(id);
    }

    private static Set<SkillId> narrow() {
        return CURRICULUM.skills().stream()
                .map(skill -> skill.id())
                .filter(skill -> CATALOGUE.bySkill(skill.value()).size() == 1)
                .collect(Collectors.toSet());
    }

    /** A day of practice; as many exercises as that. */
    void day(int day, int exercises) {
        var at = START.plus(Duration.ofDays(day));
        for (var i = 0; i < exercises; i++) {
            at = at.plusSeconds(75);
            take(day, at);
        }
    }

    private void take(int day, Instant at) {
        var situation = situation(at);
        var suggestions = WORK.suggest(situation, 3);
        var chosen = suggestions.get(0);
        var template = CATALOGUE.find(chosen.template()).orElseThrow();
        var skill = new SkillId(template.skills().get(0));
        var seed = variant(template);
        var met = CATALOGUE.all().stream()
                .filter(t -> t.skills().get(0).equals(skill.value()))
                .mapToInt(t -> seen.getOrDefault(t.id(), Seen.NEVER).answers())
                .sum();
        var fading = Fading.of(state, skill, template.level());
        var known = placed.known().contains(skill) && met == 0;
        var helped = fading != Fading.UNAIDED && !known && !chosen.alone();
        var right = answers.right(chance, skill, met, helped, day);
        var left = situation.track().skills().stream().filter(this::isLeft).count();
        remember(template, skill, at, right, helped);
        var before = WORK.before(CURRICULUM.skill(skill).orElseThrow(), situation(at.plusSeconds(1))).stream()
                .map(need -> need.id())
                .toList();
        taken.add(new Taken(
                day,
                skill,
                template.id(),
                seed,
                template.level(),
                chosen.kind(),
                met == 0,
                helped,
                right,
                suggestions.stream()
                        .skip(1)
                        .anyMatch(s -> !s.skill().id().equals(chosen.skill().id())),
                before,
                left));
    }

    /** Whether it can be practised, was not, and is not held to be known. */
    private boolean isLeft(SkillId skill) {
        var own = CATALOGUE.all().stream()
                .filter(t -> t.skills().get(0).equals(skill.value()))
                .toList();
        var counts = state.skill(skill).map(SkillState::counts);
        return !own.isEmpty()
                && own.stream().noneMatch(t -> seen.containsKey(t.id()))
                && !(placed.known().contains(skill)
                        && counts.map(c -> c.right() == c.answers()).orElse(true));
    }

    private void remember(ExerciseTemplate template, SkillId skill, Instant at, boolean right, boolean helped) {
        var skills = template.skills().stream().map(SkillId::new).toList();
        var met = new Answer.Met(
                skills.stream().map(s -> 0.0).toList(), Mastery.authorsGuess(template.level()), Mastery.TYPED_GUESS);
        var answer = new Answer(at, taken.size(), template.id().value(), skills, met, right, !helped, false);
        state = answer.on(state, MODEL);
        steps.add(0, new Step(template.id(), right, at));
        seen.merge(template.id(), Seen.NEVER.plus(right && !helped), (old, one) -> old.plus(right && !helped));
    }

    private Seed variant(ExerciseTemplate template) {
        var made = ready.computeIfAbsent(
                template.id(),
                t -> IntStream.range(0, PREPARED).mapToObj(Seed::new).collect(Collectors.toCollection(HashSet::new)));
        var done = answered.computeIfAbsent(template.id(), t -> new HashSet<>());
        var seed = new VariantOrder(id, template.id()).next(made, done);
        made.add(seed);
        done.add(seed);
        return seed;
    }

    private Situation situation(Instant now) {
        Map<SkillId, MasteryView> views = state.skills().keySet().stream()
                .collect(Collectors.toMap(skill -> skill, skill -> MasteryView.of(MODEL, state, skill, now)));
        return new Situation(
                state,
                views,
                placed,
                CURRICULUM.track("machine-learning").orElseThrow(),
                Set.of(),
                new Trail(steps.subList(0, Math.min(Trail.STEPS, steps.size())), seen),
                now);
    }

    /** Which skills can be practised, one needing the other. */
    static boolean needs(SkillId skill, SkillId other) {
        return new SkillGraph(CURRICULUM, Set.of()).below(skill).contains(other);
    }

    LearnerState state() {
        return state;
    }
}

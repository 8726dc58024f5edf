package org.nabla.progress.learner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.Attempt;
import org.nabla.progress.mastery.Answer;
import org.nabla.progress.mastery.Event;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.Skip;

/**
 * Learns from attempts. The state of a learner is a fold over the log of what they did, each answer with the difficulties it
 * met: so answers of other learners change nothing about it, no two learners wait for each other, and a replay rebuilds it
 * bit for bit.
 */
@ApplicationScoped
public class MasteryLog {
    private final LearnerStateRepository states;
    private final DifficultyRepository difficulties;
    private final LearnerModel model;
    private final Steps steps;
    private final Curriculum curriculum;

    MasteryLog(
            LearnerStateRepository states,
            DifficultyRepository difficulties,
            LearnerModel model,
            Steps steps,
            Curriculum curriculum) {
        this.states = states;
        this.difficulties = difficulties;
        this.model = model;
        this.steps = steps;
        this.curriculum = curriculum;
    }

    /** Takes in an attempt that was just written, if it says something. In the turn of its learner. */
    public void add(Attempt attempt, Exercise exercise, boolean placing) {
        var skills = skills(exercise);
        if (!attempt.first() || skills.isEmpty() || exercise.weight() == 0) {
            return;
        }
        var learner = new UserId(attempt.learnerId());
        var answer = new Answer(
                attempt.submittedAt(),
                attempt.exerciseId(),
                attempt.template().value(),
                skills,
                difficulties.met(exercise, skills),
                attempt.outcome() == Outcome.CORRECT,
                attempt.unaided(),
                placing,
                exercise.weight());
        var before = states.of(learner);
        states.add(new Evidence(attempt, answer, model.ability(before, answer), model.prediction(before, answer)));
        take(learner, before, answer);
    }

    /** Takes in what was skipped in the check-in and is in the log already. In the turn of its learner. */
    public void add(UserId learner, Skip skip) {
        take(learner, states.of(learner), skip);
    }

    private void take(UserId learner, LearnerState before, Event event) {
        if (before.precedes(event)) {
            var after = event.on(before, model);
            states.keep(learner, before, after);
            if (event instanceof Answer answer) {
                steps.note(learner, before, answer, after);
            }
        } else {
            rebuild(learner); // it overtook another answer on its way here
        }
    }

    /** Derives the state anew from the log. */
    public LearnerState rebuild(UserId learner) {
        var state = model.replay(states.log(learner));
        states.keep(learner, states.of(learner), state);
        return state;
    }

    /** Those that are in the curriculum. */
    private List<SkillId> skills(Exercise exercise) {
        return exercise.skills().stream()
                .flatMap(id -> curriculum.skill(id).stream())
                .map(Skill::id)
                .toList();
    }
}

package org.nabla.progress.learner;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.nabla.query.Foreseen;
import org.nabla.query.Select;
import org.nabla.query.Statements;
import org.nabla.query.Update;

/**
 * Learns from attempts. The state of a learner is a fold over the log of what they did, each answer with the difficulties it
 * met: so answers of other learners change nothing about it, no two learners wait for each other, and a replay rebuilds it
 * bit for bit.
 */
@Singleton
public class MasteryLog {
    private final LearnerStateRepository states;
    private final DifficultyRepository difficulties;
    private final LearnerModel model;
    private final Steps steps;
    private final Curriculum curriculum;
    private final Statements statements;

    MasteryLog(
            LearnerStateRepository states,
            DifficultyRepository difficulties,
            LearnerModel model,
            Steps steps,
            Curriculum curriculum,
            Statements statements) {
        this.states = states;
        this.difficulties = difficulties;
        this.model = model;
        this.steps = steps;
        this.curriculum = curriculum;
        this.statements = statements;
    }

    /** What was known when an attempt was made. @param met what it met */
    public record Before(LearnerState state, Answer.Met met) {}

    /** What {@link #before} asks the database. */
    public List<Select<?>> asked(UserId learner, Exercise exercise) {
        var skills = skills(exercise);
        return skills.isEmpty()
                ? List.of()
                : List.of(LearnerStateRepository.asked(learner), DifficultyRepository.asked(exercise, skills));
    }

    /** Of an exercise from which something can be learnt; in the turn of its learner. */
    public Optional<Before> before(UserId learner, Exercise exercise) {
        var skills = skills(exercise);
        return skills.isEmpty()
                ? Optional.empty()
                : Optional.of(new Before(states.of(learner), difficulties.met(exercise, skills)));
    }

    /**
     * Takes in an attempt, if it says something. In the turn of its learner.
     *
     * @param writing what is written with it, of which this becomes a part
     * @param foreseen what is read with that
     */
    public void add(
            Attempt attempt,
            Exercise exercise,
            boolean placing,
            Optional<Before> before,
            List<Update> writing,
            Foreseen foreseen) {
        if (!attempt.first() || before.isEmpty() || exercise.weight() == 0) {
            statements.update(writing, foreseen);
            return;
        }
        var learner = new UserId(attempt.learnerId());
        var state = before.get().state();
        var answer = new Answer(
                attempt.submittedAt(),
                attempt.exerciseId(),
                attempt.template().value(),
                skills(exercise),
                before.get().met(),
                attempt.outcome() == Outcome.CORRECT,
                attempt.unaided(),
                placing,
                exercise.weight());
        var all = new ArrayList<>(writing);
        all.add(new Evidence(attempt, answer, model.ability(state, answer), model.prediction(state, answer)).written());
        take(learner, state, answer, all, foreseen);
    }

    /** Takes in what was skipped in the check-in and is in the log already. In the turn of its learner. */
    public void add(UserId learner, Skip skip) {
        take(learner, states.of(learner), skip, List.of(), new Foreseen());
    }

    private void take(UserId learner, LearnerState before, Event event, List<Update> writing, Foreseen foreseen) {
        var all = new ArrayList<>(writing);
        if (before.precedes(event)) {
            var after = event.on(before, model);
            all.addAll(LearnerStateRepository.kept(learner, before, after));
            LearnerStateRepository.tell(learner, after, foreseen);
            statements.update(all, foreseen);
            if (event instanceof Answer answer) {
                steps.note(learner, before, answer, after);
            }
        } else {
            statements.update(all, foreseen);
            // It overtook another answer on its way here.
            LearnerStateRepository.tell(learner, rebuild(learner), foreseen);
        }
    }

    /** Derives the state anew from the log. */
    public LearnerState rebuild(UserId learner) {
        var state = model.replay(states.log(learner));
        statements.update(LearnerStateRepository.kept(learner, states.of(learner), state));
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

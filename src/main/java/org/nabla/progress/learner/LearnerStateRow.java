package org.nabla.progress.learner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.LearnerState.Last;
import org.nabla.progress.mastery.LearnerState.Sitting;
import org.nabla.progress.mastery.SkillState;

/** What is known of a learner in general, in the database. */
@Entity
@Table(name = "learner_state")
class LearnerStateRow {
    @Id
    private long learnerId;

    private double ability;
    private int answers;
    private int wrong;
    private Instant lastAt;
    private long lastExercise;
    private int sittingAnswers;
    private int sittingReviews;

    @SuppressWarnings("NullAway.Init")
    protected LearnerStateRow() {} // for Hibernate

    LearnerStateRow(UserId learner, LearnerState state) {
        learnerId = learner.value();
        var last = state.last().orElseThrow();
        lastAt = last.at();
        lastExercise = last.exercise();
        take(state);
    }

    final void take(LearnerState state) {
        var last = state.last().orElseThrow();
        ability = state.ability();
        answers = state.answers();
        wrong = state.wrong();
        lastAt = last.at();
        lastExercise = last.exercise();
        sittingAnswers = state.sitting().answers();
        sittingReviews = state.sitting().reviews();
    }

    LearnerState with(Map<SkillId, SkillState> skills) {
        return new LearnerState(
                ability,
                answers,
                wrong,
                Optional.of(new Last(lastAt, lastExercise)),
                new Sitting(sittingAnswers, sittingReviews),
                skills);
    }
}

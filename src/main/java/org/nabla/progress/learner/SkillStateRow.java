package org.nabla.progress.learner;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Card;
import org.nabla.progress.mastery.Fsrs.Memory;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.SkillState;
import org.nabla.progress.mastery.SkillState.Counts;
import org.nabla.progress.mastery.SkillState.Peak;
import org.nabla.progress.mastery.SkillState.Success;
import org.nabla.progress.mastery.SkillState.Variety;

/** What is known of a learner in one skill, in the database. */
@Entity
@Table(name = "skill_state")
@IdClass(SkillStateRow.Key.class)
class SkillStateRow {

    /** Whose, and which skill. */
    record Key(long learnerId, String skill) implements Serializable {}

    @Id
    private long learnerId;

    @Id
    private String skill;

    private double ability;
    private double difficulty;
    private int answeredRight;
    private int answeredWrong;
    private int aided;
    private int missesInRow;
    private String firstTemplate;
    private boolean severalTemplates;
    private @Nullable Instant firstSuccessAt;
    private boolean successLater;
    private @Nullable Instant lastAt;
    private @Nullable Double stability;
    private @Nullable Double memoryDifficulty;
    private @Nullable Instant reviewedAt;

    @Enumerated(EnumType.STRING)
    private Level peakLevel;

    private int peakSlips;
    private @Nullable Instant peakFirstSlipAt;
    private @Nullable Instant peakLastSlipAt;
    private int peakLearnerWrong;

    @SuppressWarnings("NullAway.Init")
    protected SkillStateRow() {} // for Hibernate

    SkillStateRow(UserId learner, SkillState state) {
        learnerId = learner.value();
        skill = state.skill().value();
        firstTemplate = state.variety().first();
        peakLevel = state.peak().level();
        take(state);
    }

    final void take(SkillState state) {
        ability = state.ability();
        difficulty = state.difficulty();
        answeredRight = state.counts().right();
        answeredWrong = state.counts().wrong();
        aided = state.counts().aided();
        missesInRow = state.counts().missesInRow();
        firstTemplate = state.variety().first();
        severalTemplates = state.variety().several();
        firstSuccessAt = state.success().first().orElse(null);
        successLater = state.success().onLaterDay();
        lastAt = state.lastAt().orElse(null);
        stability = state.card().map(card -> card.memory().stability()).orElse(null);
        memoryDifficulty = state.card().map(card -> card.memory().difficulty()).orElse(null);
        reviewedAt = state.card().map(Card::reviewed).orElse(null);
        peakLevel = state.peak().level();
        peakSlips = state.peak().slips();
        peakFirstSlipAt = state.peak().firstSlip().orElse(null);
        peakLastSlipAt = state.peak().lastSlip().orElse(null);
        peakLearnerWrong = state.peak().learnerWrong();
    }

    SkillId skill() {
        return new SkillId(skill);
    }

    SkillState state() {
        return new SkillState(
                skill(),
                ability,
                difficulty,
                new Counts(answeredRight, answeredWrong, aided, missesInRow),
                new Variety(firstTemplate, severalTemplates),
                new Success(Optional.ofNullable(firstSuccessAt), successLater),
                Optional.ofNullable(lastAt),
                card(),
                new Peak(
                        peakLevel,
                        peakSlips,
                        Optional.ofNullable(peakFirstSlipAt),
                        Optional.ofNullable(peakLastSlipAt),
                        peakLearnerWrong));
    }

    private Optional<Card> card() {
        return stability == null || memoryDifficulty == null || reviewedAt == null
                ? Optional.empty()
                : Optional.of(new Card(new Memory(stability, memoryDifficulty), reviewedAt));
    }
}

package org.nabla.practice.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.practice.answer.Entry;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.Manner;
import org.nabla.query.Select;

/** What an exercise is answered for: practice, or a feature above that has rules of its own. */
public interface Occasion extends Entry {

    /** The rules at this moment: asked again once an answer was kept. */
    DeskRules rules();

    /** Under which circumstances it is answered. */
    default Manner manner() {
        return rules().guidance().guides() ? Manner.GUIDED : Manner.ALONE;
    }

    /** Whether an answer may be judged before {@link #enter}, which then decides before anything is kept or told. */
    default boolean judgesFirst() {
        return false;
    }

    /** The attempt to show where the address names none. */
    default Optional<UUID> latest() {
        return Optional.empty();
    }

    /** What stands in the boxes without having been sent, by part; empty where nothing does. */
    default Map<String, String> drafted() {
        return Map.of();
    }

    /** The way on from an answer that is shown; where there is none, the links of the rules are. */
    default Optional<Turn> turn(UserId learner, GradedAttempt attempt) {
        return Optional.empty();
    }

    /** What {@link #turn} asks the database anyway, so that a page can ask it together with all else. */
    default List<Select<?>> asked(UserId learner) {
        return List.of();
    }

    /** What of {@link #asked} no answer changes that is kept. */
    default List<Select<?>> lasting(UserId learner) {
        return List.of();
    }

    /**
     * An answer was kept. Called in the transaction that writes it, so that both are written or neither; it may be told twice
     * of a form that arrives twice.
     */
    default void kept(UserId learner, GradedAttempt attempt) {}

    /** The same was answered before, where verdicts are told later. Called after {@link #kept}, in the same transaction. */
    default void repeated(UserId learner, GradedAttempt attempt) {}
}

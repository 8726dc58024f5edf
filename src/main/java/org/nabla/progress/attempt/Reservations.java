package org.nabla.progress.attempt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;

/**
 * Exercises that a learner has for something with stricter rules than practice, such as verdicts that are told later. Each
 * feature that has some is a bean of this type; practice leads to where they are answered.
 */
public interface Reservations {

    /** Where the learner answers this exercise; empty where they may practise it. */
    Optional<String> address(UserId learner, StoredExercise exercise);

    /** What this asks the database of a learner anyway, so that a page can ask it together with all else. */
    default List<Select<?>> asked(UserId learner) {
        return List.of();
    }

    /** The keys of the exercises of which the learner is not told yet what was right. */
    default Set<Long> untold(UserId learner) {
        return Set.of();
    }

    /** The keys of the exercises of which the learner gets nothing yet by which they could be made again elsewhere. */
    default Set<Long> secret(UserId learner) {
        return untold(learner);
    }

    /** Where a learner finds an exercise that is none of practice; empty where it has nothing to do with this feature. */
    default Optional<String> home(UserId learner, StoredExercise exercise) {
        return Optional.empty();
    }
}

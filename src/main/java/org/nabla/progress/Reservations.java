package org.nabla.progress;

import java.util.Optional;
import org.nabla.account.UserId;

/**
 * Exercises that a learner has for something with stricter rules than practice, such as verdicts that are told later. Each
 * feature that has some is a bean of this type; practice leads to where they are answered.
 */
public interface Reservations {

    /** Where the learner answers this exercise; empty where he may practise it. */
    Optional<String> address(UserId learner, StoredExercise exercise);
}

package org.nabla.exercise.template;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Place;

/** How an answer is confirmed by another route than the one that produced it, in doubles. */
public sealed interface Verification {

    Place place();

    /** Two sides agree: {@code answer ~ integrate(f, x, 0, 1)}, perhaps as a letter goes to a number, perhaps for each entry. */
    record Agrees(Formula left, Formula right, Optional<Approach> approach, Optional<Each> each, Place place)
            implements Verification {}

    /** A relation holds: {@code det(H) < 0}. */
    record Holds(Formula relation, Optional<Each> each, Place place) implements Verification {}

    /** For a choice: each option with a condition that holds when, and only when, it is the answer. */
    record ByOption(List<Case> cases, Place place) implements Verification {}

    /** One option and when it is right. */
    record Case(Prose option, Formula condition) {}

    /** No number can tell, as in a question about words; the sentence says why the answer is right. */
    record ByReason(String reason, Place place) implements Verification {}

    /** {@code for h -> 0}: the right side is followed to its limit. */
    record Approach(String letter, Formula target) {}

    /** {@code for r in S}: once for every entry. */
    record Each(String letter, Formula entries) {}
}

package org.nabla.exercise.template;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.nabla.exercise.Place;

/** How an answer is confirmed by another route than the one that produced it, in doubles. */
public sealed interface Verification {

    Place place();

    /** Hands this to the method for its kind. */
    <T> T to(Visitor<T> visitor);

    /** What is compared or must hold, and over what it goes; none of the conditions of options. */
    default List<Formula> formulas() {
        return List.of();
    }

    /** Whether it compares two sides of which this is true. */
    default boolean compares(BiPredicate<Formula, Formula> sides) {
        return false;
    }

    /** What does one thing with each kind. */
    interface Visitor<T> {
        T agrees(Agrees agrees);

        T holds(Holds holds);

        T byOption(ByOption byOption);

        T byReason(ByReason byReason);
    }

    /** Two sides agree: {@code answer ~ integrate(f, x, 0, 1)}, perhaps as a letter goes to a number, perhaps for each entry. */
    record Agrees(Formula left, Formula right, Optional<Approach> approach, Optional<Each> each, Place place)
            implements Verification {
        @Override
        public <T> T to(Visitor<T> visitor) {
            return visitor.agrees(this);
        }

        @Override
        public List<Formula> formulas() {
            return each.map(e -> List.of(left, right, e.entries())).orElseGet(() -> List.of(left, right));
        }

        @Override
        public boolean compares(BiPredicate<Formula, Formula> sides) {
            return sides.test(left, right);
        }
    }

    /** A relation holds: {@code det(H) < 0}. */
    record Holds(Formula relation, Optional<Each> each, Place place) implements Verification {
        @Override
        public <T> T to(Visitor<T> visitor) {
            return visitor.holds(this);
        }

        @Override
        public List<Formula> formulas() {
            return each.map(e -> List.of(relation, e.entries())).orElseGet(() -> List.of(relation));
        }
    }

    /** For a choice: each option with a condition that holds when, and only when, it is the answer. */
    record ByOption(List<Case> cases, Place place) implements Verification {
        @Override
        public <T> T to(Visitor<T> visitor) {
            return visitor.byOption(this);
        }
    }

    /** One option and when it is right. */
    record Case(Prose option, Formula condition) {}

    /** No number can tell, as in a question about words; the sentence says why the answer is right. */
    record ByReason(String reason, Place place) implements Verification {
        @Override
        public <T> T to(Visitor<T> visitor) {
            return visitor.byReason(this);
        }
    }

    /** {@code for h -> 0}: the right side is followed to its limit. */
    record Approach(String letter, Formula target) {}

    /** {@code for r in S}: once for every entry. */
    record Each(String letter, Formula entries) {}
}

package org.nabla.exercise.template;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What must hold for the drawn values. */
public sealed interface Condition {

    /** What it speaks of, in the order in which it is written. */
    List<Formula> formulas();

    /** Whether it holds, as far as these say of their kind. */
    boolean test(Predicate<Formula> relation, BiPredicate<Formula, Nature> nature);

    /** A relation between values, or several joined by {@code and}, {@code or}. */
    record Holds(Formula formula) implements Condition {

        @Override
        public boolean test(Predicate<Formula> relation, BiPredicate<Formula, Nature> nature) {
            return relation.test(formula);
        }

        @Override
        public List<Formula> formulas() {
            return List.of(formula);
        }
    }

    /** The value is a whole number, or a fraction. */
    record Is(Formula formula, Nature nature) implements Condition {

        @Override
        public boolean test(Predicate<Formula> relation, BiPredicate<Formula, Nature> natures) {
            return natures.test(formula, nature);
        }

        @Override
        public List<Formula> formulas() {
            return List.of(formula);
        }
    }

    /** Several, of which all or at least one must hold. */
    record Joined(List<Condition> conditions, boolean all) implements Condition {

        public Joined {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(Predicate<Formula> relation, BiPredicate<Formula, Nature> nature) {
            return all
                    ? conditions.stream().allMatch(c -> c.test(relation, nature))
                    : conditions.stream().anyMatch(c -> c.test(relation, nature));
        }

        @Override
        public List<Formula> formulas() {
            return conditions.stream().flatMap(c -> c.formulas().stream()).toList();
        }
    }

    /** What a value may be required to be. */
    enum Nature {
        INTEGER,
        RATIONAL
    }
}

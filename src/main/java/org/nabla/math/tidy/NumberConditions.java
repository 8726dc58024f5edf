package org.nabla.math.tidy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Relation;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rationals;
import org.nabla.math.value.Evaluator;

/** Whether a condition between numbers holds, as the seams of {@code piecewise} ask. */
public final class NumberConditions {
    /** Doubles tell two numbers apart that differ by more; nearer ones are told apart only where both are fractions. */
    private static final double MARGIN = 1e-9;

    private NumberConditions() {}

    /** Empty where it depends on a letter, or is too close to tell. */
    public static Optional<Boolean> truth(Expression condition) {
        return condition.accept(TRUTH);
    }

    private static final PartialVisitor<Optional<Boolean>> TRUTH = new PartialVisitor<>() {
        @Override
        public Optional<Boolean> otherwise(Expression e) {
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> and(And and) {
            return joined(and.conditions(), false);
        }

        @Override
        public Optional<Boolean> or(Or or) {
            return joined(or.conditions(), true);
        }

        @Override
        public Optional<Boolean> relation(Relation relation) {
            return relation.signs().size() == 1
                    ? truth(
                            relation.sides().get(0),
                            relation.signs().get(0),
                            relation.sides().get(1))
                    : joined(links(relation), false);
        }
    };

    private static List<Expression> links(Relation chain) {
        return IntStream.range(0, chain.signs().size())
                .<Expression>mapToObj(i -> new Relation(
                        chain.sides().get(i),
                        chain.signs().get(i),
                        chain.sides().get(i + 1)))
                .toList();
    }

    /** @param decisive the truth of one condition that settles them all: true for or, false for and */
    private static Optional<Boolean> joined(List<Expression> conditions, boolean decisive) {
        boolean open = false;
        for (var condition : conditions) {
            var truth = truth(condition);
            if (truth.isPresent() && truth.get() == decisive) {
                return truth;
            }
            open |= truth.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!decisive);
    }

    private static Optional<Boolean> truth(Expression left, Expression.Sign sign, Expression right) {
        var a = Rationals.of(left);
        var b = Rationals.of(right);
        if (a.isPresent() && b.isPresent()) {
            return Optional.of(holds(a.get().compareTo(b.get()), sign));
        }
        if (!isNumber(left) || !isNumber(right)) {
            return Optional.empty();
        }
        double x = Evaluator.of(left, List.of()).at();
        double y = Evaluator.of(right, List.of()).at();
        return Math.abs(x - y) > MARGIN * Math.max(1, Math.abs(x)) && Double.isFinite(x - y)
                ? Optional.of(holds(Double.compare(x, y), sign))
                : Optional.empty();
    }

    private static boolean isNumber(Expression e) {
        return e.isScalar() && !e.hasSymbol();
    }

    private static boolean holds(int comparison, Expression.Sign sign) {
        return switch (sign) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
        };
    }
}

package org.nabla.exercise.numeric;

import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.PartialVisitor;

/** A relation as what it compares with zero: the left side minus the right one. */
public final class Difference {
    private static final ExpressionVisitor<Optional<Expression>> SIDES = new PartialVisitor<>() {
        @Override
        public Optional<Expression> relation(Expression.Relation relation) {
            return relation.sides().size() == 2 ? Optional.of(minus(relation.sides())) : Optional.empty();
        }

        @Override
        public Optional<Expression> otherwise(Expression e) {
            return Optional.empty();
        }
    };

    private static final ExpressionVisitor<Boolean> EQUATION = new PartialVisitor<>() {
        @Override
        public Boolean relation(Expression.Relation relation) {
            return relation.signs().equals(List.of(Expression.Sign.EQUAL));
        }

        @Override
        public Boolean otherwise(Expression e) {
            return false;
        }
    };

    private Difference() {}

    private static Expression minus(List<Expression> sides) {
        return new Expression.Sum(List.of(sides.get(0), new Expression.Negation(sides.get(1))));
    }

    /** Empty for all but a relation of two sides, whatever its sign. */
    public static Optional<Expression> ofSides(Expression e) {
        return e.accept(SIDES);
    }

    /** Empty for all but an equation of two sides. */
    public static Optional<Expression> ofEquation(Expression e) {
        return e.accept(EQUATION) ? ofSides(e) : Optional.empty();
    }
}

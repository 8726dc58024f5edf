package org.nabla.exercise.numeric;

import java.util.Map;
import org.nabla.math.Expression;
import org.nabla.math.PartialVisitor;
import org.nabla.math.writing.TextWriter;

/** Whether a condition between values holds. Numbers are compared in doubles, anything with letters by its tidied form. */
public final class Truth {
    private static final double TOLERANCE = 1e-10;

    private Truth() {}

    public static boolean of(Expression condition) {
        return of(condition, Map.of());
    }

    public static boolean of(Expression condition, Map<String, Numeric> values) {
        return of(condition, values, TOLERANCE);
    }

    public static boolean of(Expression condition, Map<String, Numeric> values, double tolerance) {
        return condition.accept(new PartialVisitor<>() {
            @Override
            public Boolean and(Expression.And and) {
                return and.conditions().stream().allMatch(c -> of(c, values, tolerance));
            }

            @Override
            public Boolean or(Expression.Or or) {
                return or.conditions().stream().anyMatch(c -> of(c, values, tolerance));
            }

            @Override
            public Boolean relation(Expression.Relation relation) {
                return holds(relation, values, tolerance);
            }

            @Override
            public Boolean otherwise(Expression e) {
                throw new NumericException(TextWriter.write(e) + " is no condition");
            }
        });
    }

    private static boolean holds(Expression.Relation relation, Map<String, Numeric> values, double tolerance) {
        for (int i = 0; i < relation.signs().size(); i++) {
            if (!holds(
                    relation.sides().get(i),
                    relation.signs().get(i),
                    relation.sides().get(i + 1),
                    values,
                    tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(
            Expression left, Expression.Sign sign, Expression right, Map<String, Numeric> values, double tolerance) {
        boolean equality = sign == Expression.Sign.EQUAL || sign == Expression.Sign.NOT_EQUAL;
        if (equality && left.equals(right)) {
            return sign == Expression.Sign.EQUAL;
        }
        Numeric a;
        Numeric b;
        try {
            a = Numerics.value(left, values);
            b = Numerics.value(right, values);
        } catch (UnknownLetterException e) {
            if (equality) { // two functions in their tidied forms
                return sign == Expression.Sign.NOT_EQUAL;
            }
            throw e;
        }
        if (equality) {
            return a.agrees(b, tolerance) == (sign == Expression.Sign.EQUAL);
        }
        double difference = a.number() - b.number();
        double rounding = tolerance * Math.max(1, Math.abs(a.number()));
        return switch (sign) {
            case LESS -> difference < -rounding;
            case LESS_OR_EQUAL -> difference <= rounding;
            case GREATER -> difference > rounding;
            case GREATER_OR_EQUAL -> difference >= -rounding;
            case EQUAL, NOT_EQUAL -> throw new AssertionError(sign);
        };
    }
}

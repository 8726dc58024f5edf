package org.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;

/** Scalar expressions of x and y by chance, the same for the same seed; without π, since sin π is not 0 in doubles. */
public final class RandomTrees {

    public static final List<String> LETTERS = List.of("x", "y");

    private static final List<Function> SMOOTH = List.of(
            Function.SIN,
            Function.COS,
            Function.TAN,
            Function.EXP,
            Function.LN,
            Function.SQRT,
            Function.ARCTAN,
            Function.TANH,
            Function.SIGMOID,
            Function.CBRT,
            Function.ABS,
            Function.SINH,
            Function.SECH,
            Function.COTH,
            Function.ARCCOT,
            Function.ARSINH,
            Function.ERF,
            Function.SOFTPLUS);

    private final Random random;

    public RandomTrees(long seed) {
        this.random = new Random(seed);
    }

    public Expression next(int depth) {
        if (depth == 0 || random.nextInt(10) == 0) {
            return leaf();
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Sum(several(depth));
            case 2, 3 -> new Product(several(depth));
            case 4 -> new Quotient(next(depth - 1), next(depth - 1));
            case 5 -> new Power(next(depth - 1), exponent());
            case 6 -> new Negation(next(depth - 1));
            default -> new Call(SMOOTH.get(random.nextInt(SMOOTH.size())), next(depth - 1));
        };
    }

    private List<Expression> several(int depth) {
        var parts = new ArrayList<Expression>();
        for (var i = 0; i < 2 + random.nextInt(2); i++) {
            parts.add(next(depth - 1));
        }
        return parts;
    }

    private Expression exponent() {
        return switch (random.nextInt(8)) {
            case 0 -> new Quotient(numeral(1), numeral(2));
            case 1 -> new Quotient(numeral(3), numeral(2));
            case 2 -> new Quotient(numeral(2), numeral(3));
            case 3 -> new Negation(numeral(1 + random.nextInt(2)));
            default -> numeral(random.nextInt(4));
        };
    }

    private Expression leaf() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> new Symbol("x");
            case 2, 3 -> new Symbol("y");
            case 4 -> random.nextInt(3) == 0 ? Constant.E : numeral(1);
            default -> numeral(random.nextInt(7));
        };
    }

    private static Numeral numeral(long value) {
        return new Numeral(Rational.of(value));
    }
}

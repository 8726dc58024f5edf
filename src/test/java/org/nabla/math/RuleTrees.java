package org.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;

/**
 * Trees in which rewriting rules meet: the few sums of one tree come again and again, turned round in sign, under roots, below
 * lines, as arguments and nested in one another. The same for the same seed.
 */
public final class RuleTrees {

    private static final List<Function> OF_ANYTHING = List.of(
            Function.SIN,
            Function.COS,
            Function.TAN,
            Function.EXP,
            Function.ARCTAN,
            Function.TANH,
            Function.SIGMOID,
            Function.CBRT,
            Function.ABS,
            Function.SINH,
            Function.COSH,
            Function.SECH,
            Function.COTH,
            Function.SEC,
            Function.CSC,
            Function.COT,
            Function.ARCCOT,
            Function.ARSINH,
            Function.RELU,
            Function.SOFTPLUS,
            Function.SIGN);

    private static final List<Function> OF_SOME =
            List.of(Function.LN, Function.SQRT, Function.ARCSIN, Function.ARCCOS, Function.ARTANH, Function.ARCOSH);

    private final Random random;
    private List<Expression> sums = List.of();

    public RuleTrees(long seed) {
        random = new Random(seed);
    }

    /** The domains of x and y, so that also what holds for positive letters only is tried. */
    public Map<String, Domain> domains() {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("x", Domain.POSITIVE, "y", Domain.REAL);
            case 1 -> Map.of("x", Domain.REAL, "y", Domain.NONNEGATIVE);
            default -> Map.of("x", Domain.REAL, "y", Domain.REAL);
        };
    }

    public Expression next(int depth) {
        sums = List.of(sum(), sum());
        return tree(depth);
    }

    /** Sums, products and powers of waves alone. */
    public Expression ofAngles() {
        return switch (random.nextInt(4)) {
            case 0 -> new Product(several(this::angle));
            case 1 -> new Sum(several(() -> signed(new Product(List.of(angle(), angle())))));
            case 2 -> new Sum(List.of(angle(), signed(new Power(angle(), numeral(2)))));
            default -> angle();
        };
    }

    private Expression tree(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? turned() : leaf();
        }
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Sum(several(() -> signed(tree(depth - 1))));
            case 2, 3, 4 -> new Product(several(() -> random.nextBoolean() ? power() : tree(depth - 1)));
            case 5, 6 -> new Quotient(tree(depth - 1), random.nextBoolean() ? power() : tree(depth - 1));
            case 7 -> new Power(tree(depth - 1), exponent());
            case 8 -> new Negation(tree(depth - 1));
            case 9 -> angle();
            case 10 -> new Call(OF_SOME.get(random.nextInt(OF_SOME.size())), tree(depth - 1));
            default -> new Call(OF_ANYTHING.get(random.nextInt(OF_ANYTHING.size())), tree(depth - 1));
        };
    }

    /** A power of a sum that occurs elsewhere as well, perhaps with its sign turned round. */
    private Expression power() {
        var sum = turned();
        return switch (random.nextInt(4)) {
            case 0 -> new Call(Function.SQRT, sum);
            case 1 -> sum;
            default -> new Power(sum, exponent());
        };
    }

    private Expression turned() {
        var sum = sums.get(random.nextInt(sums.size()));
        return switch (random.nextInt(3)) {
            case 0 ->
                new Sum(((Sum) sum)
                        .terms().stream()
                                .map(term -> term instanceof Negation n ? n.argument() : new Negation(term))
                                .toList());
            case 1 -> sum;
            default -> new Negation(sum);
        };
    }

    private Expression sum() {
        var terms = new ArrayList<Expression>();
        terms.add(random.nextBoolean() ? letter() : numeral(1 + random.nextInt(5)));
        terms.add(signed(random.nextBoolean() ? new Power(letter(), numeral(2)) : letter()));
        if (random.nextInt(3) == 0) {
            terms.add(signed(new Product(List.of(numeral(2 + random.nextInt(3)), letter()))));
        }
        return new Sum(terms);
    }

    /** A wave of an angle that has exact values, or that the laws of addition take apart. */
    private Expression angle() {
        var part = new Quotient(
                new Product(List.of(numeral(random.nextInt(13)), Constant.PI)), numeral(1 + random.nextInt(12)));
        var argument = switch (random.nextInt(4)) {
            case 0 -> part;
            case 1 -> new Sum(List.of(letter(), signed(part)));
            case 2 -> new Product(List.of(numeral(1 + random.nextInt(4)), letter()));
            default -> new Sum(List.of(signed(letter()), letter()));
        };
        var wave = List.of(Function.SIN, Function.COS, Function.TAN).get(random.nextInt(3));
        var call = new Call(wave, argument);
        return random.nextInt(3) == 0 ? new Power(call, numeral(1 + random.nextInt(4))) : call;
    }

    private Expression exponent() {
        return switch (random.nextInt(9)) {
            case 0 -> new Quotient(numeral(1), numeral(2));
            case 1 -> new Quotient(numeral(3), numeral(2));
            case 2 -> new Negation(new Quotient(numeral(1), numeral(2)));
            case 3 -> new Quotient(numeral(1 + random.nextInt(4)), numeral(3));
            case 4 -> new Negation(new Quotient(numeral(3), numeral(2)));
            case 5 -> new Negation(numeral(1 + random.nextInt(3)));
            case 6 -> new Quotient(numeral(1 + random.nextInt(3)), numeral(4));
            default -> numeral(random.nextInt(5));
        };
    }

    private Expression signed(Expression term) {
        return random.nextBoolean() ? new Negation(term) : term;
    }

    private List<Expression> several(Supplier<Expression> one) {
        return Stream.generate(one).limit(2 + random.nextInt(2)).toList();
    }

    private Expression leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> numeral(random.nextInt(8));
            case 1 -> new Quotient(numeral(1 + random.nextInt(5)), numeral(1 + random.nextInt(6)));
            case 2 -> random.nextInt(3) == 0 ? Constant.E : random.nextInt(3) == 0 ? Constant.PI : numeral(2);
            default -> letter();
        };
    }

    private Symbol letter() {
        return new Symbol(random.nextBoolean() ? "x" : "y");
    }

    private static Numeral numeral(long value) {
        return new Numeral(Rational.of(value));
    }
}

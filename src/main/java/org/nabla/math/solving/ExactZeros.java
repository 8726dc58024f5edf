package org.nabla.math.solving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.equivalence.ExactSign;
import org.nabla.math.exact.Scalars;
import org.nabla.math.exact.UnivariatePolynomial;
import org.nabla.math.tidy.Tidy;

/**
 * The real zeros of a function of one variable in exact form, found by undoing one operation after the other: what is under a
 * logarithm, a root, a power or bars, and the roots of polynomials.
 */
public final class ExactZeros {

    private static final Expression ZERO = Rationals.write(0);

    /**
     * What is found.
     *
     * @param numbers every zero that has such a form; there may be some that are none, as when squaring
     * @param complete whether these are all
     */
    public record Found(List<Expression> numbers, boolean complete) {

        static final Found NOTHING = new Found(List.of(), true);
        static final Found TOO_HARD = new Found(List.of(), false);

        public Found {
            numbers = List.copyOf(numbers);
        }

        static Found of(Expression... numbers) {
            return new Found(List.of(numbers), true);
        }

        Found and(Found other) {
            var all = new ArrayList<>(numbers);
            other.numbers.stream().filter(n -> !all.contains(n)).forEach(all::add);
            return new Found(all, complete && other.complete);
        }
    }

    private final String variable;

    private ExactZeros(String variable) {
        this.variable = variable;
    }

    /** Where the function is zero; nothing where it does not contain the variable. */
    public static Found of(Expression function, String variable) {
        try {
            return new ExactZeros(variable).solve(Tidy.tidy(function), ZERO);
        } catch (ArithmeticException | UndifferentiableException noNumber) {
            return Found.TOO_HARD;
        }
    }

    private boolean isFree(Expression e) {
        return !e.mentions(variable);
    }

    /** Where the expression takes a value. */
    private Found solve(Expression e, Expression value) {
        return isFree(e) ? Found.NOTHING : e.accept(new Where(value));
    }

    private final class Where implements PartialVisitor<Found> {
        private final Expression value;

        Where(Expression value) {
            this.value = value;
        }

        @Override
        public Found otherwise(Expression e) {
            return Found.TOO_HARD;
        }

        @Override
        public Found symbol(Symbol symbol) {
            return Found.of(value);
        }

        @Override
        public Found negation(Negation negation) {
            return solve(negation.argument(), Scalars.negate(value));
        }

        @Override
        public Found sum(Sum sum) {
            return ofSum(sum, value);
        }

        @Override
        public Found product(Product product) {
            return ofProduct(product, value);
        }

        @Override
        public Found quotient(Quotient quotient) {
            return ofQuotient(quotient, value);
        }

        @Override
        public Found power(Power power) {
            return ofPower(power, value);
        }

        @Override
        public Found call(Call call) {
            return call.arguments().size() == 1
                    ? ofCall(call.function(), call.arguments().get(0), value)
                    : Found.TOO_HARD;
        }
    }

    private Found ofSum(Sum sum, Expression value) {
        var moving = sum.terms().stream().filter(term -> !isFree(term)).toList();
        var rest = new ArrayList<Expression>(List.of(value));
        sum.terms().stream().filter(this::isFree).forEach(term -> rest.add(new Negation(term)));
        return moving.size() == 1
                ? solve(moving.get(0), Scalars.tidy(new Sum(rest)))
                : ofPolynomial(difference(sum, value));
    }

    private static Expression difference(Expression a, Expression b) {
        return Scalars.tidy(new Sum(List.of(a, new Negation(b))));
    }

    private static boolean isZero(Expression number) {
        return ExactSign.of(number) == ExactSign.ZERO;
    }

    private Found ofPolynomial(Expression e) {
        var roots = UnivariatePolynomial.of(e, variable).flatMap(UnivariatePolynomial::realRoots);
        if (roots.isPresent()) {
            return new Found(roots.get().stream().distinct().toList(), true);
        }
        var slope = Derivative.of(e, variable);
        var curvature = Derivative.of(slope, variable);
        return isFree(curvature) ? ofQuadratic(curvature, at(slope), at(e)) : Found.TOO_HARD;
    }

    private Expression at(Expression e) {
        return Tidy.tidy(Substitution.replace(e, Map.of(variable, ZERO)));
    }

    /** The zeros of a x²/2 + b x + c with numbers of any sort. */
    private static Found ofQuadratic(Expression a, Expression b, Expression c) {
        if (isZero(a)) {
            return isZero(b) ? Found.NOTHING : Found.of(Scalars.tidy(new Quotient(new Negation(c), b)));
        }
        var discriminant = difference(new Power(b, Rationals.write(2)), new Product(List.of(Rationals.write(2), a, c)));
        if (ExactSign.of(discriminant) == ExactSign.NEGATIVE) {
            return Found.NOTHING;
        }
        var root = new Call(Function.SQRT, discriminant);
        return Found.of(
                Scalars.tidy(new Quotient(difference(new Negation(b), root), a)),
                Scalars.tidy(new Quotient(difference(root, b), a)));
    }

    private Found ofProduct(Product product, Expression value) {
        var moving = product.factors().stream().filter(f -> !isFree(f)).toList();
        if (isZero(value)) {
            return moving.stream().map(factor -> solve(factor, ZERO)).reduce(Found.NOTHING, Found::and);
        }
        if (moving.size() > 1) {
            return ofPolynomial(difference(product, value));
        }
        var target = value;
        for (var factor : product.factors()) {
            target = isFree(factor) ? Scalars.tidy(new Quotient(target, factor)) : target;
        }
        return solve(moving.get(0), target);
    }

    private Found ofQuotient(Quotient quotient, Expression value) {
        var above = quotient.numerator();
        var below = quotient.denominator();
        if (isZero(value)) {
            return solve(above, ZERO);
        } else if (isFree(below)) {
            return solve(above, Scalars.tidy(new Product(List.of(value, below))));
        } else if (isFree(above)) {
            return solve(below, Scalars.tidy(new Quotient(above, value)));
        }
        return ofPolynomial(difference(above, new Product(List.of(value, below))));
    }

    private Found ofPower(Power power, Expression value) {
        var exponent = Rationals.of(power.exponent());
        if (exponent.isPresent()) {
            return isFree(power.base()) ? Found.NOTHING : ofPower(power.base(), exponent.get(), value);
        }
        if (!isFree(power.base())) {
            return Found.TOO_HARD;
        }
        var sign = ExactSign.of(value);
        if (sign == ExactSign.ZERO || sign == ExactSign.NEGATIVE) {
            return Found.NOTHING;
        }
        var logarithm = new Call(Function.LN, value);
        return solve(
                power.exponent(),
                Scalars.tidy(
                        power.base() == Constant.E
                                ? logarithm
                                : new Quotient(logarithm, new Call(Function.LN, power.base()))));
    }

    private Found ofPower(Expression base, Rational exponent, Expression value) {
        var sign = ExactSign.of(value);
        if (exponent.signum() < 0) {
            return sign == ExactSign.ZERO
                    ? Found.NOTHING
                    : ofPower(base, exponent.negate(), Scalars.tidy(new Quotient(Rationals.write(1), value)));
        }
        if (sign == ExactSign.ZERO) {
            return solve(base, ZERO);
        }
        var isEven = !exponent.numerator().testBit(0);
        var isEvenRoot = !exponent.denominator().testBit(0);
        if (sign == ExactSign.NEGATIVE && (isEven || isEvenRoot)) {
            return Found.NOTHING;
        }
        var found = root(value, exponent, sign);
        return found.map(r -> {
                    var one = solve(base, r);
                    return isEven ? one.and(solve(base, Scalars.negate(r))) : one;
                })
                .orElse(Found.TOO_HARD);
    }

    /** What has that value to the power of the exponent, with the sign of the value. */
    private static Optional<Expression> root(Expression value, Rational exponent, ExactSign sign) {
        var size = sign == ExactSign.NEGATIVE ? Scalars.negate(value) : value;
        if (sign == ExactSign.UNDEFINED || sign == ExactSign.UNKNOWN) {
            return Optional.empty();
        }
        var root = Tidy.tidy(new Power(size, Rationals.write(exponent.inverse())));
        return Optional.of(sign == ExactSign.NEGATIVE ? Scalars.negate(root) : root);
    }

    private Found ofCall(Function function, Expression argument, Expression value) {
        var isNegative = ExactSign.of(value) == ExactSign.NEGATIVE;
        return switch (function) {
            case EXP -> ofPower(new Power(Constant.E, argument), value);
            case LN, LOG -> solve(argument, Tidy.tidy(new Power(Constant.E, value)));
            case SQRT -> ofPower(argument, Rational.of(1, 2), value);
            case CBRT -> ofPower(argument, Rational.of(1, 3), value);
            case ABS -> isNegative ? Found.NOTHING : solve(argument, value).and(solve(argument, Scalars.negate(value)));
            case RELU -> isNegative ? Found.NOTHING : solve(argument, value);
            case SIGN -> solve(argument, ZERO);
            default -> Found.TOO_HARD;
        };
    }
}

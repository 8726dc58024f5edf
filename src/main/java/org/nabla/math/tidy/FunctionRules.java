package org.nabla.math.tidy;

import static org.nabla.math.Function.ABS;
import static org.nabla.math.Function.ARCCOS;
import static org.nabla.math.Function.ARCCSC;
import static org.nabla.math.Function.ARCOSH;
import static org.nabla.math.Function.ARCOTH;
import static org.nabla.math.Function.ARCSCH;
import static org.nabla.math.Function.ARCSIN;
import static org.nabla.math.Function.ARCTAN;
import static org.nabla.math.Function.ARSINH;
import static org.nabla.math.Function.ARTANH;
import static org.nabla.math.Function.CBRT;
import static org.nabla.math.Function.COS;
import static org.nabla.math.Function.COSH;
import static org.nabla.math.Function.COT;
import static org.nabla.math.Function.COTH;
import static org.nabla.math.Function.CSC;
import static org.nabla.math.Function.CSCH;
import static org.nabla.math.Function.ERF;
import static org.nabla.math.Function.SEC;
import static org.nabla.math.Function.SECH;
import static org.nabla.math.Function.SIGN;
import static org.nabla.math.Function.SIN;
import static org.nabla.math.Function.SINH;
import static org.nabla.math.Function.TAN;
import static org.nabla.math.Function.TANH;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** What the built-in functions of tidy arguments are: known values, symmetry, inverses. */
final class FunctionRules {

    private static final Set<Function> ODD = Set.of(
            SIN, TAN, CSC, COT, ARCSIN, ARCTAN, SINH, TANH, ARSINH, ARTANH, ERF, SIGN, CBRT, CSCH, COTH, ARCCSC, ARCSCH,
            ARCOTH);
    private static final Set<Function> EVEN = Set.of(COS, SEC, COSH, SECH, ABS);
    private static final Set<Function> ZERO_AT_ZERO =
            Set.of(SIN, TAN, ARCSIN, ARCTAN, SINH, TANH, ARSINH, ARTANH, ERF, SIGN, CBRT, ABS);

    /** f(g(u)) = u wherever g(u) is defined. */
    private static final Map<Function, Function> INVERSES = new EnumMap<>(Map.of(
            SIN, ARCSIN, COS, ARCCOS, TAN, ARCTAN, SINH, ARSINH, COSH, ARCOSH, TANH, ARTANH, ARSINH, SINH, ARTANH,
            TANH));

    private final Normaliser normaliser;
    private final ExactAngles angles;
    private final NumberRules numbers = new NumberRules();

    FunctionRules(Normaliser normaliser) {
        this.normaliser = normaliser;
        this.angles = new ExactAngles(normaliser);
    }

    Expression apply(Function function, List<Expression> arguments) {
        if (arguments.size() == 1) {
            return apply(function, arguments.get(0));
        }
        return switch (function) {
            case LOG -> logarithm(arguments.get(0), arguments.get(1));
            case ROOT -> root(arguments.get(0), arguments.get(1));
            case MIN, MAX -> numbers.extreme(function, arguments);
            case PIECEWISE -> numbers.piecewise(arguments);
            case ATAN2 -> angles.ofPoint(arguments.get(1), arguments.get(0)).orElse(new Call(function, arguments));
            default -> new Call(function, arguments);
        };
    }

    private Expression apply(Function function, Expression argument) {
        var value = Rationals.of(argument);
        if (value.filter(Rational::isZero).isPresent()) {
            return atZero(function);
        }
        if (argument instanceof Call inner && inner.function() == INVERSES.get(function)) {
            return inner.arguments().get(0);
        }
        return switch (function) {
            case EXP -> normaliser.power(Constant.E, argument);
            case SQRT -> normaliser.power(argument, Rationals.write(Rational.of(1, 2)));
            case MIN, MAX -> argument;
            case LN, LOG -> naturalLogarithm(function, argument);
            case ABS -> absolute(argument, value);
            case SIN, COS, TAN, SEC, CSC, COT ->
                angles.function(function, argument).orElseGet(() -> symmetric(function, argument));
            case ARCSIN, ARCCOS, ARCTAN ->
                angles.inverse(function, argument).orElseGet(() -> symmetric(function, argument));
            case CBRT -> cubeRoot(argument, value);
            case SIGN, FLOOR, CEILING, RELU, FACTORIAL ->
                value.flatMap(v -> numbers.value(function, v)).orElseGet(() -> symmetric(function, argument));
            default -> symmetric(function, argument);
        };
    }

    private Expression atZero(Function function) {
        if (ZERO_AT_ZERO.contains(function)) {
            return Rationals.write(0);
        }
        return switch (function) {
            case SQRT, RELU, FLOOR, CEILING, MIN, MAX -> Rationals.write(0);
            case COS, SEC, EXP, COSH, SECH, FACTORIAL -> Rationals.write(1);
            case SIGMOID -> Rationals.write(Rational.of(1, 2));
            case SOFTPLUS -> new Call(Function.LN, Rationals.write(2));
            case ARCCOS, ARCCOT -> angles.right();
            default -> new Call(function, Rationals.write(0));
        };
    }

    private Expression symmetric(Function function, Expression argument) {
        if (Normaliser.isNegative(argument)) {
            if (ODD.contains(function)) {
                return normaliser.negate(normaliser.call(function, normaliser.negate(argument)));
            } else if (EVEN.contains(function)) {
                return normaliser.call(function, normaliser.negate(argument));
            }
        }
        return new Call(function, argument);
    }

    private Expression absolute(Expression argument, Optional<Rational> value) {
        if (value.isPresent()) {
            return Rationals.write(value.get().abs());
        } else if (normaliser.isNonnegative(argument)) {
            return argument;
        }
        var m = normaliser.monomial(argument);
        var outside = new MonomialBuilder(normaliser)
                .times(Rationals.write(m.coefficient().abs()));
        var inside = new MonomialBuilder(normaliser);
        m.powers().forEach((base, exponent) -> {
            var known = normaliser.isNonnegative(new Power(base, exponent))
                    || Rationals.of(exponent)
                            .filter(r -> !r.denominator().testBit(0))
                            .isPresent();
            (known ? outside : inside).times(base, exponent);
        });
        var rest = inside.build();
        if (rest.isNumber()) {
            return MonomialWriter.write(outside.build());
        }
        var written = MonomialWriter.write(rest);
        var magnitude = new Call(ABS, Normaliser.isNegative(written) ? normaliser.negate(written) : written);
        return MonomialWriter.write(outside.times(magnitude).build());
    }

    private Expression naturalLogarithm(Function function, Expression argument) {
        if (argument == Constant.E) {
            return Rationals.write(1);
        } else if (argument instanceof Power power && power.base() == Constant.E) {
            return power.exponent();
        }
        var value = Rationals.of(argument);
        if (value.isPresent() && value.get().signum() > 0) {
            return ofNumber(function, value.get());
        } else if (argument instanceof Call) {
            var m = normaliser.monomial(argument);
            if (m.coefficient().isOne() && m.powers().size() == 1 && m.powers().firstKey() instanceof Numeral prime) {
                return normaliser.product(List.of(m.exponent(prime), ofNumber(function, prime.value())));
            }
        }
        return new Call(function, argument);
    }

    /** ln 8 = 3 ln 2, ln(1/2) = −ln 2; ln(3/2) stays. */
    private Expression ofNumber(Function function, Rational value) {
        if (value.isOne()) {
            return Rationals.write(0);
        } else if (value.numerator().equals(BigInteger.ONE)) {
            return normaliser.negate(ofNumber(function, value.inverse()));
        }
        var degree = 0;
        for (var number : List.of(value.numerator(), value.denominator())) {
            for (int power : Rationals.factors(number).values()) {
                degree = BigInteger.valueOf(degree)
                        .gcd(BigInteger.valueOf(power))
                        .intValueExact();
            }
        }
        if (degree <= 1) {
            return new Call(function, Rationals.write(value));
        }
        var base = Rationals.of(normaliser.power(Rationals.write(value), Rationals.write(Rational.of(1, degree))));
        return base.<Expression>map(b -> normaliser.product(
                        List.of(Rationals.write(degreeOf(value, b)), new Call(function, Rationals.write(b)))))
                .orElse(new Call(function, Rationals.write(value)));
    }

    private static long degreeOf(Rational value, Rational base) {
        var degree = 1;
        for (var power = base; !power.equals(value); power = power.times(base)) {
            degree++;
        }
        return degree;
    }

    private Expression logarithm(Expression argument, Expression base) {
        if (base == Constant.E) {
            return normaliser.call(Function.LN, argument);
        } else if (argument.equals(base)) {
            return Rationals.write(1);
        } else if (argument instanceof Power power && power.base().equals(base) && normaliser.isPositive(base)) {
            return power.exponent();
        }
        var value = Rationals.of(argument);
        return value.filter(Rational::isOne).isPresent()
                ? Rationals.write(0)
                : numbers.logarithm(value, Rationals.of(base)).orElse(new Call(Function.LOG, argument, base));
    }

    private Expression cubeRoot(Expression argument, Optional<Rational> value) {
        if (value.filter(v -> v.signum() > 0).isPresent()) {
            return normaliser.power(argument, Rationals.write(Rational.of(1, 3)));
        } else if (argument instanceof Power power
                && Rationals.of(power.exponent())
                        .filter(r -> r.dividedBy(Rational.of(3)).isInteger())
                        .isPresent()) {
            return normaliser.power(power.base(), normaliser.quotient(power.exponent(), Rationals.write(3)));
        }
        return symmetric(CBRT, argument);
    }

    private Expression root(Expression argument, Expression degree) {
        var n = Rationals.of(degree).filter(d -> Rationals.isSmall(d) && d.signum() > 0);
        var value = Rationals.of(argument);
        if (n.isEmpty()) {
            return new Call(Function.ROOT, argument, degree);
        } else if (n.get().isOne()) {
            return argument;
        } else if (n.get().equals(Rational.of(3))) {
            return normaliser.call(CBRT, argument);
        } else if (value.filter(v -> v.signum() >= 0).isPresent() || n.get().equals(Rational.of(2))) {
            return normaliser.power(argument, Rationals.write(n.get().inverse()));
        } else if (Normaliser.isNegative(argument) && !Rationals.isEvenInteger(n.get())) {
            return normaliser.negate(root(normaliser.negate(argument), degree));
        }
        return new Call(Function.ROOT, argument, degree);
    }
}

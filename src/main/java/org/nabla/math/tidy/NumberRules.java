package org.nabla.math.tidy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** The functions that look at a number itself: its size, its sign, its whole part. */
final class NumberRules {

    private static final Rational LARGEST_FACTORIAL = Rational.of(200);

    Optional<Expression> value(Function function, Rational v) {
        return switch (function) {
            case SIGN -> Optional.of(Rationals.write(v.signum()));
            case RELU -> Optional.of(Rationals.write(v.signum() > 0 ? v : Rational.ZERO));
            case FLOOR -> Optional.of(Rationals.write(Rational.of(Rationals.floor(v))));
            case CEILING ->
                Optional.of(
                        Rationals.write(Rational.of(Rationals.floor(v.negate())).negate()));
            case FACTORIAL ->
                v.isInteger() && v.signum() >= 0 && v.compareTo(LARGEST_FACTORIAL) <= 0
                        ? Optional.of(Rationals.whole(factorial(v.numerator().intValueExact())))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static BigInteger factorial(int n) {
        var product = BigInteger.ONE;
        for (var i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }

    /** Of several numbers the extreme one, of equal arguments one. */
    Expression extreme(Function function, List<Expression> arguments) {
        Optional<Rational> extreme = Optional.empty();
        var others = new LinkedHashSet<Expression>();
        for (var argument : arguments) {
            var value = Rationals.of(argument);
            if (value.isEmpty()) {
                others.add(argument);
            } else if (extreme.isEmpty() || (value.get().compareTo(extreme.get()) > 0) == (function == Function.MAX)) {
                extreme = value;
            }
        }
        var rest = new ArrayList<Expression>();
        extreme.ifPresent(value -> rest.add(Rationals.write(value)));
        rest.addAll(others);
        return rest.size() == 1 ? rest.get(0) : new Call(function, rest);
    }

    /** Leaves out the cases that never hold, and all that follow one that always holds. */
    Expression piecewise(List<Expression> arguments) {
        var kept = new ArrayList<Expression>();
        for (var i = 0; i + 1 < arguments.size(); i += 2) {
            var condition = NumberConditions.truth(arguments.get(i + 1));
            if (condition.isEmpty()) {
                kept.addAll(arguments.subList(i, i + 2));
            } else if (condition.get()) {
                kept.add(arguments.get(i));
                return kept.size() == 1 ? kept.get(0) : new Call(Function.PIECEWISE, kept);
            }
        }
        if (arguments.size() % 2 == 1) {
            kept.add(arguments.get(arguments.size() - 1));
        }
        return kept.size() == 1 ? kept.get(0) : new Call(Function.PIECEWISE, kept);
    }

    /** The logarithm of one number to the base of another, where it is a fraction: log₄ 8 = 3/2. */
    Optional<Expression> logarithm(Optional<Rational> value, Optional<Rational> base) {
        if (value.isEmpty()
                || base.isEmpty()
                || value.get().signum() <= 0
                || base.get().signum() <= 0) {
            return Optional.empty();
        }
        var exponent = Optional.<Rational>empty();
        var primes = new java.util.TreeMap<BigInteger, Rational[]>();
        collect(primes, value.get(), 0);
        collect(primes, base.get(), 1);
        for (var powers : primes.values()) {
            if (powers[1].isZero()) {
                return Optional.empty();
            }
            var ratio = powers[0].dividedBy(powers[1]);
            if (exponent.filter(e -> !e.equals(ratio)).isPresent()) {
                return Optional.empty();
            }
            exponent = Optional.of(ratio);
        }
        return exponent.map(Rationals::write);
    }

    private static void collect(java.util.Map<BigInteger, Rational[]> primes, Rational value, int index) {
        Rationals.factors(value.numerator()).forEach((p, k) -> add(primes, p, index, k));
        Rationals.factors(value.denominator()).forEach((p, k) -> add(primes, p, index, -k));
    }

    private static void add(java.util.Map<BigInteger, Rational[]> primes, BigInteger prime, int index, int power) {
        var powers = primes.computeIfAbsent(prime, p -> new Rational[] {Rational.ZERO, Rational.ZERO});
        powers[index] = powers[index].plus(Rational.of(power));
    }
}

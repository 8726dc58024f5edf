package org.nabla.math.tidy;

import static org.nabla.math.Function.COS;
import static org.nabla.math.Function.COSH;
import static org.nabla.math.Function.SIN;
import static org.nabla.math.Function.SINH;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** What makes a sum shorter beyond like terms: sin² + cos² = 1, logarithms of numbers, products in which terms cancel. */
final class Cancellation {

    private static final Rational TWO = Rational.of(2);

    private final Normaliser normaliser;
    private final Expansion expansion;

    Cancellation(Normaliser normaliser) {
        this.normaliser = normaliser;
        this.expansion = new Expansion(normaliser);
    }

    /** @param terms unlike terms, none of them 0 */
    List<Monomial> apply(List<Monomial> terms) {
        if (terms.size() < 2) {
            return terms;
        }
        var shorter = squares(terms, SIN, COS, false)
                .or(() -> squares(terms, COSH, SINH, true))
                .or(() -> logarithms(terms))
                .or(() -> expansion.whereTermsCancel(terms));
        return shorter.map(this::apply).orElse(terms);
    }

    /** a sin² u + a cos² u = a, and the same for a cosh² u − a sinh² u; a may have more powers of both. */
    private Optional<List<Monomial>> squares(List<Monomial> terms, Function first, Function second, boolean opposite) {
        for (var term : terms) {
            for (var base : term.powers().keySet()) {
                if (base.isCallOf(first) && isAtLeastSquare(term, base)) {
                    var rest = new MonomialBuilder(normaliser)
                            .times(term)
                            .times(base, Rationals.write(-2))
                            .build();
                    var partner = new MonomialBuilder(normaliser)
                            .times(rest)
                            .times(new Call(second, base.children()), Rationals.write(2))
                            .times(Rationals.write(opposite ? -1 : 1))
                            .build();
                    if (find(terms, partner).isPresent()) {
                        var sum = new SumBuilder(normaliser);
                        terms.stream()
                                .filter(t -> t != term && !t.equals(partner))
                                .forEach(sum::add);
                        return Optional.of(sum.add(rest).build());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAtLeastSquare(Monomial term, Expression base) {
        return Rationals.of(term.exponent(base))
                .filter(r -> r.isInteger() && r.compareTo(TWO) >= 0)
                .isPresent();
    }

    private static Optional<Monomial> find(List<Monomial> terms, Monomial wanted) {
        return terms.stream().filter(wanted::equals).findFirst();
    }

    /** ln 6 − ln 3 = ln 2: into logarithms of primes, where these are fewer. */
    private Optional<List<Monomial>> logarithms(List<Monomial> terms) {
        for (var function : List.of(Function.LN, Function.LOG)) {
            var logarithms = terms.stream()
                    .filter(term -> argument(term, function).isPresent())
                    .toList();
            if (logarithms.size() > 1) {
                var primes = new TreeMap<BigInteger, Rational>();
                for (var term : logarithms) {
                    var argument = argument(term, function).orElseThrow();
                    Rationals.factors(argument.numerator())
                            .forEach((p, k) -> add(primes, p, term.coefficient().times(Rational.of(k))));
                    Rationals.factors(argument.denominator())
                            .forEach((p, k) -> add(primes, p, term.coefficient().times(Rational.of(-k))));
                }
                primes.values().removeIf(Rational::isZero);
                if (primes.size() < logarithms.size()) {
                    var shorter = new ArrayList<>(terms);
                    shorter.removeAll(logarithms);
                    primes.forEach((p, c) -> shorter.add(normaliser
                            .monomial(new Call(function, Rationals.whole(p)))
                            .times(c)));
                    return Optional.of(shorter);
                }
            }
        }
        return Optional.empty();
    }

    private static void add(TreeMap<BigInteger, Rational> primes, BigInteger prime, Rational c) {
        primes.merge(prime, c, Rational::plus);
    }

    /** The number of which this term is the logarithm, times a number. */
    private static Optional<Rational> argument(Monomial term, Function function) {
        return term.powers().size() == 1
                        && term.powers().firstKey().isCallOf(function)
                        && Normaliser.isNaturalLogarithm(term.powers().firstKey())
                        && term.has(term.powers().firstKey(), Rational.ONE)
                ? Rationals.of(term.powers().firstKey().children().get(0)).filter(value -> value.signum() > 0)
                : Optional.empty();
    }
}

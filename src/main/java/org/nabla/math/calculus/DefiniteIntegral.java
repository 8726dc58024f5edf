package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Substitution;
import org.nabla.math.exact.Scalars;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;
import org.nabla.math.value.Quadrature;

/** An integral between bounds, which may contain other letters: its value from an antiderivative, and the same by numbers. */
public final class DefiniteIntegral {

    private static final double TOLERANCE = 1e-6;
    private static final int TRIALS = 60;
    private static final int ENOUGH = 3;

    private final Expression integrand;
    private final String letter;
    private final Expression lower;
    private final Expression upper;
    private final Map<String, Domain> domains;
    private final List<String> parameters;

    public DefiniteIntegral(
            Expression integrand, String letter, Expression lower, Expression upper, Map<String, Domain> domains) {
        this.integrand = integrand;
        this.letter = letter;
        this.lower = lower;
        this.upper = upper;
        this.domains = domains;
        var names = integrand.symbols();
        names.remove(letter);
        names.addAll(lower.symbols());
        names.addAll(upper.symbols());
        this.parameters = List.copyOf(names);
    }

    /** F(upper) − F(lower), by limits where a bound is infinite or F has no value there. */
    public Optional<Expression> between(Expression antiderivative) {
        var top = end(antiderivative, upper);
        var bottom = end(antiderivative, lower);
        return top.isPresent() && bottom.isPresent()
                ? Optional.of(Scalars.minus(Tidy.tidy(top.get(), domains), Tidy.tidy(bottom.get(), domains)))
                        .map(value -> Tidy.tidy(value, domains))
                : Optional.empty();
    }

    private Optional<Expression> end(Expression antiderivative, Expression bound) {
        if (!bound.isInfinite()) {
            var value = Tidy.tidy(Substitution.replace(antiderivative, Map.of(letter, bound)), domains);
            if (value.hasSymbol()
                    || Double.isFinite(Evaluator.of(value, List.of()).at())) {
                return Optional.of(value);
            }
        }
        var limit = new Limit(antiderivative, letter, domains);
        return bound.equals(lower) && !bound.isInfinite() ? limit.fromAbove(bound) : limit.fromBelow(bound);
    }

    /** Whether numbers alone say that there is no value; never said where the bounds or the integrand have other letters. */
    public boolean diverges() {
        return parameters.isEmpty() && numeric(new double[0]).isEmpty();
    }

    public boolean isConfirmed(Expression value) {
        if (value.mentions(letter)) {
            return false;
        }
        var symbolic = Evaluator.of(value, parameters);
        var trials = new Trials(parameters, domains);
        var confirmed = 0;
        for (var i = 0; i < TRIALS && confirmed < ENOUGH; i++) {
            var point = trials.next();
            var expected = numeric(point);
            var found = symbolic.at(point);
            if (expected.isPresent() && Double.isFinite(found)) {
                if (!Trials.isClose(expected.getAsDouble(), found, TOLERANCE)) {
                    return false;
                }
                confirmed++;
            }
        }
        return confirmed >= (parameters.isEmpty() ? 1 : ENOUGH);
    }

    private OptionalDouble numeric(double[] point) {
        var names = new ArrayList<>(parameters);
        names.add(letter);
        var f = Evaluator.of(integrand, names);
        var values = java.util.Arrays.copyOf(point, names.size());
        var a = bound(lower, point);
        var b = bound(upper, point);
        return Quadrature.integrate(
                x -> {
                    values[names.size() - 1] = x;
                    return f.at(values);
                },
                a,
                b);
    }

    private double bound(Expression bound, double[] point) {
        if (bound.isInfinite()) {
            return bound == Constant.INFINITY ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return Evaluator.of(bound, parameters).at(point);
    }
}

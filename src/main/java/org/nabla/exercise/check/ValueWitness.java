package org.nabla.exercise.check;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.nabla.exercise.generator.NameScope;
import org.nabla.exercise.numeric.Letters;
import org.nabla.exercise.numeric.Numeric;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.Cas;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.Function;

/** Holds one derived value against what its formula gives by another route. */
final class ValueWitness {
    /** Of what numbers show: a difference quotient of the third order has not many digits more. */
    private static final double TOLERANCE = 1e-5;

    private static final int POINTS = 4;

    /** What the other route says. */
    enum Saying {
        AGREES,
        DISAGREES,
        OPEN
    }

    private final Map<String, Domain> domains;
    private final Cas cas;
    private final Duration budget;

    ValueWitness(Map<String, Domain> domains, Cas cas, Duration budget) {
        this.domains = domains;
        this.cas = cas;
        this.budget = budget;
    }

    Saying say(NameScope.Derived derived) {
        if (derived.formula() instanceof Expression.Call call && call.function() == Function.SOLVE) {
            return solutions(call, derived.value());
        }
        try {
            return derived.formula() instanceof Expression.Call call && isAntiderivative(call)
                    ? numbers(
                            call.arguments().get(0),
                            new Expression.Call(
                                    Function.DIFF,
                                    derived.value(),
                                    call.arguments().get(1)))
                    : numbers(picked(derived.formula()), derived.value());
        } catch (NumericException e) {
            return Saying.OPEN;
        }
    }

    private static boolean isAntiderivative(Expression.Call call) {
        return call.function() == Function.INTEGRATE && call.arguments().size() == 2;
    }

    /** Of a list from which one entry is picked, the others need have no value, and need not be of the same kind. */
    private static Expression picked(Expression e) {
        var parts = e.map(ValueWitness::picked);
        if (parts instanceof Expression.Call call
                && call.function() == Function.ENTRY
                && call.arguments().size() == 2
                && ExpressionSort.of(call.arguments().get(0)) == ExpressionSort.LIST
                && call.arguments().get(1) instanceof Expression.Numeral index) {
            int i = index.value().numerator().intValueExact();
            var entries = call.arguments().get(0).children();
            return i >= 1 && i <= entries.size() ? entries.get(i - 1) : parts;
        }
        return parts;
    }

    /** One point that agrees is little, one that differs is enough; where one side has no value the point says nothing. */
    private Saying numbers(Expression formula, Expression value) {
        var letters = new LinkedHashSet<>(Letters.free(formula));
        letters.addAll(Letters.free(value));
        var numerics = new Numerics();
        int seen = 0;
        for (int i = 0; i < (letters.isEmpty() ? 1 : POINTS); i++) {
            var point = new LinkedHashMap<String, Numeric>();
            int k = 3 * i;
            for (var letter : letters) {
                point.put(letter, SampleValues.of(domains.getOrDefault(letter, Domain.REAL), k++, i));
            }
            var expected = numerics.evaluate(formula, point);
            var found = numerics.evaluate(value, point);
            if (expected.isFinite() || isSameInfinity(expected, found)) {
                if (expected.isFinite() && !expected.agrees(found, TOLERANCE)) {
                    return Saying.DISAGREES;
                }
                seen++;
            }
        }
        return seen > 0 ? Saying.AGREES : Saying.OPEN;
    }

    private static boolean isSameInfinity(Numeric a, Numeric b) {
        var x = a.entries();
        var y = b.entries();
        return x.length == 1 && y.length == 1 && Double.isInfinite(x[0]) && x[0] == y[0];
    }

    /** By the algebra system's own list, compared in numbers: none is missing and none is too many. */
    private Saying solutions(Expression.Call solve, Expression value) {
        var equations = solve.arguments().get(0);
        var letters = solve.arguments().get(1);
        boolean single = ExpressionSort.of(letters) == ExpressionSort.SYMBOL;
        var answer = cas.ask(
                Cas.Operation.SOLVE,
                List.of(
                        single ? new Expression.Listing(List.of(equations)) : equations,
                        single ? new Expression.Listing(List.of(letters)) : letters),
                domains,
                new Cas.Budget(budget.multipliedBy(3), budget));
        if (answer.isAway()) {
            throw new AlgebraAwayException("The algebra system is busy or away.");
        }
        if (answer.found().isEmpty()) {
            return Saying.OPEN;
        }
        var theirs = answer.found().get().children();
        var ours = value.children();
        boolean same = theirs.size() == ours.size()
                && ours.stream().allMatch(our -> theirs.stream().anyMatch(their -> near(our, their)));
        return same ? Saying.AGREES : Saying.DISAGREES;
    }

    private static boolean near(Expression a, Expression b) {
        var x = Numerics.value(vector(a), Map.of());
        return x.agrees(Numerics.value(vector(b), Map.of()), TOLERANCE);
    }

    /** The solution of one equation is a number to us and a tuple of one to the algebra system. */
    private static Expression vector(Expression e) {
        return ExpressionSort.of(e) == ExpressionSort.LIST
                ? e
                : new Expression.Tuple(Expression.Brackets.ROUND, List.of(e));
    }
}

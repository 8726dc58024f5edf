package org.nabla.math.formula;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.CalculusException;
import org.nabla.math.Cas;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Cas.Reason;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Antiderivatives;
import org.nabla.math.calculus.DefiniteIntegral;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.Limit;
import org.nabla.math.calculus.Trials;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.exact.Eigen;
import org.nabla.math.exact.LinearAlgebra;
import org.nabla.math.exact.Scalars;
import org.nabla.math.solving.Solutions;
import org.nabla.math.tidy.Expansion;
import org.nabla.math.tidy.Fractions;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.writing.TextWriter;

/** What needs more than rules: found by ourselves or by the algebra system, and given out only when numbers confirm it. */
final class VerifiedAlgebra {

    /** How many times as long as it may compute a question may take with the wait for a worker. */
    private static final int PATIENCE = 3;

    private final Cas cas;
    private final Cas.Budget budget;
    private final Map<String, Domain> domains;
    private final Normaliser normaliser;

    /** Whether the algebra system ran out of time over a question: then a route that finds nothing says nothing. */
    private boolean ranOutOfTime;

    VerifiedAlgebra(Cas cas, Duration budget, Map<String, Domain> domains) {
        this.cas = cas;
        this.budget = new Cas.Budget(budget.multipliedBy(PATIENCE), budget);
        this.domains = domains;
        this.normaliser = Tidy.normaliser(domains);
    }

    /**
     * What algebra finds; empty where it has no way to find anything, whenever it is asked.
     *
     * @throws AlgebraAwayException if there is no worker
     */
    private Optional<Expression> ask(Operation operation, Expression... arguments) {
        return cas.ask(operation, List.of(arguments), domains, budget)
                .either(found -> Optional.of(normaliser.tidy(found)), this::nothingFor);
    }

    private Optional<Expression> nothingFor(Reason reason) {
        if (reason == Reason.OVERLOADED) {
            throw new AlgebraAwayException("The algebra system is busy or away.");
        }
        ranOutOfTime |= reason == Reason.TIMEOUT;
        return Optional.empty();
    }

    /** The same where another form would do as well if there is none: it must not depend on how busy the machine was. */
    private Optional<Expression> askInTime(Operation operation, Expression e) {
        var found = ask(operation, e);
        if (ranOutOfTime) {
            throw outOfTime(e);
        }
        return found;
    }

    private static AlgebraAwayException outOfTime(Expression e) {
        return new AlgebraAwayException(
                "The algebra system did not finish in time with %s.".formatted(TextWriter.write(e)));
    }

    /** What is thrown where no route has found anything. */
    private RuntimeException nothing(Expression e, String sentence) {
        return ranOutOfTime ? outOfTime(e) : new CalculusException(sentence);
    }

    Expression expand(Expression e) {
        return new Expansion(normaliser).expand(normaliser.tidy(e));
    }

    Expression factor(Expression e) {
        return askInTime(Operation.FACTOR, e)
                .filter(factored -> Trials.agree(factored, e, domains))
                .orElse(e);
    }

    /** The shortest of what we and the algebra system find. */
    Expression simplify(Expression e) {
        var own = new Fractions(normaliser).togetherIfShorter(new Expansion(normaliser).expandIfShorter(e));
        return askInTime(Operation.SIMPLIFY, e)
                .filter(simple -> simple.size() < own.size())
                .filter(simple -> Trials.agree(simple, e, domains))
                .orElse(own);
    }

    /** Confirmed by differentiation. */
    Expression antiderivative(Expression f, String letter) {
        return Antiderivatives.of(f, letter, domains)
                .or(() -> ask(Operation.ANTIDERIVATIVE, f, new Symbol(letter)))
                .filter(found -> isAntiderivative(found, f, letter))
                .orElseThrow(() ->
                        nothing(f, "No antiderivative was found for %s by %s.".formatted(TextWriter.write(f), letter)));
    }

    private boolean isAntiderivative(Expression found, Expression f, String letter) {
        try {
            return Trials.agree(Derivative.of(found, letter, domains), f, domains);
        } catch (UndifferentiableException e) {
            return false;
        }
    }

    /** Confirmed by quadrature; with letters left in it, at some values of these. */
    Expression integral(Expression f, String letter, Expression a, Expression b) {
        if (a.mentions(letter) || b.mentions(letter)) {
            var other = letter + "_0";
            return integral(Substitution.replace(f, Map.of(letter, new Symbol(other))), other, a, b);
        }
        var integral = new DefiniteIntegral(f, letter, a, b, domains);
        if (integral.diverges()) {
            throw new CalculusException("This integral seems to diverge: %s from %s to %s."
                    .formatted(TextWriter.write(f), TextWriter.write(a), TextWriter.write(b)));
        }
        return Antiderivatives.of(f, letter, domains)
                .flatMap(integral::between)
                .filter(integral::isConfirmed)
                .or(() -> ask(Operation.ANTIDERIVATIVE, f, new Symbol(letter))
                        .flatMap(integral::between)
                        .filter(integral::isConfirmed))
                .or(() -> ask(Operation.DEFINITE_INTEGRAL, f, new Symbol(letter), a, b)
                        .filter(integral::isConfirmed))
                .orElseThrow(() -> nothing(
                        f,
                        "No confirmed value was found for the integral of %s from %s to %s."
                                .formatted(TextWriter.write(f), TextWriter.write(a), TextWriter.write(b))));
    }

    /** Confirmed by values nearby. */
    Expression limit(Expression f, String letter, Expression a) {
        var limit = new Limit(f, letter, domains);
        return limit.at(a)
                .filter(found -> limit.isConfirmed(found, a))
                .or(() -> ask(Operation.LIMIT, f, new Symbol(letter), a).filter(found -> limit.isConfirmed(found, a)))
                .orElseThrow(() -> nothing(
                        f,
                        "No confirmed limit was found for %s as %s goes to %s."
                                .formatted(TextWriter.write(f), letter, TextWriter.write(a))));
    }

    /** Confirmed by substitution. */
    Expression solve(List<Expression> equations, List<String> letters, boolean scalar) {
        var solutions = new Solutions(letters, domains);
        var unknowns = letters.stream().<Expression>map(Symbol::new).toList();
        var found = solutions
                .of(equations)
                .or(() -> ask(Operation.SOLVE, new Listing(equations), new Listing(unknowns))
                        .flatMap(answer -> solutions.confirmed(answer, equations)))
                .orElseThrow(() -> nothing(
                        new Listing(equations),
                        "No complete list of solutions was found for %s."
                                .formatted(TextWriter.write(new Listing(equations)))));
        return new Braces(
                scalar
                        ? found.stream().map(s -> s.get(0)).toList()
                        : found.stream().<Expression>map(LinearAlgebra::vector).toList());
    }

    Expression eigenvalues(Matrix a) {
        return Eigen.values(a)
                .map(values -> (Expression) new Braces(values))
                .or(() -> ask(Operation.EIGENVALUES, a).filter(values -> areEigenvalues(values, a)))
                .orElseThrow(
                        () -> nothing(a, "No exact eigenvalues were found for %s.".formatted(TextWriter.write(a))));
    }

    private static boolean areEigenvalues(Expression values, Matrix a) {
        return values instanceof Braces braces
                && braces.entries().stream().allMatch(value -> {
                    var n = a.rows().size();
                    var shifted = LinearAlgebra.matrix(
                            n,
                            n,
                            (i, j) -> i == j
                                    ? Scalars.minus(a.rows().get(i).get(j), value)
                                    : a.rows().get(i).get(j));
                    return Scalars.isZero(LinearAlgebra.det(shifted));
                });
    }

    static boolean isInfinite(Expression e) {
        return e.anyMatch(node -> node == Constant.INFINITY);
    }
}

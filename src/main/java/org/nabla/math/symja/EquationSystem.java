package org.nabla.math.symja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.nabla.math.Expression;
import org.nabla.math.PartialVisitor;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * The real solutions of equations, in order. Symja's own solver loses solutions of polynomial systems; here a product that is
 * zero splits into cases, a Gröbner basis leaves one equation in one letter, its real roots are put into the others.
 *
 * <p>Infinitely many solutions and equations that cannot be made polynomial are unsupported. The caller verifies.
 */
final class EquationSystem {
    private static final int MAX_CASES = 256;

    private final Evaluation evaluation;
    private final List<ISymbol> letters;
    private final List<IExpr> equations;
    private final List<Map<ISymbol, IExpr>> solutions = new ArrayList<>();
    private int cases;

    private EquationSystem(Evaluation evaluation, List<IExpr> equations, List<ISymbol> letters) {
        this.evaluation = evaluation;
        this.equations = equations;
        this.letters = letters;
    }

    static EquationSystem of(Evaluation evaluation) {
        var equations = entries(evaluation.argument(0)).stream()
                .map(equation -> evaluation.eval(difference(evaluation, equation)))
                .toList();
        var letters = entries(evaluation.argument(1)).stream()
                .map(evaluation::variable)
                .toList();
        return new EquationSystem(evaluation, equations, letters);
    }

    private static List<Expression> entries(Expression e) {
        return e.accept(ENTRIES);
    }

    private static final PartialVisitor<List<Expression>> ENTRIES = new PartialVisitor<>() {
        @Override
        public List<Expression> otherwise(Expression e) {
            return List.of(e);
        }

        @Override
        public List<Expression> listing(Expression.Listing listing) {
            return listing.entries();
        }

        @Override
        public List<Expression> tuple(Expression.Tuple tuple) {
            return tuple.entries();
        }

        @Override
        public List<Expression> braces(Expression.Braces braces) {
            return braces.entries();
        }

        @Override
        public List<Expression> and(Expression.And and) {
            return and.conditions();
        }
    };

    private static IExpr difference(Evaluation evaluation, Expression equation) {
        if (equation instanceof Expression.Relation relation) {
            if (!relation.signs().equals(List.of(Expression.Sign.EQUAL))) {
                throw new UnsupportedException("no equation");
            }
            return F.Subtract(
                    evaluation.toSymja(relation.sides().get(0)),
                    evaluation.toSymja(relation.sides().get(1)));
        }
        return evaluation.toSymja(equation);
    }

    Expression solutions() {
        split(equations, new ArrayList<>());
        return new Expression.Braces(solutions.stream()
                .filter(this::holds)
                .sorted(order())
                .map(this::tuple)
                .distinct()
                .toList());
    }

    /** A product is zero where one of its factors is: every choice of one factor of each equation is a case of its own. */
    private void split(List<IExpr> left, List<IExpr> chosen) {
        if (left.isEmpty()) {
            solve(chosen, letters, new LinkedHashMap<>());
            return;
        }
        var rest = left.subList(1, left.size());
        var numerator = evaluation.eval(F.Factor(F.Numerator(F.Together(left.get(0)))));
        if (numerator.isZero()) {
            split(rest, chosen);
            return;
        }
        for (var factor : factors(numerator)) {
            if (++cases > MAX_CASES) {
                throw new UnsupportedException("too many cases");
            }
            var choice = new ArrayList<>(chosen);
            choice.add(factor);
            split(rest, choice);
        }
    }

    /** The factors that can be zero, each once. */
    private Set<IExpr> factors(IExpr product) {
        var factors = new HashSet<IExpr>();
        for (var factor : product.isTimes() ? ((IAST) product).copyTo() : List.of(product)) {
            var base = factor.isPower() && factor.exponent().isPositive() ? factor.base() : factor;
            if (letters.stream().anyMatch(letter -> !base.isFree(letter)) && !Signs.isPositive(base)) {
                factors.add(base);
            }
        }
        return factors;
    }

    private void solve(List<IExpr> chosen, List<ISymbol> left, Map<ISymbol, IExpr> known) {
        if (left.isEmpty()) {
            if (chosen.stream().allMatch(e -> Math.abs(evaluation.number(e)) < 1e-9)) {
                solutions.add(known);
            }
            return;
        }
        var basis = basis(chosen, left);
        if (basis.stream().anyMatch(e -> left.stream().allMatch(e::isFree))) {
            return; // a number that is not zero: no solution
        }
        for (var letter : left) {
            for (var equation : basis) {
                if (left.stream().allMatch(other -> other.equals(letter) != equation.isFree(other))) {
                    putIn(equation, letter, basis, left, known);
                    return;
                }
            }
        }
        throw new UnsupportedException("infinitely many solutions");
    }

    private void putIn(
            IExpr equation, ISymbol letter, List<IExpr> basis, List<ISymbol> left, Map<ISymbol, IExpr> known) {
        var rest = left.stream().filter(other -> !other.equals(letter)).toList();
        for (var value : roots(equation, letter)) {
            var solution = new LinkedHashMap<>(known);
            solution.put(letter, value);
            var reduced = basis.stream()
                    .map(e -> evaluation.simplify(evaluation.substitute(e, letter, value)))
                    .filter(e -> !isZero(e, rest))
                    .toList();
            solve(reduced, rest, solution);
        }
    }

    private boolean isZero(IExpr e, List<ISymbol> letters) {
        return e.isZero() || letters.stream().allMatch(e::isFree) && Math.abs(evaluation.number(e)) < 1e-9;
    }

    private List<IExpr> roots(IExpr equation, ISymbol letter) {
        if (evaluation.eval(F.PolynomialQ(equation, letter)).isTrue()) {
            return new RealRoots(evaluation, letter)
                    .of(equation).stream().map(RealRoots.Root::value).toList();
        }
        return transcendental(equation, letter);
    }

    /** An equation with exponentials, logarithms or roots: what Symja finds. A periodic one would lose solutions. */
    private List<IExpr> transcendental(IExpr equation, ISymbol letter) {
        if (!equation.isFree(part -> PERIODIC.contains(part), true)) {
            throw new UnsupportedException("periodic");
        }
        var found = evaluation.eval(F.ternaryAST3(S.Solve, F.Equal(equation, F.C0), letter, S.Reals));
        var values = new ArrayList<IExpr>();
        if (!found.isListOfLists()) {
            throw new UnsupportedException("not solved");
        }
        for (var solution : ((IAST) found).copyTo()) {
            var rule = ((IAST) solution).arg1();
            if (!rule.isRule() || Double.isNaN(evaluation.number(((IAST) rule).arg2()))) {
                throw new UnsupportedException("not solved");
            }
            values.add(((IAST) rule).arg2());
        }
        return values;
    }

    private static final Set<IExpr> PERIODIC =
            Set.of(S.Sin, S.Cos, S.Tan, S.Cot, S.Sec, S.Csc, S.Abs, S.Floor, S.Ceiling, S.Sign, S.Piecewise, S.Surd);

    /** A simpler system with the same solutions where the equations are polynomials with rational coefficients. */
    private List<IExpr> basis(List<IExpr> chosen, List<ISymbol> left) {
        var list = F.ListAlloc(chosen);
        if (left.size() == 1 && chosen.size() == 1 || !chosen.stream().allMatch(e -> isRationalPolynomial(e, left))) {
            return chosen;
        }
        var basis = evaluation.eval(F.binaryAST2(S.GroebnerBasis, list, F.ListAlloc(left)));
        if (!basis.isList()) {
            throw new UnsupportedException("no basis");
        }
        return ((IAST) basis).copyTo();
    }

    private boolean isRationalPolynomial(IExpr e, List<ISymbol> left) {
        if (e.isPlus() || e.isTimes()) {
            return ((IAST) e).forAll(part -> isRationalPolynomial(part, left));
        }
        if (e.isPower()) {
            return e.exponent().isInteger() && e.exponent().isPositive() && isRationalPolynomial(e.base(), left);
        }
        return e.isRational() || left.contains(e);
    }

    /** Whether the original equations are satisfied, denominators included. */
    private boolean holds(Map<ISymbol, IExpr> solution) {
        return equations.stream().allMatch(equation -> {
            var value = equation;
            for (var entry : solution.entrySet()) {
                value = F.subst(value, entry.getKey(), entry.getValue());
            }
            return Math.abs(evaluation.number(value)) < 1e-6;
        });
    }

    private Comparator<Map<ISymbol, IExpr>> order() {
        Comparator<Map<ISymbol, IExpr>> order = (a, b) -> 0;
        for (var letter : letters) {
            order = order.thenComparingDouble(solution -> evaluation.number(value(solution, letter)));
        }
        return order;
    }

    private Expression tuple(Map<ISymbol, IExpr> solution) {
        return new Expression.Tuple(
                Expression.Brackets.ROUND,
                letters.stream()
                        .map(letter -> evaluation.fromSymja(value(solution, letter)))
                        .toList());
    }

    private static IExpr value(Map<ISymbol, IExpr> solution, ISymbol letter) {
        return Objects.requireNonNull(solution.get(letter), "a solution gives each letter a value");
    }
}

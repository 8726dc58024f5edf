package org.nabla.math.symja;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.math.CalculusException;
import org.nabla.math.Cas;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Formulas;
import org.nabla.math.Function;
import org.nabla.math.RuleTrees;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.canonical.CanonicalForm;
import org.nabla.math.formula.Calculus;
import org.nabla.math.symja.wire.Request;
import org.nabla.math.symja.worker.RunningCas;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.Evaluator;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.writing.TextWriter;

/**
 * Our rules beside the algebra system's, on functions with numbers by chance, and on trees by chance, from a fixed seed. Where the two disagree, values with proven error
 * or the definition itself say who is right: we have to be. {@code -Dnabla.long=true} tries twenty times as many.
 */
class ComparisonTest {
    private static final int SIZE = Boolean.getBoolean("nabla.long") ? 20 : 1;
    private static final int PROBLEMS = 40 * SIZE;
    private static final int POINTS = 3;
    /** With numbers by chance: roots, quotients and sums with their signs turned, where a rule of ours has erred before. */
    private static final List<String> FUNCTIONS = List.of(
            "(A - x)^(-1/2)",
            "-(A - x^2)/sqrt(A - x^2)",
            "x^A*sin(B*x)",
            "e^(A*x)/(x + B)",
            "x*sqrt(A + x^2)",
            "arctan(x/A) - B*x",
            "(A*x + B)^(3/2)",
            "(x - A)*(A - x)*y",
            "ln(A + x^2)*y^2",
            "(x^2 - A*y)/(A*y - x^2) + B*x",
            "cos(A*x*y)^2",
            "(A - x)^3/(x - A)^2");

    private static final long SEED = Long.getLong("nabla.seed", 7);
    private static final Map<String, Integer> INDEXES = Map.of("x", 0, "y", 1);
    private static final Map<String, Domain> REAL = Map.of("x", Domain.REAL, "y", Domain.REAL);

    private static final System.Logger LEDGER = System.getLogger(ComparisonTest.class.getName());

    /** What the algebra system may take for an answer that it may never find. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** An algebra system that knows nothing, so that what comes out is ours. */
    private static final Calculus OURS = new Calculus(
            new Cas() {
                @Override
                public Answer ask(
                        Operation operation, List<Expression> arguments, Map<String, Domain> domains, Budget budget) {
                    return new Answer.Failed(Reason.UNSUPPORTED);
                }

                @Override
                public boolean ready() {
                    return false;
                }

                @Override
                public void close() {}
            },
            Duration.ofSeconds(1));

    private final List<String> faults = new ArrayList<>();
    private final List<String> theirFaults = new ArrayList<>();
    private final List<String> unsettled = new ArrayList<>();
    private final Random random = new Random(SEED);
    private int compared;

    @BeforeAll
    static void load() {
        SymjaLimits.setAndLoad();
    }

    private static Optional<Expression> theirs(Operation operation, Map<String, Domain> domains, Expression... asked) {
        return Algebra.answer(new Request(operation, List.of(asked), domains)) instanceof Answer.Found found
                ? Optional.of(found.expression())
                : Optional.empty();
    }

    /** Where it may hang, a worker is asked that can be ended. */
    private static Optional<Expression> theirsInTime(
            Operation operation, Map<String, Domain> domains, Expression... asked) {
        return RunningCas.get().ask(operation, List.of(asked), domains, PATIENCE) instanceof Answer.Found found
                ? Optional.of(found.expression())
                : Optional.empty();
    }

    @Test
    void derivatives() {
        for (int i = 0; i < PROBLEMS; i++) {
            var f = function(i);
            theirs(Operation.DERIVATIVE, REAL, f, new Expression.Symbol("x"))
                    .ifPresent(theirs -> hold("derivative", f, slope(f), Derivative.of(f, "x", REAL), theirs, REAL));
        }
        done("derivatives", PROBLEMS);
    }

    @Test
    void tidying() {
        for (int i = 0; i < PROBLEMS; i++) {
            var f = function(i);
            theirs(Operation.EXPAND, REAL, f)
                    .ifPresent(theirs -> hold("tidy form", f, value(f), Tidy.tidy(f, REAL), theirs, REAL));
        }
        done("tidying", PROBLEMS);
    }

    /** What has one canonical form is the same to the algebra system too. */
    @Test
    void canonicalForms() {
        for (int i = 0; i < PROBLEMS; i++) {
            var f = function(i);
            var other = Tidy.tidy(f, REAL);
            if (CanonicalForm.same(f, other, REAL, new Deadline(Duration.ofSeconds(5)))) {
                theirs(Operation.COMPARE, REAL, f, other).ifPresent(theirs -> {
                    compared++;
                    if (!theirs.equals(Formulas.read("0"))) {
                        hold("canonical form", f, value(f), other, f, REAL);
                        theirFaults.add("COMPARE " + TextWriter.write(f) + " with " + TextWriter.write(other));
                    }
                });
            }
        }
        done("canonicalForms", PROBLEMS / 4);
    }

    @Test
    void derivativesOfTrees() {
        var trees = new RuleTrees(SEED);
        for (int i = 0; i < PROBLEMS; i++) {
            var f = trees.next(1 + i % 2);
            ownDerivative(f)
                    .ifPresent(own -> theirs(Operation.DERIVATIVE, REAL, f, new Expression.Symbol("x"))
                            .ifPresent(theirs -> hold("derivative", f, slope(f), own, theirs, REAL)));
        }
        done("derivativesOfTrees", PROBLEMS / 2);
    }

    private static Optional<Expression> ownDerivative(Expression f) {
        try {
            return Optional.of(Derivative.of(f, "x", REAL));
        } catch (UndifferentiableException | ArithmeticException thereIsNone) {
            return Optional.empty();
        }
    }

    @Test
    void tidyFormsOfTrees() {
        var trees = new RuleTrees(SEED + 1);
        for (int i = 0; i < PROBLEMS; i++) {
            var f = trees.next(1 + i % 2);
            tidied(f)
                    .ifPresent(own -> theirs(Operation.EXPAND, REAL, f)
                            .ifPresent(theirs -> hold("tidy form", f, value(f), own, theirs, REAL)));
        }
        done("tidyFormsOfTrees", PROBLEMS / 2);
    }

    private static Optional<Expression> tidied(Expression f) {
        try {
            return Optional.of(Tidy.tidy(f, REAL));
        } catch (ArithmeticException hasNoValueAnywhere) {
            return Optional.empty();
        }
    }

    /** A tree and what the algebra system makes of it: what our canonical form takes for one has the same values. */
    @Test
    void canonicalFormsOfTrees() {
        var trees = new RuleTrees(SEED + 2);
        for (int i = 0; i < PROBLEMS; i++) {
            var f = trees.next(1);
            theirs(Operation.EXPAND, REAL, f)
                    .filter(theirs -> CanonicalForm.same(f, theirs, REAL, new Deadline(Duration.ofSeconds(5))))
                    .ifPresent(theirs -> hold("canonical form", f, value(f), theirs, f, REAL));
        }
        done("canonicalFormsOfTrees", PROBLEMS / 2);
    }

    /** What is integrated is the derivative of a tree, so that there is something to find. */
    @Test
    void integralsOfTrees() {
        var trees = new RuleTrees(SEED + 3);
        var domains = Map.of("x", Domain.POSITIVE, "y", Domain.REAL);
        for (int i = 0; i < PROBLEMS; i++) {
            int tree = i;
            ownDerivative(trees.next(1)).ifPresent(f -> {
                ours(new Expression.Call(Function.INTEGRATE, f, new Expression.Symbol("x")), domains)
                        .ifPresent(a -> holdSlope("integral", f, a, faults));
                if (asksSlowly(tree)) {
                    theirsInTime(Operation.ANTIDERIVATIVE, domains, f, new Expression.Symbol("x"))
                            .ifPresent(a -> holdSlope("integral", f, a, theirFaults));
                }
            });
        }
        done("integralsOfTrees", PROBLEMS / 4);
    }

    /** Where a tree is smooth, its limit is the value next to the place. */
    @Test
    void limitsOfTrees() {
        var trees = new RuleTrees(SEED + 4);
        for (int i = 0; i < PROBLEMS; i++) {
            var target = Formulas.read(put("B/A"));
            var f = Substitution.replace(trees.next(1 + i % 2), Map.of("y", Formulas.read(put("A/3"))));
            var at = Evaluator.of(target, List.of()).at();
            var truth = nearby(f, at);
            var wide = nearby(f, at + 1e-4);
            if (Double.isFinite(truth) && Math.abs(truth - wide) < 1e-3 * Math.max(1, Math.abs(truth))) {
                ours(new Expression.Call(Function.LIMIT, f, new Expression.Symbol("x"), target), REAL)
                        .ifPresent(limit -> holdNumber("limit", f, limit, truth, 1e-3, faults));
                if (asksSlowly(i)) {
                    theirsInTime(Operation.LIMIT, REAL, f, new Expression.Symbol("x"), target)
                            .ifPresent(limit -> holdNumber("limit", f, limit, truth, 1e-3, theirFaults));
                }
            }
        }
        done("limitsOfTrees", PROBLEMS / 4);
    }

    @Test
    void determinantsOfTrees() {
        var trees = new RuleTrees(SEED + 5);
        for (int i = 0; i < PROBLEMS; i++) {
            var a = trees.next(1);
            var b = trees.next(0);
            var c = trees.next(0);
            var d = trees.next(1);
            var matrix = new Expression.Matrix(List.of(List.of(a, b), List.of(c, d)));
            var leibniz = new Expression.Sum(List.of(
                    new Expression.Product(List.of(a, d)),
                    new Expression.Negation(new Expression.Product(List.of(b, c)))));
            var call = new Expression.Call(Function.DET, matrix);
            ours(call, REAL)
                    .ifPresent(own -> theirs(Operation.SIMPLIFY, REAL, call)
                            .ifPresent(theirs -> hold("determinant", matrix, value(leibniz), own, theirs, REAL)));
        }
        done("determinantsOfTrees", PROBLEMS / 4);
    }

    /** Polynomials whose roots are fractions by chance, twice now and then, multiplied out. */
    @Test
    void solutionsOfPolynomials() {
        for (int i = 0; i < PROBLEMS; i++) {
            var factors = new ArrayList<String>();
            var roots = new TreeSet<Double>();
            for (int k = 0; k < 2 + i % 3; k++) {
                int p = random.nextInt(9) - 4;
                int q = 1 + random.nextInt(3);
                factors.add("(%d*x - (%d))".formatted(q, p));
                roots.add((double) p / q);
            }
            var polynomial =
                    TextWriter.write(Tidy.tidy(Formulas.read("expand(" + String.join("*", factors) + ")"), REAL));
            var equation =
                    ours(Formulas.read(polynomial), REAL).map(TextWriter::write).orElse(polynomial);
            ours(Formulas.read("solve([%s], [x])".formatted(equation)), REAL)
                    .ifPresent(found -> holdNumbers(equation, found, List.copyOf(roots), faults));
            theirs(Operation.SOLVE, REAL, Formulas.read("[" + equation + "]"), Formulas.read("[x]"))
                    .ifPresent(found -> holdNumbers(equation, found, List.copyOf(roots), theirFaults));
        }
        done("solutionsOfPolynomials", PROBLEMS / 2);
    }

    private Expression function(int i) {
        return Formulas.read(put(FUNCTIONS.get(i % FUNCTIONS.size())));
    }

    /** An antiderivative is right where its slope is the integrand. */
    @Test
    void integrals() {
        var integrands = List.of(
                "A*x^2 + B*x",
                "x*e^(A*x)",
                "sin(A*x)*cos(B*x)",
                "1/(A + x^2)",
                "x/sqrt(A + x^2)",
                "ln(A*x)",
                "x^2*sin(B*x)",
                "A/(x + B)",
                "e^(A*x)*cos(x)",
                "(A*x + B)^3",
                "x*ln(x)",
                "1/sqrt(A*A - x^2)");
        var domains = Map.of("x", Domain.POSITIVE);
        for (int i = 0; i < PROBLEMS; i++) {
            var f = Formulas.read(put(integrands.get(i % integrands.size())));
            var ours = ours(new Expression.Call(Function.INTEGRATE, f, new Expression.Symbol("x")), domains);
            var theirs = theirs(Operation.ANTIDERIVATIVE, domains, f, new Expression.Symbol("x"));
            ours.ifPresent(a -> holdSlope("integral", f, a, faults));
            theirs.ifPresent(a -> holdSlope("integral", f, a, theirFaults));
        }
        done("integrals", PROBLEMS / 2);
    }

    /** A limit is where the values go. */
    @Test
    void limits() {
        var functions = List.of(
                "(x^2 - A^2)/(x - A)|A",
                "sin(A*x)/x|0",
                "(e^(A*x) - 1)/(B*x)|0",
                "(1 - cos(A*x))/x^2|0",
                "(sqrt(x + A) - sqrt(A))/x|0",
                "(A*x + B)/(x + 1)|B",
                "(x^3 - A^3)/(x - A)|A",
                "tan(A*x)/(B*x)|0");
        for (int i = 0; i < PROBLEMS; i++) {
            var text = put(functions.get(i % functions.size())).split("\\|");
            var f = Formulas.read(text[0]);
            var target = Formulas.read(text[1]);
            var truth = nearby(f, Evaluator.of(target, List.of()).at());
            ours(new Expression.Call(Function.LIMIT, f, new Expression.Symbol("x"), target), REAL)
                    .ifPresent(limit -> holdNumber("limit", f, limit, truth, 1e-5, faults));
            theirs(Operation.LIMIT, REAL, f, new Expression.Symbol("x"), target)
                    .ifPresent(limit -> holdNumber("limit", f, limit, truth, 1e-5, theirFaults));
        }
        done("limits", PROBLEMS);
    }

    /** A determinant is the sum of Leibniz. */
    @Test
    void determinants() {
        for (int i = 0; i < PROBLEMS; i++) {
            var rows = IntStream.range(0, 3)
                    .mapToObj(r -> IntStream.range(0, 3)
                            .mapToObj(c -> Formulas.read(put(random.nextInt(4) == 0 ? "A*x + B" : "B - A")))
                            .toList())
                    .toList();
            var matrix = new Expression.Matrix(rows);
            var leibniz = leibniz(rows);
            var call = new Expression.Call(Function.DET, matrix);
            var ours = ours(call, REAL).orElseThrow();
            theirs(Operation.SIMPLIFY, REAL, call)
                    .ifPresent(theirs -> hold("determinant", matrix, value(leibniz), ours, theirs, REAL));
        }
        done("determinants", PROBLEMS);
    }

    /** Solutions are the roots that went in. */
    @Test
    void solutions() {
        for (int i = 0; i < PROBLEMS; i++) {
            int a = random.nextInt(9) - 4;
            int b = random.nextInt(9) - 4;
            int c = a + 1 + random.nextInt(4);
            var expanded = "x^2 - (%d)*x + (%d)".formatted(a + c, a * c);
            var equation = i % 2 == 0 ? "[%s]".formatted(expanded) : "[%s, y - x - (%d)]".formatted(expanded, b);
            var letters = i % 2 == 0 ? "[x]" : "[x, y]";
            var expected = i % 2 == 0
                    ? "{(%d,), (%d,)}".formatted(a, c).replace(",)", ")")
                    : "{(%d, %d), (%d, %d)}".formatted(a, a + b, c, c + b);
            var truth = numbers(Formulas.read(expected));
            ours(Formulas.read("solve(%s, %s)".formatted(equation, letters)), REAL)
                    .ifPresent(found -> holdNumbers(equation, found, truth, faults));
            theirs(Operation.SOLVE, REAL, Formulas.read(equation), Formulas.read(letters))
                    .ifPresent(found -> holdNumbers(equation, found, truth, theirFaults));
        }
        done("solutions", PROBLEMS);
    }

    private String put(String pattern) {
        return pattern.replace("A", String.valueOf(1 + random.nextInt(5)))
                .replace("B", String.valueOf(1 + random.nextInt(7)));
    }

    private static Optional<Expression> ours(Expression formula, Map<String, Domain> domains) {
        try {
            return Optional.of(OURS.evaluate(formula, domains));
        } catch (CalculusException notFound) {
            return Optional.empty();
        }
    }

    /** An answer that may never come costs a second: few problems are put so. */
    private static boolean asksSlowly(int problem) {
        return problem % 5 == 0;
    }

    /** Proves a claim wrong at a point, by bounds that no rounding leaves. */
    private interface Judge {
        boolean refutes(Expression claim, double[] point);
    }

    /** The claim is to have the same values. */
    private static Judge value(Expression of) {
        return (claim, at) -> areApart(bounds(claim, at), bounds(of, at));
    }

    /**
     * The claim is to be the derivative by x: by the mean value theorem it takes the slope of each secant somewhere between
     * its ends, where the function has values all along.
     */
    private static Judge slope(Expression f) {
        return (claim, at) -> IntStream.rangeClosed(6, 20)
                .mapToDouble(k -> Math.scalb(1.0, -k))
                .anyMatch(h -> areApart(secant(f, at, h), bounds(claim, at, moved(at, h))));
    }

    private static double[] moved(double[] at, double h) {
        return new double[] {at[0] + h, at[1]};
    }

    private static Optional<double[]> secant(Expression f, double[] at, double h) {
        var start = bounds(f, at);
        var end = bounds(f, moved(at, h));
        return start.isPresent()
                        && end.isPresent()
                        && bounds(f, at, moved(at, h)).isPresent()
                ? Optional.of(new double[] {
                    Math.nextDown(end.get()[0] - start.get()[1]) / h, Math.nextUp(end.get()[1] - start.get()[0]) / h
                })
                : Optional.empty();
    }

    private static Optional<double[]> bounds(Expression e, double[] point) {
        return bounds(e, point, point);
    }

    /** Bounds of all values in a box; empty where there is none, or it is not certain that there is one. */
    private static Optional<double[]> bounds(Expression e, double[] from, double[] to) {
        var compiler = new Compiler(INDEXES);
        var register = compiler.compile(e);
        var machine = new IntervalMachine(compiler.program());
        machine.run(from, to);
        return machine.state(register) == IntervalMachine.State.DEFINED
                ? Optional.of(new double[] {machine.low(register), machine.high(register)})
                : Optional.empty();
    }

    /** Where the two differ, one of them is proved wrong. */
    private void hold(
            String what, Expression of, Judge judge, Expression ours, Expression theirs, Map<String, Domain> domains) {
        for (int i = 0; i < POINTS; i++) {
            var point = new double[] {
                coordinate(Objects.requireNonNull(domains.get("x"))),
                coordinate(Objects.requireNonNull(domains.get("y")))
            };
            var mine = bounds(ours, point);
            var other = bounds(theirs, point);
            if (mine.isEmpty() || other.isEmpty()) {
                continue;
            }
            compared++;
            if (areApart(mine, other)) {
                var words = "%s of %s: %s or %s at x = %s, y = %s"
                        .formatted(
                                what,
                                TextWriter.write(of),
                                TextWriter.write(ours),
                                TextWriter.write(theirs),
                                point[0],
                                point[1]);
                var wrong =
                        judge.refutes(ours, point) ? faults : judge.refutes(theirs, point) ? theirFaults : unsettled;
                wrong.add(words);
                return;
            }
        }
    }

    private void holdSlope(String what, Expression f, Expression antiderivative, List<String> wrong) {
        for (int i = 0; i < POINTS; i++) {
            var point = new double[] {(1 + random.nextInt(1 << 20)) / (double) (1 << 20), 0};
            if (bounds(antiderivative, point).isPresent() && bounds(f, point).isPresent()) {
                compared++;
                if (slope(antiderivative).refutes(f, point)) {
                    wrong.add("%s of %s: %s".formatted(what, TextWriter.write(f), TextWriter.write(antiderivative)));
                    return;
                }
            }
        }
    }

    private void holdNumber(
            String what, Expression of, Expression found, double truth, double tolerance, List<String> wrong) {
        compared++;
        var value = Evaluator.of(found, List.of()).at();
        if (!(Math.abs(value - truth) <= tolerance * Math.max(1, Math.abs(truth)))) {
            wrong.add("%s of %s: %s, not %s".formatted(what, TextWriter.write(of), TextWriter.write(found), truth));
        }
    }

    private void holdNumbers(String of, Expression found, List<Double> truth, List<String> wrong) {
        compared++;
        if (!numbers(found).equals(truth)) {
            wrong.add("solutions of %s: %s, not %s".formatted(of, TextWriter.write(found), truth));
        }
    }

    /** All numbers of a set of points, in order. */
    private static List<Double> numbers(Expression set) {
        return ((Expression.Braces) set)
                .entries().stream()
                        .flatMap(e ->
                                e instanceof Expression.Tuple t ? t.entries().stream() : java.util.stream.Stream.of(e))
                        .map(e -> Evaluator.of(e, List.of()).at())
                        .toList();
    }

    private static boolean areApart(Optional<double[]> a, Optional<double[]> b) {
        return a.isPresent() && b.isPresent() && (a.get()[1] < b.get()[0] || b.get()[1] < a.get()[0]);
    }

    private double coordinate(Domain domain) {
        var value = 2 * (random.nextInt(1 << 20) + 0.5) / (1 << 20);
        return domain.lower().isPresent() || random.nextBoolean() ? value : -value;
    }

    /** From both sides, where rounding and distance are about as small. */
    private static double nearby(Expression f, double target) {
        var function = Evaluator.of(f, List.of("x"));
        return (function.at(target + 1e-4) + function.at(target - 1e-4)) / 2;
    }

    private static Expression leibniz(List<List<Expression>> m) {
        int[][] permutations = {{0, 1, 2, 1}, {1, 2, 0, 1}, {2, 0, 1, 1}, {0, 2, 1, -1}, {1, 0, 2, -1}, {2, 1, 0, -1}};
        var terms = new ArrayList<Expression>();
        for (var p : permutations) {
            var product = new Expression.Product(
                    List.of(m.get(0).get(p[0]), m.get(1).get(p[1]), m.get(2).get(p[2])));
            terms.add(p[3] > 0 ? product : new Expression.Negation(product));
        }
        return new Expression.Sum(terms);
    }

    /** What was compared and who was right is kept in sight. */
    private void done(String what, int least) {
        LEDGER.log(
                System.Logger.Level.INFO,
                "{0}: {1} compared; wrong {2} of ours, {3} of the algebra system {4}",
                what,
                compared,
                faults.size(),
                theirFaults.size(),
                theirFaults.stream().limit(3).toList());
        assertThat(faults).isEmpty();
        assertThat(unsettled).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(least);
    }

    /** Each kind of node has a meaning there, or is refused in so many words. */
    @ParameterizedTest
    @MethodSource("org.nabla.math.NodeSamples#all")
    void everyKindOfNodeIsTranslatedOrSaidToHaveNoValue(Expression e) {
        var answer = Algebra.answer(new Request(Operation.EXPAND, List.of(e), Map.of()));

        if (e.isScalar() || e.isVectorial()) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Found.class,
                            found -> assertThat(found.expression().symbols()).isEqualTo(e.symbols()));
        } else {
            assertThat(answer).isEqualTo(REFUSED);
        }
    }

    private static final Answer REFUSED = new Answer.Failed(Cas.Reason.UNSUPPORTED);
}

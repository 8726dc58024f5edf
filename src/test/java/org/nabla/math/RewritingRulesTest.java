package org.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Sum;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.canonical.CanonicalForm;
import org.nabla.math.tidy.Expansion;
import org.nabla.math.tidy.Fractions;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;
import org.nabla.math.writing.TextWriter;

/**
 * Every rule that rewrites a tree, held against values with proven error: bounds of intervals, which no rounding leaves. A tree
 * and what a rule made of it must have bounds that meet, at points in general position. {@code -Dnabla.long=true} tries a
 * million trees in each of the three groups instead of seven thousand, {@code -Dnabla.seed} others.
 */
class RewritingRulesTest {

    private static final int TREES =
            Integer.getInteger("nabla.trees", Boolean.getBoolean("nabla.long") ? 1_000_000 : 7_000);
    private static final long SEED = Long.getLong("nabla.seed", 1);
    private static final int POINTS = 3;
    private static final int SHOWN = 12;
    private static final double STEP = 1.0 / (1 << 20);
    private static final Map<String, Integer> INDEXES = Map.of("x", 0, "y", 1);

    /** Tidying, multiplying out and bringing over one denominator, each of the tidy tree. */
    @Test
    void rewritingKeepsTheValue() {
        var faults = new ArrayList<String>();
        var trees = new RuleTrees(SEED);
        var random = new Random(SEED);
        var compared = 0;
        for (var i = 0; i < TREES && faults.size() < SHOWN; i++) {
            var domains = trees.domains();
            var tree = trees.next(depth(i));
            var rewritten = new LinkedHashMap<String, Expression>();
            try {
                var normaliser = Tidy.normaliser(domains);
                var tidy = Tidy.tidy(tree, domains);
                rewritten.put("tidy", tidy);
                rewritten.put("expansion", new Expansion(normaliser).expand(tidy));
                rewritten.put("fractions", new Fractions(normaliser).together(tidy));
            } catch (ArithmeticException hasNoValueAnywhere) {
                continue;
            }
            compared += compare(tree, rewritten, domains, random, faults);
        }
        assertThat(faults).isEmpty();
        assertThat(compared).isGreaterThan(TREES);
    }

    /** At how many points the tree has bounds; a rule whose tree has others is noted. */
    private static int compare(
            Expression tree,
            Map<String, Expression> rewritten,
            Map<String, Domain> domains,
            Random random,
            List<String> faults) {
        var compiler = new Compiler(INDEXES);
        var before = compiler.compile(tree);
        var after = new LinkedHashMap<String, Integer>();
        rewritten.forEach((rule, result) -> after.put(rule, compiler.compile(result)));
        after.values().removeIf(register -> register == before);
        var machine = new IntervalMachine(compiler.program());
        var compared = 0;
        for (var i = 0; i < POINTS && !after.isEmpty(); i++) {
            var point = point(domains, random);
            machine.run(point);
            for (var result : after.entrySet()) {
                var lost =
                        machine.state(before) == State.DEFINED && machine.state(result.getValue()) == State.UNDEFINED;
                if (lost || machine.differ(before, result.getValue())) {
                    faults.add("%s: %s is not %s at x = %s, y = %s with %s"
                            .formatted(
                                    result.getKey(),
                                    TextWriter.write(tree),
                                    TextWriter.write(Objects.requireNonNull(rewritten.get(result.getKey()))),
                                    point[0],
                                    point[1],
                                    domains));
                    return compared;
                }
            }
            compared += machine.state(before) == State.DEFINED ? 1 : 0;
        }
        return compared;
    }

    /** Mostly small, where all parts matter; now and then nested more deeply. */
    private static int depth(int number) {
        return number % 8 == 7 ? 3 : 1 + number % 2;
    }

    private static double[] point(Map<String, Domain> domains, Random random) {
        return new double[] {
            coordinate(Objects.requireNonNull(domains.get("x")), random),
            coordinate(Objects.requireNonNull(domains.get("y")), random)
        };
    }

    /** With few digits, so that steps are exact, and on no curve on which a tree happens to be undefined. */
    private static double coordinate(Domain domain, Random random) {
        var size = random.nextInt(4) == 0 ? 8 : 2;
        var value = size * (random.nextInt(1 << 20) + 0.5) / (1 << 20);
        return domain.lower().isPresent() || random.nextBoolean() ? value : -value;
    }

    /** Two trees that the canonical form takes for one have the same values; one is the other with something changed. */
    @Test
    void theSameCanonicalFormMeansTheSameValue() {
        var faults = new ArrayList<String>();
        var trees = new RuleTrees(SEED + 1);
        var random = new Random(SEED + 1);
        var same = 0;
        for (var i = 0; i < TREES && faults.size() < SHOWN; i++) {
            var domains = trees.domains();
            var tree = trees.next(depth(i));
            var other = i % 4 == 0 ? tidy(tree, domains) : new Changes(random).change(tree);
            var deadline = new Deadline(Duration.ofSeconds(5));
            if (!other.equals(tree) && CanonicalForm.same(tree, other, domains, deadline)) {
                compareWhereBothAreDefined(tree, other, domains, random, faults);
                same++;
            }
        }
        assertThat(faults).isEmpty();
        assertThat(same).isGreaterThan(TREES / 8);
    }

    private static Expression tidy(Expression tree, Map<String, Domain> domains) {
        try {
            return Tidy.tidy(tree, domains);
        } catch (ArithmeticException hasNoValueAnywhere) {
            return tree;
        }
    }

    private static void compareWhereBothAreDefined(
            Expression tree, Expression other, Map<String, Domain> domains, Random random, List<String> faults) {
        var compiler = new Compiler(INDEXES);
        var left = compiler.compile(tree);
        var right = compiler.compile(other);
        var machine = new IntervalMachine(compiler.program());
        for (var i = 0; i < POINTS; i++) {
            var point = point(domains, random);
            machine.run(point);
            if (machine.differ(left, right)) {
                faults.add("%s and %s at x = %s, y = %s %s"
                        .formatted(TextWriter.write(tree), TextWriter.write(other), point[0], point[1], domains));
                return;
            }
        }
    }

    /**
     * A function climbs over a short stretch as its derivative says: the mean slope lies between the bounds of the derivative
     * on the whole stretch.
     */
    @Test
    void aDerivativeIsTheSlope() {
        var faults = new ArrayList<String>();
        var trees = new RuleTrees(SEED + 2);
        var random = new Random(SEED + 2);
        var compared = 0;
        for (var i = 0; i < TREES && faults.size() < SHOWN; i++) {
            var domains = trees.domains();
            var tree = trees.next(depth(i));
            try {
                compared += compareSlope(tree, Derivative.of(tree, "x", domains), point(domains, random), faults);
            } catch (UndifferentiableException thereIsNone) {
                // The rules say so themselves.
            }
        }
        assertThat(faults).isEmpty();
        assertThat(compared).isGreaterThan(TREES / 4);
    }

    private static int compareSlope(Expression tree, Expression derivative, double[] from, List<String> faults) {
        var compiler = new Compiler(INDEXES);
        var f = compiler.compile(tree);
        var slope = compiler.compile(derivative);
        var to = new double[] {from[0] + STEP, from[1]};
        var machine = new IntervalMachine(compiler.program());
        machine.run(from);
        var before = machine.state(f) == State.DEFINED ? new double[] {machine.low(f), machine.high(f)} : new double[0];
        machine.run(to);
        var after = machine.state(f) == State.DEFINED ? new double[] {machine.low(f), machine.high(f)} : new double[0];
        machine.run(from, to);
        if (before.length == 0 || after.length == 0 || machine.state(slope) == State.UNCERTAIN || mayJump(machine, f)) {
            return 0;
        }
        var low = Math.nextDown((Math.nextDown(after[0] - before[1])) / STEP);
        var high = Math.nextUp((Math.nextUp(after[1] - before[0])) / STEP);
        if (machine.state(slope) == State.UNDEFINED || high < machine.low(slope) || low > machine.high(slope)) {
            faults.add("the derivative of %s is not %s at x = %s, y = %s: the slope is %s to %s, not %s to %s"
                    .formatted(
                            TextWriter.write(tree),
                            TextWriter.write(derivative),
                            from[0],
                            from[1],
                            low,
                            high,
                            machine.low(slope),
                            machine.high(slope)));
        }
        return 1;
    }

    /** Where the bounds on so short a stretch are so wide, or there are none, the function may jump. */
    private static boolean mayJump(IntervalMachine machine, int register) {
        return machine.state(register) != State.DEFINED || machine.high(register) - machine.low(register) > 0.5;
    }

    /** Small changes of a tree, of which some keep its value. */
    private record Changes(Random random) {

        Expression change(Expression e) {
            var children = Traversal.children(e);
            if (children.isEmpty() || random.nextInt(4) == 0) {
                return here(e);
            }
            var chosen = random.nextInt(children.size());
            var index = new int[1];
            return Traversal.mapChildren(e, child -> index[0]++ == chosen ? change(child) : child);
        }

        private Expression here(Expression e) {
            if (e instanceof Sum sum) {
                var terms = new ArrayList<>(sum.terms());
                java.util.Collections.shuffle(terms, random);
                return random.nextBoolean()
                        ? new Sum(terms)
                        : new Negation(new Sum(terms.stream()
                                .map(Negation::new)
                                .map(Expression.class::cast)
                                .toList()));
            } else if (e instanceof Numeral n) {
                return random.nextBoolean()
                        ? new Numeral(n.value().negate())
                        : new Numeral(n.value().plus(Rational.ONE));
            }
            return switch (random.nextInt(4)) {
                case 0 -> new Negation(e);
                case 1 -> new Call(Function.ABS, e);
                case 2 -> new Call(Function.SQRT, new Expression.Power(e, new Numeral(Rational.of(2))));
                default -> new Expression.Power(new Call(Function.CBRT, e), new Numeral(Rational.of(3)));
            };
        }
    }
}

package org.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
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
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;
import org.nabla.math.writing.TextWriter;

/**
 * Every rule that rewrites a tree, held against values with proven error: bounds of intervals, which no rounding leaves. A tree
 * and what a rule made of it must have bounds that meet, at points in general position. Each group of rules is tried on ten
 * thousand trees of its own; {@code -Dnabla.long=true} makes them a million, {@code -Dnabla.seed} others.
 */
class RewritingRulesTest {

    private static final int TREES =
            Integer.getInteger("nabla.trees", Boolean.getBoolean("nabla.long") ? 1_000_000 : 10_000);
    private static final long SEED = Long.getLong("nabla.seed", 1);
    /** Trees come in shares that are looked at side by side, each with a seed of its own. */
    private static final int SHARE = 500;

    private static final int POINTS = 3;
    private static final int SHOWN = 12;
    private static final double STEP = 1.0 / (1 << 20);
    private static final Map<String, Integer> INDEXES = Map.of("x", 0, "y", 1);

    /** One tree of a group: at how many points something was compared; what is wrong is added to the faults. */
    private interface Trial {
        int of(RuleTrees trees, Random random, int number, List<String> faults);
    }

    private static int tried(int group, Trial trial) {
        var faults = new ConcurrentLinkedQueue<String>();
        var compared = IntStream.range(0, (TREES + SHARE - 1) / SHARE)
                .parallel()
                .map(share -> {
                    var seed = SEED + 1_000_003L * group + 7_919L * share;
                    var trees = new RuleTrees(seed);
                    var random = new Random(seed);
                    var found = new ArrayList<String>();
                    var points = 0;
                    for (var i = 0; i < SHARE && faults.size() < SHOWN; i++) {
                        points += trial.of(trees, random, i, found);
                    }
                    faults.addAll(found);
                    return points;
                })
                .sum();
        assertThat(faults).isEmpty();
        return compared;
    }

    @Test
    void tidyingKeepsTheValue() {
        assertThat(rewritten(0, (tidy, normaliser) -> tidy)).isGreaterThan(TREES);
    }

    /** Of the tidy tree, as everywhere it is used. */
    @Test
    void multiplyingOutKeepsTheValue() {
        assertThat(rewritten(1, (tidy, normaliser) -> new Expansion(normaliser).expand(tidy)))
                .isGreaterThan(TREES / 2);
    }

    @Test
    void bringingOverOneDenominatorKeepsTheValue() {
        assertThat(rewritten(2, (tidy, normaliser) -> new Fractions(normaliser).together(tidy)))
                .isGreaterThan(TREES / 2);
    }

    private static int rewritten(int group, BiFunction<Expression, Normaliser, Expression> rule) {
        return tried(group, (trees, random, number, faults) -> {
            var domains = trees.domains();
            var tree = trees.next(depth(number));
            try {
                var result = rule.apply(Tidy.tidy(tree, domains), Tidy.normaliser(domains));
                return compare(tree, Map.of("rule " + group, result), domains, random, faults);
            } catch (ArithmeticException hasNoValueAnywhere) {
                return 0;
            }
        });
    }

    /** Waves of angles that have exact values or that the laws of addition take apart, and what these laws make of them. */
    @Test
    void rulesForAnglesKeepTheValue() {
        var same = tried(3, (trees, random, number, faults) -> {
            var domains = trees.domains();
            var tree = trees.ofAngles();
            var other = new Turns(random).turn(tree);
            var deadline = new Deadline(Duration.ofSeconds(5));
            compare(tree, Map.of("tidy", tidy(tree, domains)), domains, random, faults);
            if (CanonicalForm.same(tree, other, domains, deadline)) {
                compareWhereBothAreDefined(tree, other, domains, random, faults);
                return 1;
            }
            return 0;
        });
        assertThat(same).isGreaterThan(TREES / 8);
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
        var same = tried(4, (trees, random, number, faults) -> {
            var domains = trees.domains();
            var tree = trees.next(depth(number));
            var other = number % 4 == 0 ? tidy(tree, domains) : new Changes(random).change(tree);
            var deadline = new Deadline(Duration.ofSeconds(5));
            if (other.equals(tree) || !CanonicalForm.same(tree, other, domains, deadline)) {
                return 0;
            }
            compareWhereBothAreDefined(tree, other, domains, random, faults);
            return 1;
        });
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
        var compared = tried(5, (trees, random, number, faults) -> {
            var domains = trees.domains();
            var tree = trees.next(depth(number));
            try {
                return compareSlope(tree, Derivative.of(tree, "x", domains), point(domains, random), faults);
            } catch (UndifferentiableException thereIsNone) {
                return 0; // The rules say so themselves.
            }
        });
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
            var children = e.children();
            if (children.isEmpty() || random.nextInt(4) == 0) {
                return here(e);
            }
            var chosen = random.nextInt(children.size());
            var index = new int[1];
            return e.map(child -> index[0]++ == chosen ? change(child) : child);
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

    /** The laws of waves, of which each holds, and now and then one that does not. */
    private record Turns(Random random) {

        private static final Expression TWO = new Numeral(Rational.of(2));

        Expression turn(Expression e) {
            if (e instanceof Call call && call.arguments().size() == 1 && random.nextInt(2) == 0) {
                return law(call.function(), call.arguments().get(0));
            }
            return e.map(this::turn);
        }

        private Expression law(Function wave, Expression u) {
            var turned = new Sum(List.of(u, Expression.Constant.PI));
            var quarter = new Sum(List.of(new Expression.Quotient(Expression.Constant.PI, TWO), new Negation(u)));
            return switch (random.nextInt(5)) {
                case 0 -> new Negation(new Call(wave, new Negation(u)));
                case 1 -> new Negation(new Call(wave, turned));
                case 2 -> new Call(wave, new Sum(List.of(turned, Expression.Constant.PI)));
                case 3 -> new Call(wave == Function.SIN ? Function.COS : Function.SIN, quarter);
                default -> doubled(wave, u);
            };
        }

        /** By half of the angle. */
        private static Expression doubled(Function wave, Expression u) {
            var half = new Expression.Quotient(u, TWO);
            var sine = new Call(Function.SIN, half);
            var cosine = new Call(Function.COS, half);
            return wave == Function.SIN
                    ? new Expression.Product(List.of(TWO, sine, cosine))
                    : new Sum(
                            List.of(new Expression.Power(cosine, TWO), new Negation(new Expression.Power(sine, TWO))));
        }
    }
}

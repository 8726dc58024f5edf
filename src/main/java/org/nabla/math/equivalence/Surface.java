package org.nabla.math.equivalence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.ball.Arithmetic;
import org.nabla.math.ball.Ball;
import org.nabla.math.equivalence.Equivalence.Evidence;
import org.nabla.math.value.BallMachine;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;
import org.nabla.math.value.Op;
import org.nabla.math.value.Program;

/**
 * Compares two functions on the curve or surface on which an equation holds. All coordinates of a point but one are chosen, the
 * last lies between two places at which the equation's sides differ the other way round: the ball between them surely holds
 * a point of the surface, so that what differs all over the ball differs on the surface.
 *
 * <p>A response that says a coordinate by the others, as a root does, can mean one half of the surface only: where that
 * coordinate may have either sign and the response does not mention it, or the key does not, the positive half counts.
 */
final class Surface {

    private static final int BITS = 256;
    /** How many bits of the values must agree. */
    private static final int ALIKE = 120;
    /** How far from the point that is sought the ends of its ball lie, as a power of two. */
    private static final int NEAR = -190;

    private static final int TRIES = 240;
    private static final int WANTED = 16;
    private static final int CELLS = 20;
    private static final double[] REACHES = {2.3, 9.7};
    private static final int HALVINGS = 60;
    private static final int SECANTS = 12;
    private static final double[] PLAIN = {0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 0.5, -0.5, 6, -6};
    private static final LongPredicate ON = i -> true;

    private final Map<String, Domain> variables;
    private final Deadline deadline;
    private final List<String> names;
    private final Program program;
    private final int surface;
    private final int left;
    private final int right;
    private final IntervalMachine intervals;
    private final BallMachine balls;
    private final Arithmetic arithmetic = new Arithmetic(BITS);
    private final SamplePoints points;
    private final List<Range> ranges;
    private final List<Integer> moving = new ArrayList<>();
    /** The coordinate whose sign tells the halves apart, or −1. */
    private final int halved;

    private int alike;
    private int gaps;
    private boolean different;

    Surface(
            Expression equation,
            Expression response,
            Expression key,
            Map<String, Domain> variables,
            Deadline deadline) {
        this.variables = variables;
        this.deadline = deadline;
        names = List.copyOf(Expression.symbolsOf(equation, response, key));
        var indexes = new HashMap<String, Integer>();
        names.forEach(name -> indexes.put(name, indexes.size()));
        var compiler = new Compiler(indexes);
        surface = compiler.compile(equation);
        right = compiler.compile(key);
        left = compiler.compile(response);
        program = compiler.program();
        intervals = new IntervalMachine(program);
        balls = new BallMachine(program, BITS);
        var domains = names.stream().map(this::domain).toList();
        points = new SamplePoints(domains, new double[] {1, 2});
        ranges = domains.stream().map(Range::of).toList();
        var half = -1;
        for (var name : equation.symbols()) {
            var index = names.indexOf(name);
            moving.add(index);
            boolean said = response.symbols().contains(name) != key.symbols().contains(name);
            half = said && ranges.get(index).contains(-0.5) && ranges.get(index).contains(0.5) ? index : half;
        }
        halved = half;
    }

    private Domain domain(String name) {
        return variables.getOrDefault(name, Domain.REAL);
    }

    Equivalence compare() {
        if (moving.isEmpty() || jumps()) {
            return Equivalence.unknown();
        }
        var shown = atPlainPoints();
        if (shown.isPresent()) {
            return Equivalence.different(shown.orElseThrow());
        }
        for (var i = 0; i < TRIES && alike < WANTED && !different; i++) {
            if (deadline.isPast()) {
                return Equivalence.cutOff();
            }
            along(points.generic(i), moving.get(i % moving.size()), REACHES[i / 2 % REACHES.length]);
        }
        if (different) {
            return Equivalence.different();
        }
        return alike >= Sampling.ENOUGH ? Equivalence.same(Evidence.SAMPLED) : Equivalence.unknown();
    }

    /** Between two signs of what jumps there need be no zero. */
    private boolean jumps() {
        for (var i = 0; i < program.size(); i++) {
            if (program.op(i) == Op.FLOOR || program.op(i) == Op.SIGN || program.op(i) == Op.SELECT) {
                return true;
            }
        }
        return false;
    }

    /** A difference at a point of whole numbers that lies on the surface exactly, which can be shown. */
    private Optional<Equivalence.Counterexample> atPlainPoints() {
        for (var i = 0; i < SamplePoints.HUMANE_POINTS; i++) {
            var start = points.humane(i);
            for (var v = 0; start.isPresent() && v < PLAIN.length; v++) {
                var point = start.orElseThrow().clone();
                point[moving.get(moving.size() - 1)] = PLAIN[v];
                if (points.contains(point) && counts(point)) {
                    intervals.run(point);
                    boolean on = intervals.state(surface) == State.DEFINED
                            && intervals.low(surface) == 0
                            && intervals.high(surface) == 0;
                    if (on && intervals.differ(left, right)) {
                        return Optional.of(at(point));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Equivalence.Counterexample at(double[] point) {
        var at = new HashMap<String, Rational>();
        for (var i = 0; i < point.length; i++) {
            at.put(names.get(i), SamplePoints.exactly(point[i]));
        }
        return new Equivalence.Counterexample(at, intervals.middle(left), intervals.middle(right));
    }

    private boolean counts(double[] point) {
        return halved < 0 || point[halved] > 0;
    }

    /** Looks at the points of the surface on a line along one axis. */
    private void along(double[] start, int axis, double reach) {
        var point = start.clone();
        var range = ranges.get(axis);
        var from = Math.max(range.low(), -reach);
        var to = Math.min(range.high(), reach);
        if (!(from < to)) {
            from = range.low();
            to = Math.min(range.high(), from + reach);
        }
        var before = Double.NaN;
        var side = 0;
        for (var cell = 0; cell <= CELLS && !different; cell++) {
            var here = from + (to - from) * cell / CELLS;
            var sign = side(point, axis, here);
            if (side * sign < 0) {
                between(point, axis, before, here, side);
            }
            before = here;
            side = sign;
        }
    }

    /** The certain sign of the equation's difference; 0 where there is none. */
    private int side(double[] point, int axis, double value) {
        point[axis] = value;
        intervals.run(point);
        if (intervals.state(surface) != State.DEFINED) {
            return 0;
        }
        return intervals.low(surface) > 0 ? 1 : intervals.high(surface) < 0 ? -1 : 0;
    }

    private void between(double[] point, int axis, double from, double to, int side) {
        var low = from;
        var high = to;
        for (var i = 0; i < HALVINGS; i++) {
            var middle = low + (high - low) / 2;
            var sign = middle == low || middle == high ? 0 : side(point, axis, middle);
            if (sign == 0) {
                break;
            }
            low = sign == side ? middle : low;
            high = sign == side ? high : middle;
        }
        // Over the whole stretch the sides have values: no pole lies between the signs.
        var lower = point.clone();
        var upper = point.clone();
        lower[axis] = low;
        upper[axis] = high;
        intervals.run(lower, upper);
        if (intervals.state(surface) == State.DEFINED && Double.isFinite(intervals.high(surface))) {
            point[axis] = low;
            if (points.contains(point) && counts(point)) {
                refine(point, axis, low, high).ifPresent(this::look);
            }
        }
    }

    /** Balls around a point of the surface: all exact but one, at whose ends the signs differ. */
    private Optional<Ball[]> refine(double[] point, int axis, double low, double high) {
        var at = Arrays.stream(point).mapToObj(Ball::of).toArray(Ball[]::new);
        var a = Ball.of(low);
        var b = Ball.of(high);
        var fa = value(at, axis, a);
        var fb = value(at, axis, b);
        for (var i = 0; i < SECANTS && fa.isPresent() && fb.isPresent(); i++) {
            var rise = middle(arithmetic.subtract(fb.get(), fa.get()));
            var run = middle(arithmetic.subtract(b, a));
            var step = rise.isZero()
                    ? Optional.<Ball>empty()
                    : arithmetic.divide(arithmetic.multiply(middle(fb.get()), run), rise);
            if (step.isEmpty() || step.get().magnitude() < NEAR) {
                break;
            }
            a = b;
            fa = fb;
            b = middle(arithmetic.subtract(b, step.get()));
            fb = value(at, axis, b);
        }
        var near = new Ball(BigInteger.ONE, BigInteger.ZERO, NEAR);
        var before = value(at, axis, arithmetic.subtract(b, near));
        var after = value(at, axis, arithmetic.add(b, near));
        boolean between = before.isPresent()
                && after.isPresent()
                && (before.get().isPositive() && after.get().isNegative()
                        || before.get().isNegative() && after.get().isPositive());
        at[axis] = arithmetic.withError(b, near);
        return between ? Optional.of(at) : Optional.empty();
    }

    private static Ball middle(Ball ball) {
        return new Ball(ball.middle(), BigInteger.ZERO, ball.exponent());
    }

    private Optional<Ball> value(Ball[] at, int axis, Ball value) {
        at[axis] = value;
        balls.run(at, i -> i <= surface);
        var found = balls.value(surface);
        return found.isDefined() ? Optional.of(found.ball()) : Optional.empty();
    }

    private void look(Ball[] at) {
        balls.run(at, ON);
        var response = balls.value(left);
        var key = balls.value(right);
        if (!key.isDefined()) {
            return;
        }
        if (response.isDefined()) {
            var apart = arithmetic.subtract(response.ball(), key.ball());
            different |= !apart.mayBeZero();
            alike += apart.magnitude() < Math.max(0, key.ball().magnitude()) - ALIKE ? 1 : 0;
        } else if (response.state() == State.UNDEFINED) {
            different |= ++gaps > 2;
        }
    }
}

package org.nabla.math.equivalence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;
import org.nabla.math.value.Kinks;
import org.nabla.math.value.Program;

/**
 * The search for a point that tells two registers apart, in intervals of doubles: first at humane points, then in general
 * position at many scales, near the numbers that occur in the expressions, and on both sides of every kink.
 */
final class Sampling {

    /** So many points of agreement are wanted before equality is believed. */
    static final int ENOUGH = 6;

    private static final int GENERIC_POINTS = 24;
    private static final double CLOSE = 1e-9;
    private static final int LANDMARK_POINTS = 8;
    private static final int MORE_POINTS = 64;
    private static final int STARTS = 6;
    private static final int MAX_LANDMARKS = 24;
    private static final double[] NEIGHBOURHOODS = {1, 0.25, 0.06, 0.015, 0.004, 0.001, 1e-4, 1e-5};

    private final Program program;
    private final int left;
    private final int right;
    private final Deadline deadline;
    private final SamplePoints points;
    private final boolean wholeNumbers;
    private final IntervalMachine machine;
    private final Kinks kinks;
    private final List<double[]> agreeing = new ArrayList<>();
    private final List<double[]> undecided = new ArrayList<>();
    private int tried;
    private int keyUndefined;
    private int responseUndefined;
    private int gaps;
    private int close;
    private boolean cutOff;

    Sampling(Program program, int left, int right, List<Domain> domains, Deadline deadline) {
        this.program = program;
        this.left = left;
        this.right = right;
        this.deadline = deadline;
        points = new SamplePoints(domains, landmarks(program));
        wholeNumbers = domains.stream().allMatch(Domain::wholeNumbers);
        machine = new IntervalMachine(program);
        kinks = new Kinks(program);
    }

    /** A point at which the two differ, or at which only the key is defined, chosen for the reader's eye. */
    Optional<double[]> refute() {
        Optional<double[]> first = Optional.empty();
        for (var i = 0; i < SamplePoints.HUMANE_POINTS; i++) {
            var point = points.humane(i);
            if (point.isPresent() && differAt(point.orElseThrow(), false)) {
                if (isTelling()) {
                    return point;
                }
                first = first.or(() -> point);
            }
        }
        return first.or(this::refuteInGeneral).or(this::refuteWhereDefined).or(this::refuteAcrossKinks);
    }

    private Optional<double[]> refuteInGeneral() {
        for (var i = 0; i < GENERIC_POINTS + LANDMARK_POINTS || (agreeing.size() < ENOUGH && i < MORE_POINTS); i++) {
            var point = i < GENERIC_POINTS || i % 2 == 0 ? points.generic(i) : points.nearLandmark(i);
            if (points.contains(point) && differAt(point, true)) {
                return Optional.of(point);
            }
            if (isPast()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Where the key is seldom defined, its domain is looked for. */
    private Optional<double[]> refuteWhereDefined() {
        if (agreeing.size() >= ENOUGH) {
            return Optional.empty();
        }
        var climb = new Climb(points, this::depthInDomain);
        for (var start = 0; start < STARTS && !isPast() && agreeing.size() < ENOUGH; start++) {
            var from = start == 0 ? points.generic(0) : points.nearLandmark(start);
            var found = climb.from(from).flatMap(this::refuteAround);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Negative by as much as arguments of roots and logarithms lie outside their domains. */
    private double depthInDomain(double[] point) {
        machine.run(point);
        if (machine.state(right) == State.DEFINED) {
            return 1;
        }
        var depth = 0.0;
        for (var i = 0; i <= right; i++) {
            depth -= machine.violation(i);
        }
        return depth == 0 ? Double.NaN : depth;
    }

    private Optional<double[]> refuteAcrossKinks() {
        for (var k = 0; k < 2 * kinks.count() && !isPast(); k++) {
            var kink = k / 2;
            var positive = k % 2 == 0;
            if (kinks.isSeen(kink, positive)) {
                continue;
            }
            var climb = new Climb(points, point -> {
                machine.run(point);
                var value = machine.state(right) == State.DEFINED ? kinks.value(machine, kink) : Double.NaN;
                return positive ? value : -value;
            });
            for (var start : agreeing.stream().limit(3).toList()) {
                var found = climb.from(start).flatMap(this::refuteAround);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<double[]> refuteAround(double[] centre) {
        if (differAt(centre, false)) {
            return Optional.of(centre);
        }
        for (var i = 0; i < 2 * NEIGHBOURHOODS.length; i++) {
            var point = points.near(centre, NEIGHBOURHOODS[i / 2]);
            if (points.contains(point) && differAt(point, true)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    /** Once time has run out, the search is not the whole one. */
    private boolean isPast() {
        cutOff |= deadline.isPast();
        return cutOff;
    }

    /** Whether time ran out before all points were looked at. */
    boolean isCutOff() {
        return cutOff;
    }

    /** Whether the two were seen to agree to many digits, in bounds that leave little room. */
    boolean agreesClosely() {
        return close > 0;
    }

    private boolean isClose() {
        var low = Math.min(machine.low(left), machine.low(right));
        var high = Math.max(machine.high(left), machine.high(right));
        return high - low <= CLOSE * Math.max(Math.abs(low), Math.abs(high));
    }

    private boolean differAt(double[] point, boolean generic) {
        machine.run(point);
        tried++;
        var key = machine.state(right);
        var response = machine.state(left);
        responseUndefined += response == State.UNDEFINED ? 1 : 0;
        if (key == State.UNDEFINED) {
            keyUndefined++;
            return false;
        }
        if (key == State.DEFINED && response == State.UNDEFINED && generic) {
            // At a single point a response may be undefined. Points in general position are not single points, except
            // where only whole numbers count.
            return !wholeNumbers || ++gaps > 2;
        }
        if (machine.differ(left, right)) {
            return true;
        }
        if (key == State.DEFINED && response == State.DEFINED) {
            kinks.note(machine);
            close += generic && isClose() ? 1 : 0;
            (generic ? agreeing : undecided).add(point);
        } else if (response != State.UNDEFINED) {
            undecided.add(point);
        }
        return false;
    }

    /** Whether the difference at the last point is plain to see. */
    private boolean isTelling() {
        var response = machine.middle(left);
        var key = machine.middle(right);
        var size = Math.max(Math.abs(response), Math.abs(key));
        return size < 1e5 && size > 1e-3 && Math.abs(response - key) > 0.02 * size;
    }

    /** Whether the key or the response surely has no value anywhere. */
    boolean isProvedUndefined() {
        if (keyUndefined < tried && responseUndefined < tried) {
            return false;
        }
        if (dividesByZeroEverywhere()) {
            return true;
        }
        var from = new double[points.dimension()];
        var to = from.clone();
        Arrays.fill(from, Double.NEGATIVE_INFINITY);
        Arrays.fill(to, Double.POSITIVE_INFINITY);
        machine.run(from, to);
        return machine.state(left) == State.UNDEFINED || machine.state(right) == State.UNDEFINED;
    }

    /** Whether at points in general position nothing but a divisor that is exactly zero stands in the way. */
    private boolean dividesByZeroEverywhere() {
        for (var i = 0; i < STARTS; i++) {
            machine.run(points.generic(i));
            for (var register = 0; register < program.size(); register++) {
                if (machine.violation(register) != 0) {
                    return false;
                }
            }
        }
        return machine.state(left) == State.UNDEFINED || machine.state(right) == State.UNDEFINED;
    }

    /** Whether both were seen to have a value at some point in general position. */
    boolean isDefinedTogether() {
        return !agreeing.isEmpty();
    }

    IntervalMachine machineAt(double[] point) {
        machine.run(point);
        return machine;
    }

    /** Points for a second look with many bits: some in general position, and those where doubles saw too little. */
    List<double[]> precisePoints() {
        var chosen = new ArrayList<double[]>();
        var step = Math.max(1, agreeing.size() / 8);
        for (var i = 0; i < agreeing.size() && chosen.size() < 8; i += step) {
            chosen.add(agreeing.get(i));
        }
        undecided.stream().limit(8).forEach(chosen::add);
        return chosen;
    }

    private static double[] landmarks(Program program) {
        var found = new TreeSet<Double>();
        for (var i = 0; i < program.size(); i++) {
            if (program.isConstant(i)) {
                var value = Math.abs(program.constant(i).toDouble());
                if (value != 0 && value < 1e9) {
                    found.add(value);
                    found.add(Math.sqrt(value));
                }
            }
        }
        return found.stream()
                .mapToDouble(Double::doubleValue)
                .limit(MAX_LANDMARKS)
                .toArray();
    }
}

package org.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.math.IntervalMachine.State;

/**
 * The search for a point that tells two registers apart, in intervals of doubles: first at humane points, then in general
 * position at many scales and near the numbers that occur in the expressions.
 */
final class Sampling {

    /** So many points of agreement are wanted before equality is believed. */
    static final int ENOUGH = 6;

    private static final int GENERIC_POINTS = 32;
    private static final int LANDMARK_POINTS = 16;
    /** Tried where the key is seldom defined. */
    private static final int MORE_POINTS = 600;

    private final Program program;
    private final int left;
    private final int right;
    private final Deadline deadline;
    private final SamplePoints points;
    private final boolean wholeNumbers;
    private final IntervalMachine machine;
    private final List<double[]> agreeing = new ArrayList<>();
    private final List<double[]> undecided = new ArrayList<>();
    private int tried;
    private int keyDefined;
    private int keyUndefined;
    private int responseUndefined;
    private int gaps;

    Sampling(Program program, int left, int right, List<Domain> domains, Deadline deadline) {
        this.program = program;
        this.left = left;
        this.right = right;
        this.deadline = deadline;
        points = new SamplePoints(domains, landmarks(program));
        wholeNumbers = domains.stream().allMatch(Domain::wholeNumbers);
        machine = new IntervalMachine(program);
    }

    /** A point at which the two differ, or at which only the key is defined, chosen for the reader's eye. */
    Optional<double[]> refute() {
        Optional<double[]> first = Optional.empty();
        for (var point : points.humane()) {
            if (differAt(point, false)) {
                if (isTelling()) {
                    return Optional.of(point);
                }
                first = first.or(() -> Optional.of(point));
            }
            if (deadline.isPast()) {
                break;
            }
        }
        return first.or(this::refuteInGeneral);
    }

    private Optional<double[]> refuteInGeneral() {
        for (var i = 0; i < GENERIC_POINTS + LANDMARK_POINTS || (keyDefined < ENOUGH && i < MORE_POINTS); i++) {
            var point = i < GENERIC_POINTS || i % 2 == 0 ? points.generic(i) : points.nearLandmark(i);
            if (points.contains(point) && differAt(point, true)) {
                return Optional.of(point);
            }
            if (deadline.isPast()) {
                break;
            }
        }
        return Optional.empty();
    }

    private boolean differAt(double[] point, boolean generic) {
        machine.run(point);
        tried++;
        var key = machine.state(right);
        var response = machine.state(left);
        if (response == State.UNDEFINED) {
            responseUndefined++;
        }
        if (key == State.UNDEFINED) {
            keyUndefined++;
            return false;
        }
        if (key == State.DEFINED && response == State.UNDEFINED && generic) {
            // At a single point a response may be undefined. Points in general position are not single points, except
            // where only whole numbers count.
            return !wholeNumbers || ++gaps > 2;
        }
        if (key == State.DEFINED && response == State.DEFINED) {
            keyDefined++;
            if (machine.high(left) < machine.low(right) || machine.high(right) < machine.low(left)) {
                return true;
            }
            (generic ? agreeing : undecided).add(point);
        } else {
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

    boolean keyIsNowhereDefined() {
        return keyDefined == 0 && keyUndefined == tried;
    }

    /** Whether both were seen to have a value at some point in general position. */
    boolean isDefinedTogether() {
        return !agreeing.isEmpty();
    }

    boolean responseIsNowhereDefined() {
        return responseUndefined == tried;
    }

    IntervalMachine machineAt(double[] point) {
        machine.run(point);
        return machine;
    }

    /** Points for a second look with many bits: some in general position, and those where doubles saw too little. */
    List<double[]> precisePoints() {
        var chosen = new ArrayList<double[]>();
        agreeing.stream().limit(8).forEach(chosen::add);
        undecided.stream().limit(8).forEach(chosen::add);
        return chosen;
    }

    private static List<Double> landmarks(Program program) {
        var found = new ArrayList<Double>();
        for (var i = 0; i < program.size(); i++) {
            if (program.isConstant(i)) {
                var value = Math.abs(program.constant(i).toDouble());
                if (value != 0 && value < 1e9) {
                    found.add(value);
                    found.add(Math.sqrt(value));
                }
            }
        }
        return found;
    }
}

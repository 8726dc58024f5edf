package org.nabla.practice.laboratory;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of gradient descent with momentum: the velocity is the momentum times the velocity before, less the rate times
 * the gradient; each step adds it to the point. With momentum 0 this is plain gradient descent.
 *
 * @param steps the start first
 */
record Descent(List<Step> steps, End end) {
    /** Where nothing can be told any more: far beyond every picture. */
    private static final double FAR = 1e6;
    /** A gradient shorter than this is as good as none. */
    private static final double FLAT = 1e-6;

    /** A point on the way, with what is known there and the velocity that brought us. */
    record Step(int number, double x, double y, double loss, double gradientX, double gradientY, double vx, double vy) {

        double steepness() {
            return Math.hypot(gradientX, gradientY);
        }
    }

    /** How the path ended. */
    public enum End {
        /** Still on its way after the steps that were asked. */
        GOING,
        /** The gradient has vanished. */
        SETTLED,
        /** Farther and farther away. */
        DIVERGED,
        /** Where the loss or its gradient has no value. */
        NOWHERE
    }

    /**
     * @param count how many steps at most
     */
    static Descent of(Loss loss, double[] start, double rate, double momentum, int count) {
        var steps = new ArrayList<Step>();
        double x = start[0];
        double y = start[1];
        double vx = 0;
        double vy = 0;
        for (var number = 0; ; number++) {
            var step = new Step(number, x, y, loss.at(x, y), loss.slopeX(x, y), loss.slopeY(x, y), vx, vy);
            if (!Double.isFinite(step.loss()) || !Double.isFinite(step.steepness())) {
                return new Descent(List.copyOf(steps), End.NOWHERE);
            }
            steps.add(step);
            if (Math.hypot(x, y) > FAR || Math.abs(step.loss()) > FAR * FAR) {
                return new Descent(List.copyOf(steps), End.DIVERGED);
            }
            if (step.steepness() < FLAT && Math.hypot(vx, vy) < FLAT) {
                return new Descent(List.copyOf(steps), End.SETTLED);
            }
            if (number == count) {
                return new Descent(List.copyOf(steps), End.GOING);
            }
            vx = momentum * vx - rate * step.gradientX();
            vy = momentum * vy - rate * step.gradientY();
            x += vx;
            y += vy;
        }
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** How often the loss was higher after a step than before. */
    long rises() {
        var count = 0L;
        for (var i = 1; i < steps.size(); i++) {
            count += steps.get(i).loss() > steps.get(i - 1).loss() ? 1 : 0;
        }
        return count;
    }
}

package org.nabla.exercise.contour;

import java.util.function.DoubleBinaryOperator;

/** A function over a window of the plane, its values at the nodes of a fine grid computed when they are asked for. */
final class GridFunction {

    /** Steps of the grid on which lines are looked for, each of which is cut so often where there are some. */
    static final int COARSE = 56;

    static final int CUT = 4;

    /** Fine steps along each side; two more than the window needs, because the grid begins before it. */
    static final int STEPS = (COARSE + 1) * CUT;

    /** No node lies where formulas have their zeros, corners and poles: on whole numbers and simple fractions of the window. */
    private static final double ACROSS = 0.381966;

    private static final double UP = 0.236068;

    private final DoubleBinaryOperator function;
    private final double left;
    private final double bottom;
    private final double width;
    private final double height;
    private final double[] values = new double[(STEPS + 1) * (STEPS + 1)];
    private final boolean[] known = new boolean[values.length];

    /** @param window x from, x to, y from, y to */
    GridFunction(DoubleBinaryOperator function, double[] window) {
        this.function = function;
        this.width = (window[1] - window[0]) / (COARSE * CUT);
        this.height = (window[3] - window[2]) / (COARSE * CUT);
        this.left = window[0] - ACROSS * width;
        this.bottom = window[2] - UP * height;
    }

    double x(double column) {
        return left + column * width;
    }

    double y(double row) {
        return bottom + row * height;
    }

    double at(int column, int row) {
        int i = row * (STEPS + 1) + column;
        if (!known[i]) {
            known[i] = true;
            values[i] = function.applyAsDouble(x(column), y(row));
        }
        return values[i];
    }

    /** Anywhere, in steps of the grid. */
    double at(double column, double row) {
        return function.applyAsDouble(x(column), y(row));
    }
}

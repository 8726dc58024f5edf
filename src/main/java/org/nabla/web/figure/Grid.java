package org.nabla.web.figure;

import java.util.Arrays;

/**
 * Values of a function at equal steps over a window, row by row from the bottom, each from left to right; NaN where it has
 * none.
 */
record Grid(int columns, int rows, double[] values, Window window) {

    boolean isComplete() {
        return columns >= 2 && rows >= 2 && values.length == columns * rows;
    }

    double at(int column, int row) {
        return values[row * columns + column];
    }

    Point place(double column, double row) {
        return new Point(
                window.left() + window.width() * column / (columns - 1),
                window.bottom() + window.height() * row / (rows - 1));
    }

    double lowest() {
        return Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    }

    double highest() {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    }
}

package org.nabla.web.figure;

/**
 * The part of space that is shown. Steps are equal on all axes unless that would make a board or a pole: then a side is drawn
 * longer than it is.
 *
 * @param corners x from, x to, y from, y to, z from, z to
 * @param sides how long the sides are drawn, in parts of the longest
 */
record SpaceBox(double[] corners, double[] sides) {

    private static final double SHORTEST = 0.45;

    /** A graph is as wide as its window and less high, whatever its values. */
    private static final double GRAPH = 0.62;

    static SpaceBox of(double[] corners) {
        var sides = new double[3];
        for (int i = 0; i < 3; i++) {
            sides[i] = corners[2 * i + 1] - corners[2 * i];
        }
        double longest = Math.max(sides[0], Math.max(sides[1], sides[2]));
        for (int i = 0; i < 3; i++) {
            sides[i] = Math.max(SHORTEST, sides[i] / longest);
        }
        return new SpaceBox(corners, sides);
    }

    static SpaceBox above(Grid grid) {
        var w = grid.window();
        double low = grid.lowest();
        double high = grid.highest();
        double more = high - low < 1e-6 ? 1 : 0;
        var corners = new double[] {w.left(), w.right(), w.bottom(), w.top(), low - more, high + more};
        return new SpaceBox(corners, new double[] {1, 1, GRAPH});
    }

    static boolean isSensible(double[] corners) {
        for (int i = 0; i < 6; i += 2) {
            if (!(corners[i + 1] > corners[i]) || !Double.isFinite(corners[i + 1] - corners[i])) {
                return false;
            }
        }
        return true;
    }

    /** Half the sides, in the units of a node. */
    int[] half() {
        return new int[] {half(0), half(1), half(2)};
    }

    private int half(int axis) {
        return (int) Math.round(sides[axis] * Node.UNIT / 2);
    }

    Node place(double x, double y, double z) {
        return new Node(along(0, x), along(1, y), along(2, z));
    }

    int along(int axis, double value) {
        double from = corners[2 * axis];
        double to = corners[2 * axis + 1];
        double part = Math.max(-5, Math.min(5, (value - (from + to) / 2) / (to - from)));
        return (int) Math.round(part * sides[axis] * Node.UNIT);
    }
}

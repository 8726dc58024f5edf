package org.nabla.exercise.template;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Place;

/**
 * A figure as its author describes it, before numbers are known.
 *
 * @param window the corners: x from, x to, y from, y to, and in space z from, z to; there it may be empty, and is then as large as
 *     what is drawn
 * @param axes the letters of the axes; none where none are drawn
 * @param view from where a figure in space is seen: azimuth and elevation in degrees; empty where nothing is said
 * @param layers what is drawn, from the bottom up
 * @param alternative a sentence that says in words what it shows
 * @param asked what is to be placed in it; empty for a figure that only shows
 */
public record FigurePlan(
        List<Formula> window,
        List<String> axes,
        List<Formula> view,
        List<Layer> layers,
        Prose alternative,
        Optional<Asked> asked,
        Place place) {

    public boolean inSpace() {
        return axes.size() == 3;
    }

    /**
     * What is placed in the figure as the answer of a part: it is written into the box of that part.
     *
     * @param what {@code point}, {@code arrow} or {@code region}: a region chooses the option of its label
     * @param part whose answer it is
     * @param from where an arrow starts; the origin where nothing is said
     * @param step to which coordinates snap; 1 where nothing is said
     */
    public record Asked(String what, String part, Optional<Formula> from, Optional<Formula> step) {}

    /**
     * One thing drawn.
     *
     * @param formulas what it is made of; which stands where depends on the type
     * @param letter the parameter of a curve, the outer variable of a region, the variables with commas between where there are more
     * @param marked of a curve, that an arrow shows its direction; of a point, that it lies on a surface, plane or curve of the figure
     */
    public record Layer(
            Type type, List<Formula> formulas, Optional<String> letter, Optional<Prose> label, boolean marked) {
        public Layer {
            formulas = List.copyOf(formulas);
        }

        public Layer(Type type, List<Formula> formulas, Optional<String> letter, Optional<Prose> label) {
            this(type, formulas, letter, label, false);
        }
    }

    /** What can be drawn. */
    public enum Type {
        /** A function and, after it, the levels asked for. */
        CONTOUR,
        /** A function of the two axes, drawn in space. */
        SURFACE,
        /** A vector of two functions. */
        FIELD,
        /** Bounds of x, bounds of y; the letter says which are the outer ones. */
        REGION,
        /** Bounds of r, bounds of theta. */
        POLAR_REGION,
        /** An equation in the two axes. */
        CURVE,
        /** A point in terms of the letter, and the ends of the letter. */
        PARAMETRIC_CURVE,
        POINT,
        /** A vector and where it starts. */
        ARROW,
        /** Corner after corner. */
        POLYGON,
        /** In space, two ends. */
        SEGMENT,
        /** In space, a point and a direction. */
        LINE,
        /** In space, an equation, or a point and two directions. */
        PLANE,
        /** An equation in three letters. */
        LEVEL_SURFACE,
        /** A point in terms of two letters, the ends of the first and of the second. */
        PARAMETRIC_SURFACE,
        /** A vector of three functions, and then a parametric surface. */
        FLUX,
        /** A parametric surface, with its normal vectors: the cross product of its derivatives by the first letter and the second. */
        NORMALS,
        /** Bounds of three coordinates, the outer ones first. */
        SOLID
    }
}

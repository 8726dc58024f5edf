package org.nabla.exercise.template;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Place;

/**
 * A figure as its author describes it, before numbers are known.
 *
 * @param window the corners: x from, x to, y from, y to
 * @param axes the letters of the axes; none where none are drawn
 * @param layers what is drawn, from the bottom up
 * @param alternative a sentence that says in words what it shows
 * @param asked what is to be placed in it; empty for a figure that only shows
 */
public record FigurePlan(
        List<Formula> window,
        List<String> axes,
        List<Layer> layers,
        Prose alternative,
        Optional<Asked> asked,
        Place place) {

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
     * @param letter the parameter of a curve, the outer variable of a region
     */
    public record Layer(Type type, List<Formula> formulas, Optional<String> letter, Optional<Prose> label) {
        public Layer {
            formulas = List.copyOf(formulas);
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
        POLYGON
    }
}

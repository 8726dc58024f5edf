package org.nabla.exercise.lesson;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Place;
import org.nabla.exercise.template.Formula;

/**
 * The one thing that a reader may move in the figure.
 *
 * @param drag whether a point is dragged over the plane; otherwise a number is slid
 * @param parameter what is moved
 * @param label what the control is called
 * @param stops where it may stand; for a point, each of its coordinates
 * @param still the stops that are drawn beside each other on paper
 * @param ask what to predict before it is moved
 * @param reads the sentence below the picture, at each stop
 */
public record Move(
        boolean drag,
        String parameter,
        Said label,
        Stops stops,
        List<Formula> still,
        Said ask,
        Said reads,
        Place place) {

    /** Listed one by one, or {@code from..to step by}. */
    public record Stops(List<Formula> listed, Optional<Steps> steps) {}

    /** Equal steps, both ends included. */
    public record Steps(Formula from, Formula to, Formula by) {}
}

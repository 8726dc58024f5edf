package org.nabla.classroom.marking;

import java.util.Optional;

/**
 * A teacher's word in place of the computed mark.
 *
 * @param points empty where the learner is excused
 */
public record MarkOverride(Optional<Double> points, String reason) {}

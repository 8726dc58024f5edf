package org.nabla.exercise.template;

import org.nabla.exercise.Place;
import org.nabla.math.Expression;

/** An author's formula: as it was written, as it was read, and where. */
public record Formula(String text, Expression tree, Place place) implements Content {}

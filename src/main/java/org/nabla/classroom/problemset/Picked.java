package org.nabla.classroom.problemset;

import org.nabla.exercise.template.ExerciseTemplate;

/** One problem of a set once its templates are chosen. */
public record Picked(ExerciseTemplate template, double points) {}

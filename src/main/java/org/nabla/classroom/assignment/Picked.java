package org.nabla.classroom.assignment;

import org.nabla.exercise.ExerciseTemplate;

/** One problem of a set once its templates are chosen. */
record Picked(ExerciseTemplate template, double points) {}

package org.nabla.classroom.assignment;

import java.util.Optional;
import org.nabla.exercise.ExerciseId;

/**
 * One problem of an assignment.
 *
 * @param position from 1: its number on the page and in the address
 * @param shared the exercise that all learners have; empty where each has their own
 */
public record Problem(long id, int position, ExerciseId template, double points, Optional<Long> shared) {}

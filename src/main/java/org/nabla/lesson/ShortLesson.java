package org.nabla.lesson;

import org.nabla.exercise.lesson.Lesson;

/**
 * Question, idea, rule and picture of a lesson, folded beside an exercise.
 *
 * @param open whether it is unfolded at first
 */
public record ShortLesson(String id, String name, Lesson lesson, boolean open) {}

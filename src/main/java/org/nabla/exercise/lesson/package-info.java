/** Lessons: what a skill's file says, and the page that it becomes. */
@NullMarked
package org.nabla.exercise.lesson;

import org.jspecify.annotations.NullMarked;

/**
 * Courses: who teaches and who learns in them, and the log of what was done.
 *
 * <p>Its rooms: {@code seat} and {@code member} say who is in a course, {@code log} what was done, {@code times} who has other times;
 * {@code people} and {@code roster} bring learners in; {@code course} has the pages of a course; {@code problemset}, {@code assignment},
 * {@code sheet} and {@code marking} are what is set, given, laid out and marked; {@code listing}, {@code dates} and {@code work} have the
 * pages of assignments, {@code note} what a teacher writes to learners; {@code term} takes a course to the next term.
 */
@NullMarked
package org.nabla.classroom;

import org.jspecify.annotations.NullMarked;

/**
 * Courses: who teaches and who learns in them, and the log of what was done.
 *
 * <p>Its rooms: {@code people} and {@code roster} bring learners in; {@code course} has the pages of a course; {@code problemset},
 * {@code assignment}, {@code sheet} and {@code marking} are what is set, given, laid out and marked; {@code work} has the pages on
 * which it is done, {@code note} what a teacher writes to learners, {@code term} takes a course to the next term.
 */
@NullMarked
package org.nabla.classroom;

import org.jspecify.annotations.NullMarked;

/**
 * The words of grading: answer, verdict, outcome. Plain Java; knows nothing of exercises.
 *
 * <p>Its rooms: {@code grader} is the face; {@code value}, {@code collection}, {@code integral}, {@code realset},
 * {@code locus} and {@code choice} hold the kinds of answer; {@code judging}, {@code form} and {@code diagnosis} what the kinds
 * share.
 */
@NullMarked
package org.nabla.grading;

import org.jspecify.annotations.NullMarked;

/**
 * Exercises chosen and practiced.
 *
 * <p>Its rooms: {@code home} is the first page, {@code skill} has the pages of skills; {@code desk} is where an exercise is shown and answered,
 * {@code answer} what is typed, read and judged; {@code next} chooses what comes next, {@code checkin} places a beginner, {@code map}
 * draws the skills, {@code laboratory} is for trying.
 */
@NullMarked
package org.nabla.practice;

import org.jspecify.annotations.NullMarked;

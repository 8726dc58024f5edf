/**
 * Exercises: the same template and seed give the same exercise. Plain Java.
 *
 * <p>Its rooms follow the way from a file to a page: {@code template} is the data, {@code reading} reads it, {@code generator}
 * makes exercises of it with the help of {@code numeric}, {@code check} holds templates to their promises, {@code catalogue}
 * has those that come with the program, and {@code curriculum} the skills.
 */
@NullMarked
package org.nabla.exercise;

import org.jspecify.annotations.NullMarked;

/**
 * The tree of expressions, exact numbers, domains, and the face of the algebra system.
 *
 * <p>Plain Java. Only {@code symja} knows Symja, and text that somebody typed never reaches it: the parser builds a tree
 * from the closed set of nodes of {@link org.nabla.math.Expression}, and only such trees are handed on.
 *
 * <p>Its rooms, from the ground up: {@code ball} and {@code value} compute with proven error; {@code writing}, {@code speech},
 * {@code lexing} and {@code reading} turn trees into text and back; {@code tidy}, {@code canonical} and {@code equivalence}
 * rewrite and compare; {@code exact}, {@code calculus}, {@code solving} and {@code formula} compute what an author asks for;
 * {@code symja}, with {@code wire} and {@code worker}, is the algebra system in processes of its own.
 */
@NullMarked
package org.nabla.math;

import org.jspecify.annotations.NullMarked;

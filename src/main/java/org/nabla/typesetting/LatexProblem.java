package org.nabla.typesetting;

/**
 * Why a formula cannot be set.
 *
 * @param message a sentence for the author, saying what to do
 * @param position where in the LaTeX, counted in chars from 0
 * @param length how many chars are meant
 */
public record LatexProblem(String message, int position, int length) {}

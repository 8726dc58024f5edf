package org.nabla.math;

/**
 * Why a text could not be read: a value, not an exception.
 *
 * @param message a sentence for the learner, saying what to do
 * @param position where in the text, counted in chars from 0
 * @param length how many chars are meant; 0 for a place between two
 */
public record SyntaxError(String message, int position, int length) {}

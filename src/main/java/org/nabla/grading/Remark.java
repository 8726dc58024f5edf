package org.nabla.grading;

/**
 * A mistake that the checker recognised.
 *
 * @param word for statistics: {@code sign}, {@code factor}, {@code swapped}, …
 * @param sentence for the learner: teaches, and never gives the key away
 */
record Remark(String word, String sentence) {}

package org.nabla.grading.judging;

/**
 * A mistake that the checker recognised.
 *
 * @param word for statistics: {@code sign}, {@code factor}, {@code swapped}, …
 * @param sentence for the learner: teaches, and never gives the key away
 */
public record Remark(String word, String sentence) {}

package org.nabla.exercise.template;

/** What may stand as a value in an answer: mathematics, prose for the options of a choice, or a bare word. */
public sealed interface Content permits Formula, Prose, Content.Bare {

    /** A word or number that means itself, such as {@code factored}. */
    record Bare(String text) implements Content {}
}

package org.nabla.exercise.template;

import java.util.Optional;

/** What may stand as a value in an answer: mathematics, prose for the options of a choice, or a bare word. */
public sealed interface Content permits Formula, Prose, Content.Bare {

    /** Hands this to the method for its kind. */
    <T> T to(Visitor<T> visitor);

    /** The formula whose value is meant; empty for prose and bare words, which mean themselves. */
    default Optional<Formula> computed() {
        return Optional.empty();
    }

    /** What does one thing with each kind. */
    interface Visitor<T> {
        T formula(Formula formula);

        T prose(Prose prose);

        T bare(Bare bare);
    }

    /** A word or number that means itself, such as {@code factored}. */
    record Bare(String text) implements Content {
        @Override
        public <T> T to(Visitor<T> visitor) {
            return visitor.bare(this);
        }
    }
}

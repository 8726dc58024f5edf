package org.nabla.exercise;

import java.util.List;
import java.util.Optional;

/** Text with mathematics between dollars, into which values are put when an exercise is generated. */
public record Prose(List<Segment> segments) implements Content {

    static final Prose EMPTY = new Prose(List.of());

    public Prose {
        segments = List.copyOf(segments);
    }

    /** A stretch of prose. */
    sealed interface Segment {}

    /** As it stands. */
    record Literal(String text) implements Segment {}

    /**
     * A value typeset.
     *
     * @param inMath whether it stands between dollars already
     */
    record Value(Formula formula, Style style, boolean inMath) implements Segment {}

    /** A word that was drawn. */
    record Word(String name) implements Segment {}

    /** The first arm whose condition holds. */
    record Branch(List<Arm> arms) implements Segment {
        Branch {
            arms = List.copyOf(arms);
        }
    }

    /** One way on; without a condition it always is. */
    record Arm(Optional<Condition> condition, Prose prose) {}

    /** The text of that number, counted from 1. */
    record Pick(Formula index, List<Prose> texts) implements Segment {
        Pick {
            texts = List.copyOf(texts);
        }
    }

    /** How a value is written. */
    enum Style {
        /** Carried out and tidied: the usual. */
        TIDY,
        /** The drawn values put in and nothing carried out, to show the step. */
        SHOWN,
        /** With its sign in front: {@code + 3} or {@code - 3}, for a further term. */
        SIGNED,
        /** As NumPy source. */
        PYTHON
    }
}

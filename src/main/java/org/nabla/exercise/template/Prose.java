package org.nabla.exercise.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text with mathematics between dollars, into which values are put when an exercise is generated. */
public record Prose(List<Segment> segments) implements Content {

    public static final Prose EMPTY = new Prose(List.of());

    public Prose {
        segments = List.copyOf(segments);
    }

    /** All formulas in it, also of branches that are not taken. */
    public List<Formula> formulas() {
        var formulas = new ArrayList<Formula>();
        for (var segment : segments) {
            if (segment instanceof Value value) {
                formulas.add(value.formula());
            } else if (segment instanceof Branch branch) {
                for (var arm : branch.arms()) {
                    arm.condition().ifPresent(c -> formulas.addAll(c.formulas()));
                    formulas.addAll(arm.prose().formulas());
                }
            } else if (segment instanceof Pick pick) {
                formulas.add(pick.index());
                pick.texts().forEach(text -> formulas.addAll(text.formulas()));
            }
        }
        return List.copyOf(formulas);
    }

    /** A stretch of prose. */
    public sealed interface Segment {}

    /** As it stands. */
    public record Literal(String text) implements Segment {}

    /**
     * A value typeset.
     *
     * @param inMath whether it stands between dollars already
     */
    public record Value(Formula formula, Style style, boolean inMath) implements Segment {}

    /** A word that was drawn. */
    public record Word(String name) implements Segment {}

    /** The first arm whose condition holds. */
    public record Branch(List<Arm> arms) implements Segment {
        public Branch {
            arms = List.copyOf(arms);
        }
    }

    /** One way on; without a condition it always is. */
    public record Arm(Optional<Condition> condition, Prose prose) {}

    /** The text of that number, counted from 1. */
    public record Pick(Formula index, List<Prose> texts) implements Segment {
        public Pick {
            texts = List.copyOf(texts);
        }
    }

    /** How a value is written. */
    public enum Style {
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

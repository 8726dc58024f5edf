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
        return segments.stream().flatMap(segment -> segment.formulas().stream()).toList();
    }

    @Override
    public <T> T to(Visitor<T> visitor) {
        return visitor.prose(this);
    }

    /** A stretch of prose. */
    public sealed interface Segment {

        /** Hands this stretch to the method for its kind. */
        void to(Writer writer);

        /** The formulas in it, also of branches that are not taken. */
        List<Formula> formulas();

        /** The text where it stands as it is; for all else this. */
        default String literal(String otherwise) {
            return otherwise;
        }

        /** The texts of which one is taken; none where there is no choice. */
        default List<Prose> choices() {
            return List.of();
        }
    }

    /** What writes each kind of stretch. */
    public interface Writer {
        void literal(Literal literal);

        void value(Value value);

        void word(Word word);

        void branch(Branch branch);

        void pick(Pick pick);
    }

    /** As it stands. */
    public record Literal(String text) implements Segment {
        @Override
        public void to(Writer writer) {
            writer.literal(this);
        }

        @Override
        public List<Formula> formulas() {
            return List.of();
        }

        @Override
        public String literal(String otherwise) {
            return text;
        }
    }

    /**
     * A value typeset.
     *
     * @param inMath whether it stands between dollars already
     */
    public record Value(Formula formula, Style style, boolean inMath) implements Segment {
        @Override
        public void to(Writer writer) {
            writer.value(this);
        }

        @Override
        public List<Formula> formulas() {
            return List.of(formula);
        }
    }

    /** A word that was drawn. */
    public record Word(String name) implements Segment {
        @Override
        public void to(Writer writer) {
            writer.word(this);
        }

        @Override
        public List<Formula> formulas() {
            return List.of();
        }
    }

    /** The first arm whose condition holds. */
    public record Branch(List<Arm> arms) implements Segment {
        public Branch {
            arms = List.copyOf(arms);
        }

        @Override
        public void to(Writer writer) {
            writer.branch(this);
        }

        @Override
        public List<Formula> formulas() {
            var formulas = new ArrayList<Formula>();
            for (var arm : arms) {
                arm.condition().ifPresent(c -> formulas.addAll(c.formulas()));
                formulas.addAll(arm.prose().formulas());
            }
            return formulas;
        }

        @Override
        public List<Prose> choices() {
            return arms.stream().map(Arm::prose).toList();
        }
    }

    /** One way on; without a condition it always is. */
    public record Arm(Optional<Condition> condition, Prose prose) {}

    /** The text of that number, counted from 1. */
    public record Pick(Formula index, List<Prose> texts) implements Segment {
        public Pick {
            texts = List.copyOf(texts);
        }

        @Override
        public void to(Writer writer) {
            writer.pick(this);
        }

        @Override
        public List<Formula> formulas() {
            var formulas = new ArrayList<>(List.of(index));
            texts.forEach(text -> formulas.addAll(text.formulas()));
            return formulas;
        }

        @Override
        public List<Prose> choices() {
            return texts;
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

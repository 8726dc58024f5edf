package org.nabla.exercise.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;

/**
 * A lesson with its numbers put in, as it is read. Prose is text with mathematics between dollars, as in {@link Exercise}.
 *
 * @param variant 0 for the numbers that everybody sees first; the others are drawn
 */
public record Lesson(
        String skill,
        int version,
        int variant,
        Opening opening,
        Rule rule,
        Picture picture,
        Example example,
        YourTurn check,
        Pitfall pitfall,
        Snippet numpy,
        String ml,
        Onward onward) {

    /** What is asked first, the idea that answers it, and the terms that it brings. */
    public record Opening(String question, String idea, Map<String, String> terms) {}

    /**
     * The picture and what moves it.
     *
     * @param start at which stop the control stands at first
     * @param stills the stops that are drawn beside each other where nothing moves
     */
    public record Picture(Control control, Frame start, List<Frame> stills) {}

    /** The exercises to go on with, easiest first, and the skill that is easily taken for this one. */
    public record Onward(List<String> next, Optional<String> alike) {}

    /** The formulas, one a line, how they are read, and what to mind. */
    public record Rule(List<String> says, String read, List<Paragraph> rules) {}

    /** A paragraph with its name in the address. */
    public record Paragraph(String id, String text) {}

    /**
     * What is moved.
     *
     * @param stops the texts of the stops; for a point, those of each coordinate
     * @param at where it stands at first, counted from 0; for a point two numbers, across and up
     * @param values the numbers behind the stops
     */
    public record Control(
            boolean drag, String label, String ask, List<String> stops, List<Double> values, List<Integer> at) {

        /** How many frames there are. */
        public int frames() {
            return drag ? stops.size() * stops.size() : stops.size();
        }

        /** The frame at which it stands at first: for a point, row by row from the lowest. */
        public int first() {
            return drag ? at.get(1) * stops.size() + at.get(0) : at.get(0);
        }
    }

    /** The picture at one stop, and the sentence below it. */
    public record Frame(Exercise.Figure figure, String reads) {}

    public record Example(String prompt, List<Step> steps) {}

    /** @param see the paragraph that the reason rests on, {@code factor} or {@code DF02#factor} */
    public record Step(String act, String why, Optional<String> see) {}

    /** @param see for each mistake of the answer the paragraph to read */
    public record YourTurn(String prompt, AnswerSpec answer, List<Optional<String>> see) {}

    public record Pitfall(String id, String belief, String truth) {}

    public record Snippet(String code, String says) {}
}

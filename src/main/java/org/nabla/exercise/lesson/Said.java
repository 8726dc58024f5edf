package org.nabla.exercise.lesson;

import org.nabla.exercise.Place;
import org.nabla.exercise.template.Prose;

/**
 * A text of a lesson, as its author wrote it and as it was read: claims name pieces of the first, word for word.
 *
 * @param section in which part of the lesson it stands
 */
public record Said(Section section, String source, Prose prose, Place place) {

    /** The parts of a lesson that are read. */
    public enum Section {
        QUESTION,
        IDEA,
        RULE,
        FIGURE,
        LABEL,
        MOVE,
        EXAMPLE,
        CHECK,
        FEEDBACK,
        PITFALL,
        NUMPY,
        ML
    }

    /** With one blank where the author had any white space. */
    public String flat() {
        return source.strip().replaceAll("\\s+", " ");
    }
}

package org.nabla.practice.answer;

import org.nabla.math.SyntaxError;

/** Why a text cannot be read, with the text around the place. */
public record ReadingProblem(String message, String before, String marked, String after) {

    static ReadingProblem of(SyntaxError error, String typed) {
        var from = Math.min(Math.max(error.position(), 0), typed.length());
        var to = Math.min(from + Math.max(error.length(), 0), typed.length());
        return new ReadingProblem(
                error.message(), typed.substring(0, from), typed.substring(from, to), typed.substring(to));
    }

    /** Whether there is a place to mark, or only a sentence. */
    public boolean placed() {
        return !marked.isEmpty() || !before.isEmpty();
    }
}

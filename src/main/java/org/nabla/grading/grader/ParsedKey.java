package org.nabla.grading.grader;

import java.util.List;
import org.nabla.grading.judging.Kind;

/**
 * A key with its mistakes, each read by the rules of the same kind.
 *
 * @param <R> what a response of this kind is read as
 */
record ParsedKey<R>(Kind<R> judge, List<ParsedMistake<R>> mistakes) implements AnswerKey {

    ParsedKey {
        mistakes = List.copyOf(mistakes);
    }

    @Override
    public String kind() {
        return judge.context().spec().kind();
    }

    /** A mistake is a key of its own: a response matches it when it would be right for it. */
    record ParsedMistake<R>(String index, Kind<R> judge, String feedback) {}
}

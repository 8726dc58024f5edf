package org.nabla.practice.answer;

import java.util.List;
import java.util.function.Function;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.query.Foreseen;
import org.nabla.query.Select;

/**
 * What the page that answers a form will ask the database, so that it is read on the ways that judging and keeping take anyway.
 *
 * @param lasting what nothing changes that is kept: read with the look before anything is written
 * @param asked all of it, with an attempt: what is not read by then is read with the writing. Of the learner alone, whose rows
 *     lie together
 */
public record PageToCome(List<Select<?>> lasting, Function<GradedAttempt, List<Select<?>>> asked, Foreseen foreseen) {

    public PageToCome(List<Select<?>> lasting, Function<GradedAttempt, List<Select<?>>> asked) {
        this(lasting, asked, new Foreseen());
    }

    /** Where there is none, or it is asked for by another request. */
    public static PageToCome unknown() {
        return new PageToCome(List.of(), attempt -> List.of());
    }

    /** With what it asks for an attempt. */
    Foreseen of(GradedAttempt attempt) {
        foreseen.ask(asked.apply(attempt));
        return foreseen;
    }
}

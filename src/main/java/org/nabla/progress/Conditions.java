package org.nabla.progress;

import java.util.List;
import org.nabla.query.Foreseen;
import org.nabla.query.Select;

/**
 * Under which conditions an attempt is written.
 *
 * @param first only where nothing was answered at the exercise before
 * @param asked what {@code entry} asks the database
 * @param entry called in the turn of the learner before anything is written; throws where it must not be
 * @param foreseen what is read for the page that comes
 */
public record Conditions(boolean first, List<Select<?>> asked, Runnable entry, Foreseen foreseen) {

    /** None, but that something is read. */
    public static Conditions reading(Foreseen foreseen) {
        return new Conditions(false, List.of(), () -> {}, foreseen);
    }
}

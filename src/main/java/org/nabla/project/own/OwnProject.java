package org.nabla.project.own;

import java.util.Optional;
import org.nabla.account.UserId;

/**
 * A project that a teacher wrote.
 *
 * @param draft the text as it was saved last
 * @param yaml the text that passed last; empty where none did yet
 * @param version of what passed, from 1
 */
record OwnProject(long number, UserId author, String draft, Optional<String> yaml, int version) {
    static final String PREFIX = "own-";

    String id() {
        return PREFIX + number;
    }

    /** The number in a project's id; empty for one that comes with the program. */
    static Optional<Long> number(String id) {
        return id.matches(PREFIX + "[1-9][0-9]{0,14}")
                ? Optional.of(Long.parseLong(id.substring(PREFIX.length())))
                : Optional.empty();
    }
}

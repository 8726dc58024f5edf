package org.nabla.classroom.roster;

import java.util.Optional;

/**
 * A learner as a roster names them, before anything of it is trusted.
 *
 * @param place where they stand, such as {@code line 7}
 * @param login in small letters, as logins are stored
 * @param email empty where there is none
 * @param schoolId the name in the school's own system; empty where there is none
 */
public record RosterRow(String place, String name, String login, String email, String schoolId) {

    Optional<String> optionalEmail() {
        return Optional.of(email).filter(text -> !text.isEmpty());
    }

    Optional<String> optionalSchoolId() {
        return Optional.of(schoolId).filter(text -> !text.isEmpty());
    }
}

package org.nabla.classroom.roster;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nabla.classroom.seat.PersonName;

/**
 * A learner as a roster names them, before anything of it is trusted.
 *
 * @param place where they stand, such as {@code line 7}
 * @param login in small letters, as logins are stored
 * @param email empty where there is none
 * @param schoolId the name in the school's own system; empty where there is none
 * @param section the part of the course to which they belong; empty where the roster does not say
 */
public record RosterRow(String place, PersonName person, String login, String email, String schoolId, String section) {

    /** What a spreadsheet makes of a long number: most of its digits are gone for good. */
    private static final Pattern SPOILT = Pattern.compile("[0-9]([.,][0-9]+)?[Ee]\\+[0-9]{1,3}");

    public String name() {
        return person.shown();
    }

    Optional<String> optionalEmail() {
        return Optional.of(email).filter(text -> !text.isEmpty());
    }

    Optional<String> optionalSchoolId() {
        return Optional.of(schoolId).filter(text -> !text.isEmpty());
    }

    /** A number of which a spreadsheet has left only the first digits. */
    Optional<String> spoilt() {
        return Stream.of(login, schoolId)
                .filter(text -> SPOILT.matcher(text).matches())
                .findFirst()
                .map(text -> text.replace('e', 'E'));
    }
}

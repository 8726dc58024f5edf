package org.nabla.classroom.people;

import java.util.Optional;
import org.nabla.classroom.times.Accommodation;
import org.nabla.web.form.FormErrors;

/** What a teacher typed of the time that a learner has. */
record AccommodationForm(String factor, String days) {

    static AccommodationForm of(Accommodation now) {
        return new AccommodationForm(now.factorText(), Integer.toString(now.extraDays()));
    }

    /** Adds to the errors what is wrong; empty where anything is. Nothing typed is nothing given. */
    Optional<Accommodation> read(FormErrors errors) {
        var plain = factor.strip().replace(',', '.');
        var times = plain.isEmpty() ? 1 : plain.matches("[0-9](\\.[0-9]{0,2})?") ? Double.parseDouble(plain) : 0;
        if (times < 1 || times > Accommodation.MOST_FACTOR) {
            errors.add("factor", "Type a number from 1 to 3, such as 1.5.");
        }
        var typed = days.strip();
        var more = typed.isEmpty() ? 0 : typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : -1;
        if (more < 0 || more > Accommodation.MOST_DAYS) {
            errors.add("days", "Type a whole number of days from 0 to " + Accommodation.MOST_DAYS + ".");
        }
        return errors.isEmpty() ? Optional.of(new Accommodation(times, more)) : Optional.empty();
    }
}

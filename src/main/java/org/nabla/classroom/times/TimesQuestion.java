package org.nabla.classroom.times;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.seat.Seat;

/** Asks before learners get other times in all assignments: which marks that changes. The feature that knows marks is a bean of this type. */
public interface TimesQuestion {

    /**
     * A form that gives other times.
     *
     * @param title of what it does
     * @param action where it goes
     * @param back where nothing is changed
     * @param fields of it, those of learners apart
     * @param learners who were chosen in it
     */
    record Asked(String title, String action, String back, Map<String, String> fields, List<UserId> learners) {}

    /** @return the page that asks; empty where no mark changes, or this very list was seen */
    Optional<Response> ask(Seat by, Asked asked, List<UserId> learners, OtherTimes times);
}

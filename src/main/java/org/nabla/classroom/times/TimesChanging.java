package org.nabla.classroom.times;

import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;

/**
 * Told in the transaction in which learners get other times, before they do: what they were told by then stays where it is later.
 *
 * @param act in which it is done, where it can be taken back
 */
public record TimesChanging(long course, List<UserId> learners, OtherTimes times, Optional<Long> act) {
    public TimesChanging {
        learners = List.copyOf(learners);
    }
}

package org.nabla.account.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.nabla.account.UserId;

/**
 * Knows what somebody could be told of. Each feature that has such is a bean of this type. It tells only what its reader may see on
 * the pages at this moment; what they were told before, others keep.
 */
public interface NoticeSource {

    /** For whom and when. @param zone where they are */
    record Reader(UserId user, ZoneId zone, Instant now) {

        /** Their day. */
        public LocalDate day() {
            return LocalDate.ofInstant(now, zone);
        }

        /** When a day of theirs is over, so many days from now. */
        public Instant endOfDay(int later) {
            return day().plusDays(later + 1L).atStartOfDay(zone).toInstant();
        }
    }

    NoticeKind kind();

    List<Notice> of(Reader reader);
}

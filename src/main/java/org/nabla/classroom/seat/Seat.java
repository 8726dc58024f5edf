package org.nabla.classroom.seat;

import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import org.nabla.account.UserId;
import org.nabla.web.trouble.Refusal;

/**
 * What somebody is in a course, with what each of its pages says of the course.
 *
 * @param course the course's number
 * @param zone where the dates of the course are meant
 * @param user whose seat it is
 * @param rights how far their hand reaches
 */
public record Seat(
        long course, String title, ZoneId zone, boolean archived, UserId user, CourseRole role, SeatRights rights) {

    /** One with what its role may by itself. */
    public Seat(long course, String title, ZoneId zone, boolean archived, UserId user, CourseRole role) {
        this(course, title, zone, archived, user, role, SeatRights.of(role));
    }

    public boolean teaches() {
        return role.teaches();
    }

    /** Whether they see what learners do, and mark it: teachers and assistants. */
    public boolean marks() {
        return role.marks();
    }

    /** Whether they may rename, archive and hand over the course. */
    public boolean leads() {
        return rights.leads();
    }

    /** Whether they see all learners of the course, not those of some sections alone. */
    public boolean seesAll() {
        return rights.only().isEmpty();
    }

    /** Whether they see the learners of this section. */
    public boolean seesSection(long section) {
        return rights.only().map(sections -> sections.contains(section)).orElse(true);
    }

    /** The page of the course. */
    public String address() {
        return "/courses/" + course;
    }

    /**
     * This seat, where the course can still be changed.
     *
     * @throws Refusal where it is archived
     */
    public Seat inUse() {
        if (archived) {
            throw new Refusal(
                    Response.Status.CONFLICT,
                    "This course is archived",
                    "It can be read, but nothing in it changes any more. Its teacher can take it out of the archive.");
        }
        return this;
    }
}

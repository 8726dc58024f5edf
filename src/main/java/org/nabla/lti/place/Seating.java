package org.nabla.lti.place;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.nabla.account.UserId;
import org.nabla.account.operator.Teachers;
import org.nabla.classroom.Arrivals;
import org.nabla.lti.place.Contexts.Context;

/** Gives whoever comes by a platform their seat in the course here. */
@Singleton
public class Seating {
    private final Contexts contexts;
    private final Arrivals arrivals;
    private final Teachers teachers;

    Seating(Contexts contexts, Arrivals arrivals, Teachers teachers) {
        this.contexts = contexts;
        this.arrivals = arrivals;
        this.teachers = teachers;
    }

    /** Somebody is in the course there: a teacher may teach here, and in the course here they are the same. */
    @Transactional
    public void take(Context context, UserId user, String subject, boolean teaches) {
        contexts.came(context.id(), user, subject, teaches);
        if (teaches) {
            teachers.becomes(user);
        }
        context.course().ifPresent(course -> seat(context, course, user, teaches));
    }

    /** Somebody is in it no more. */
    @Transactional
    public void leave(Context context, UserId user) {
        contexts.left(context.id(), user);
        context.course().ifPresent(course -> arrivals.goes(course, user, context.platformName()));
    }

    /** From now on this is the course; all who came so far are in it. */
    @Transactional
    public void bind(Context context, long course) {
        contexts.bind(context.id(), course);
        contexts.members(context.id()).stream()
                .filter(member -> !member.left())
                .forEach(member -> seat(context, course, member.user(), member.teaches()));
    }

    private void seat(Context context, long course, UserId user, boolean teaches) {
        if (teaches) {
            arrivals.teaches(course, user, context.platformName());
        } else {
            arrivals.learns(course, user, context.platformName());
        }
    }
}

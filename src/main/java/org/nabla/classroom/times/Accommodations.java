package org.nabla.classroom.times;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.Seat;
import org.nabla.query.Rows;

/** Who has more time in a course, in each assignment. Seen by the learner and by those who teach the course, and by nobody else. */
@Singleton
public class Accommodations {
    private final EntityManager database;
    private final CourseLog log;
    private final Event<TimesChanging> changing;
    private final Event<TimesChanged> changed;

    Accommodations(EntityManager database, CourseLog log, Event<TimesChanging> changing, Event<TimesChanged> changed) {
        this.changing = changing;
        this.database = database;
        this.log = log;
        this.changed = changed;
    }

    /** {@link Accommodation#NONE} for whoever has none. */
    @Transactional
    public Accommodation of(long course, UserId learner) {
        return Rows.first(
                        database.createNativeQuery(
                                        "select time_factor, extra_days from enrolment where course_id = :course and learner_id = :learner")
                                .setParameter("course", course)
                                .setParameter("learner", learner.value()),
                        Accommodation.class)
                .orElse(Accommodation.NONE);
    }

    /** Marks follow. Says whether there is such a learner in the course now. What it is stays out of the log: that is for all who teach, for ever. */
    @Transactional
    public boolean give(Seat by, UserId learner, Accommodation given) {
        changing.fire(new TimesChanging(by.course(), List.of(learner), new OtherTimes.With(given), Optional.empty()));
        var found = database.createNativeQuery(
                                "update enrolment set time_factor = cast(:factor as numeric),"
                                        + " extra_days = :days where course_id = :course and learner_id = :learner and left_at is null")
                        .setParameter("factor", given.factor())
                        .setParameter("days", given.extraDays())
                        .setParameter("course", by.course())
                        .setParameter("learner", learner.value())
                        .executeUpdate()
                > 0;
        if (found) {
            log.write(by.course(), by.user(), LogAction.ACCOMMODATED, learner, "");
            changed.fire(new TimesChanged(by.course(), learner));
        }
        return found;
    }

    /** What a page says to the learner; empty where there is nothing to say. */
    @Transactional
    public Optional<String> sentence(Seat learner) {
        return of(learner.course(), learner.user()).words().map(words -> "You have " + words + ".");
    }
}

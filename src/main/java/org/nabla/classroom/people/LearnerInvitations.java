package org.nabla.classroom.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.member.Joined;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.SeatRepository;
import org.nabla.query.Rows;

/** Asks people who have an account to learn in a course: they join when they say yes, and never otherwise. */
@Singleton
public class LearnerInvitations {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int MOST_OPEN = 500;

    /** An invitation that is still open, as a teacher sees it: by the login that they typed, before somebody says yes nothing more is told. */
    record Open(UserId id, String login, Instant expiresAt) {}

    private final EntityManager database;
    private final UserRepository users;
    private final SeatRepository seats;
    private final Event<Joined> joined;
    private final CourseLog log;
    private final Clock clock;

    LearnerInvitations(
            EntityManager database,
            UserRepository users,
            SeatRepository seats,
            Event<Joined> joined,
            CourseLog log,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.seats = seats;
        this.joined = joined;
        this.log = log;
        this.clock = clock;
    }

    /** @return why nobody was invited, in a sentence; empty where it is done */
    @Transactional
    Optional<String> invite(Seat by, String login) {
        var invited = users.withLogin(login);
        if (invited.isEmpty()) {
            return Optional.of(
                    "There is no account with this login. Check it, or give out the join code: with it they make one.");
        }
        var id = invited.get().id();
        var seat = seats.find(by.course(), id);
        if (seat.isPresent()) {
            return Optional.of(
                    seat.get().marks() ? "This account teaches the course." : "This account is in the course already.");
        }
        if (open(by.course()).size() >= MOST_OPEN) {
            return Optional.of("There are " + MOST_OPEN + " open invitations already. Withdraw one first.");
        }
        database.createNativeQuery("insert into learner_invitation (course_id, invitee_id, invited_at, expires_at)"
                        + " values (:course, :invitee, :now, :until)"
                        + " on conflict (course_id, invitee_id) do update set expires_at = excluded.expires_at")
                .setParameter("course", by.course())
                .setParameter("invitee", id.value())
                .setParameter("now", clock.instant())
                .setParameter("until", clock.instant().plus(LIFE))
                .executeUpdate();
        log.write(by.course(), by.user(), LogAction.LEARNER_INVITED, id, "");
        return Optional.empty();
    }

    @Transactional
    List<Open> open(long course) {
        return Rows.all(
                database.createNativeQuery("""
                        select a.id, coalesce(a.login, ''), i.expires_at
                        from learner_invitation i join account a on a.id = i.invitee_id
                        where i.course_id = :course and i.expires_at > :now order by i.invited_at, a.id""").setParameter("course", course).setParameter("now", clock.instant()),
                Open.class);
    }

    /** Says whether there was such an invitation. */
    @Transactional
    boolean withdraw(Seat by, UserId invitee) {
        return remove(by.course(), invitee);
    }

    /** The courses in which somebody is asked to learn. */
    @Transactional
    public List<InvitationService.Invited> waitingFor(UserId user) {
        return Rows.all(
                database.createNativeQuery("""
                        select c.id, c.title, 'LEARNER' from learner_invitation i join course c on c.id = i.course_id
                        where i.invitee_id = :user and i.expires_at > :now and c.archived_at is null
                        order by i.invited_at, c.id""")
                        .setParameter("user", user.value())
                        .setParameter("now", clock.instant()),
                InvitationService.Invited.class);
    }

    /** What somebody who was invited makes of it. Says whether they were. */
    @Transactional
    public boolean answer(UserId user, long course, boolean accepted) {
        var invited = waitingFor(user).stream().anyMatch(waiting -> waiting.course() == course);
        if (invited) {
            remove(course, user);
        }
        if (invited && accepted && seats.enrol(course, user, clock.instant())) {
            joined.fire(new Joined(course));
            log.write(course, user, LogAction.JOINED, "by invitation");
        }
        return invited;
    }

    private boolean remove(long course, UserId invitee) {
        return database.createNativeQuery(
                                "delete from learner_invitation where course_id = :course and invitee_id = :invitee")
                        .setParameter("course", course)
                        .setParameter("invitee", invitee.value())
                        .executeUpdate()
                > 0;
    }
}

package org.nabla.classroom.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.Teachers;
import org.nabla.account.Token;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.classroom.CourseLog;
import org.nabla.classroom.CourseRole;
import org.nabla.classroom.LogAction;
import org.nabla.classroom.Seat;
import org.nabla.classroom.SeatRepository;
import org.nabla.web.Refusal;

/** Asks others to teach a course: an account by its login, or whoever has a link, once. */
@ApplicationScoped
public class InvitationService {

    private static final Duration LIFE = Duration.ofDays(7);
    private static final int MOST_OPEN = 20;

    /** A course in which somebody is asked to teach. */
    public record Invited(long course, String title) {}

    /** An invitation that is still open, as the teacher sees it. @param login empty for a link */
    record Open(long id, String login, Instant expiresAt) {}

    /** What a link leads to. */
    record Offer(long course, String title) {}

    private final EntityManager database;
    private final UserRepository users;
    private final SeatRepository seats;
    private final Teachers teachers;
    private final CourseLog log;
    private final Clock clock;

    InvitationService(
            EntityManager database,
            UserRepository users,
            SeatRepository seats,
            Teachers teachers,
            CourseLog log,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.seats = seats;
        this.teachers = teachers;
        this.log = log;
        this.clock = clock;
    }

    /** Returns why nobody was invited, in a sentence; empty where it is done. */
    @Transactional
    Optional<String> inviteLogin(Seat by, String login) {
        var invited = users.withLogin(login);
        if (invited.isEmpty()) {
            return Optional.of("There is no account with this login. Check it, or send a link.");
        }
        var id = invited.get().id();
        if (seats.find(by.course(), id).filter(Seat::teaches).isPresent()) {
            return Optional.of("This account teaches the course already.");
        }
        if (full(by.course())) {
            return tooMany();
        }
        database.createNativeQuery("insert into teaching_invitation (course_id, invitee_id, created_at, expires_at)"
                        + " values (:course, :invitee, :now, :until)"
                        + " on conflict (course_id, invitee_id) do update set expires_at = excluded.expires_at")
                .setParameter("course", by.course())
                .setParameter("invitee", id.value())
                .setParameter("now", clock.instant())
                .setParameter("until", clock.instant().plus(LIFE))
                .executeUpdate();
        log.write(by.course(), by.user(), LogAction.TEACHER_INVITED, id, "by login");
        return Optional.empty();
    }

    /** A secret that makes whoever has it a co-teacher, once; empty where too many are open. */
    @Transactional
    Optional<Token> inviteByLink(Seat by) {
        if (full(by.course())) {
            return Optional.empty();
        }
        var token = Token.random();
        database.createNativeQuery("insert into teaching_invitation (course_id, token_hash, created_at, expires_at)"
                        + " values (:course, :hash, :now, :until)")
                .setParameter("course", by.course())
                .setParameter("hash", token.hash())
                .setParameter("now", clock.instant())
                .setParameter("until", clock.instant().plus(LIFE))
                .executeUpdate();
        log.write(by.course(), by.user(), LogAction.TEACHER_INVITED, "by link");
        return Optional.of(token);
    }

    static Optional<String> tooMany() {
        return Optional.of("There are " + MOST_OPEN + " open invitations already. Withdraw one first.");
    }

    /** Says whether there was such an invitation. */
    @Transactional
    boolean withdraw(Seat by, long invitation) {
        var gone = database.createNativeQuery("delete from teaching_invitation where id = :id and course_id = :course")
                        .setParameter("id", invitation)
                        .setParameter("course", by.course())
                        .executeUpdate()
                > 0;
        if (gone) {
            log.write(by.course(), by.user(), LogAction.INVITATION_WITHDRAWN, "");
        }
        return gone;
    }

    @Transactional
    List<Open> open(long course) {
        List<?> rows = database.createNativeQuery("""
                        select i.id, a.login, i.expires_at
                        from teaching_invitation i left join account a on a.id = i.invitee_id
                        where i.course_id = :course and i.expires_at > :now order by i.id""")
                .setParameter("course", course)
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Open(
                        ((Number) row[0]).longValue(),
                        Optional.ofNullable((String) row[1]).orElse(""),
                        (Instant) row[2]))
                .toList();
    }

    @Transactional
    public List<Invited> waitingFor(UserId user) {
        List<?> rows = database.createNativeQuery("""
                        select c.id, c.title from teaching_invitation i join course c on c.id = i.course_id
                        where i.invitee_id = :user and i.expires_at > :now and c.archived_at is null order by i.id""")
                .setParameter("user", user.value())
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Invited(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }

    /** What somebody who was invited by login makes of it. Says whether they were. */
    @Transactional
    public boolean answer(UserId user, long course, boolean accepted) {
        var invited = database.createNativeQuery("delete from teaching_invitation where course_id = :course"
                                + " and invitee_id = :user and expires_at > :now")
                        .setParameter("course", course)
                        .setParameter("user", user.value())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                > 0;
        if (invited && accepted) {
            teach(course, user);
        }
        return invited;
    }

    @Transactional
    Optional<Offer> offer(Token token) {
        List<?> rows = database.createNativeQuery("""
                        select c.id, c.title from teaching_invitation i join course c on c.id = i.course_id
                        where i.token_hash = :hash and i.expires_at > :now and c.archived_at is null""")
                .setParameter("hash", token.hash())
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Offer(((Number) row[0]).longValue(), (String) row[1]))
                .findFirst();
    }

    /** Uses a link up. Empty where somebody was quicker, or it has run out. */
    @Transactional
    Optional<Offer> accept(UserId user, Token token) {
        var offer = offer(token);
        var first = database.createNativeQuery("delete from teaching_invitation where token_hash = :hash")
                        .setParameter("hash", token.hash())
                        .executeUpdate()
                > 0;
        return offer.filter(o -> first).map(found -> {
            teach(found.course(), user);
            return found;
        });
    }

    private void teach(long course, UserId user) {
        if (seats.appoint(course, user, CourseRole.CO_TEACHER, clock.instant())) {
            teachers.becomes(user);
            log.write(course, user, LogAction.TEACHER_JOINED, "");
        }
    }

    private boolean full(long course) {
        return open(course).size() >= MOST_OPEN;
    }

    /** What is said where an invitation does not exist, or no longer. */
    public static Refusal gone() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is no such invitation",
                "It was used, withdrawn, or has run out: an invitation is open for a week. Ask for a new one.");
    }
}

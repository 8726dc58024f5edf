package org.nabla.classroom.people;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Token;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.operator.Teachers;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.SeatRepository;
import org.nabla.query.Rows;
import org.nabla.web.trouble.Refusal;

/** Asks others to teach a course: an account by its login, or whoever has a link, once. */
@Singleton
public class InvitationService {

    private static final Duration LIFE = Duration.ofDays(7);
    private static final int MOST_OPEN = 20;
    private static final String RETURNING = " returning role, array_to_string(sections, ',')";

    /** A course in which somebody is asked to teach. */
    public record Invited(long course, String title, CourseRole role) {}

    /** An invitation that is still open, as the teacher sees it. @param login empty for a link */
    record Open(long id, String login, CourseRole role, Instant expiresAt) {}

    /** What a link leads to. */
    record Offer(long course, String title, CourseRole role) {}

    /** What somebody is asked to be. @param sections those of an assistant; empty for the whole course */
    record Asked(CourseRole role, Optional<Set<Long>> sections) {
        static final Asked CO_TEACHER = new Asked(CourseRole.CO_TEACHER, Optional.empty());

        private Long @Nullable [] array() {
            return sections.map(ids -> ids.toArray(Long[]::new)).orElse(null);
        }
    }

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
    Optional<String> inviteLogin(Seat by, String login, Asked asked) {
        var invited = users.withLogin(login);
        if (invited.isEmpty()) {
            return Optional.of("There is no account with this login. Check it, or send a link.");
        }
        var id = invited.get().id();
        if (seats.find(by.course(), id).filter(Seat::marks).isPresent()) {
            return Optional.of("This account teaches or assists in the course already. Remove it first.");
        }
        if (full(by.course())) {
            return tooMany();
        }
        database.createNativeQuery("insert into teaching_invitation"
                        + " (course_id, invitee_id, role, sections, created_at, expires_at)"
                        + " values (:course, :invitee, :role, cast(:sections as bigint[]), :now, :until)"
                        + " on conflict (course_id, invitee_id) do update set expires_at = excluded.expires_at,"
                        + " role = excluded.role, sections = excluded.sections")
                .setParameter("role", asked.role().name())
                .setParameter("sections", asked.array())
                .setParameter("course", by.course())
                .setParameter("invitee", id.value())
                .setParameter("now", clock.instant())
                .setParameter("until", clock.instant().plus(LIFE))
                .executeUpdate();
        log.write(by.course(), by.user(), LogAction.TEACHER_INVITED, id, said(asked) + ", by login");
        return Optional.empty();
    }

    private static String said(Asked asked) {
        return "as " + asked.role().word().toLowerCase(Locale.ROOT);
    }

    /** A secret that lets whoever has it teach or assist, once; empty where too many are open. */
    @Transactional
    Optional<Token> inviteByLink(Seat by, Asked asked) {
        if (full(by.course())) {
            return Optional.empty();
        }
        var token = Token.random();
        database.createNativeQuery("insert into teaching_invitation"
                        + " (course_id, token_hash, role, sections, created_at, expires_at)"
                        + " values (:course, :hash, :role, cast(:sections as bigint[]), :now, :until)")
                .setParameter("role", asked.role().name())
                .setParameter("sections", asked.array())
                .setParameter("course", by.course())
                .setParameter("hash", token.hash())
                .setParameter("now", clock.instant())
                .setParameter("until", clock.instant().plus(LIFE))
                .executeUpdate();
        log.write(by.course(), by.user(), LogAction.TEACHER_INVITED, said(asked) + ", by link");
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
        return Rows.all(
                database.createNativeQuery("""
                        select i.id, coalesce(a.login, ''), i.role, i.expires_at
                        from teaching_invitation i left join account a on a.id = i.invitee_id
                        where i.course_id = :course and i.expires_at > :now order by i.id""").setParameter("course", course).setParameter("now", clock.instant()),
                Open.class);
    }

    @Transactional
    public List<Invited> waitingFor(UserId user) {
        return Rows.all(
                database.createNativeQuery("""
                        select c.id, c.title, i.role from teaching_invitation i join course c on c.id = i.course_id
                        where i.invitee_id = :user and i.expires_at > :now and c.archived_at is null order by i.id""")
                        .setParameter("user", user.value())
                        .setParameter("now", clock.instant()),
                Invited.class);
    }

    /** What somebody who was invited by login makes of it. Says whether they were. */
    @Transactional
    public boolean answer(UserId user, long course, boolean accepted) {
        var invited = taken(database.createNativeQuery("delete from teaching_invitation where course_id = :course"
                        + " and invitee_id = :user and expires_at > :now" + RETURNING)
                .setParameter("course", course)
                .setParameter("user", user.value())
                .setParameter("now", clock.instant()));
        invited.filter(asked -> accepted).ifPresent(asked -> teach(course, user, asked));
        return invited.isPresent();
    }

    /** What the invitation asked that was just used up. */
    private static Optional<Asked> taken(Query query) {
        return Rows.first(query, Used.class)
                .map(used -> new Asked(used.role(), used.sections().map(InvitationService::numbers)));
    }

    private record Used(CourseRole role, Optional<String> sections) {}

    private static Set<Long> numbers(String list) {
        return list.isEmpty()
                ? Set.of()
                : Stream.of(list.split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }

    @Transactional
    Optional<Offer> offer(Token token) {
        return Rows.first(
                database.createNativeQuery("""
                        select c.id, c.title, i.role from teaching_invitation i join course c on c.id = i.course_id
                        where i.token_hash = :hash and i.expires_at > :now and c.archived_at is null""")
                        .setParameter("hash", token.hash())
                        .setParameter("now", clock.instant()),
                Offer.class);
    }

    /** Uses a link up. Empty where somebody was quicker, or it has run out. */
    @Transactional
    Optional<Offer> accept(UserId user, Token token) {
        var offer = offer(token);
        var first =
                taken(database.createNativeQuery("delete from teaching_invitation where token_hash = :hash" + RETURNING)
                        .setParameter("hash", token.hash()));
        return offer.filter(o -> first.isPresent()).map(found -> {
            teach(found.course(), user, first.get());
            return found;
        });
    }

    /** An assistant teaches nothing of their own: the account becomes no teacher. */
    private void teach(long course, UserId user, Asked asked) {
        if (!seats.appoint(course, user, asked.role(), asked.sections(), clock.instant())) {
            return;
        }
        if (asked.role().teaches()) {
            teachers.becomes(user);
        }
        log.write(course, user, asked.role().teaches() ? LogAction.TEACHER_JOINED : LogAction.ASSISTANT_JOINED, "");
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

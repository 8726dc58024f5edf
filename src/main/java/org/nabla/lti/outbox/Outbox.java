package org.nabla.lti.outbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** The lines that wait to be sent, in the database: what is taken out is kept from other instances for a while, and comes back if its instance ends. */
@Singleton
class Outbox {
    /** So long whoever took a line may work on it. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_ATTEMPTS = 40;
    private static final int LONGEST_TROUBLE = 500;

    /** A column that a platform is to make, or has made. */
    record Item(long id, long context, long assignment, Optional<String> url, String trouble) {}

    /** A mark to be sent. @param stamp the time that the message names */
    record Waiting(
            long item,
            long context,
            String url,
            UserId user,
            String subject,
            Optional<Double> points,
            double maximum,
            Instant stamp,
            int attempts) {}

    private final EntityManager database;
    private final Clock clock;

    Outbox(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The column of an assignment, where it is noted. */
    @Transactional
    Optional<Item> item(long context, long assignment) {
        return items("context_id = :context and assignment_id = :other", context, assignment).stream()
                .findFirst();
    }

    /** Notes the column of an assignment that stands. */
    @Transactional
    Item newItem(long context, long assignment) {
        database.createNativeQuery("insert into lti_line_item (context_id, assignment_id, next_at)"
                        + " values (:context, :assignment, :now) on conflict do nothing")
                .setParameter("context", context)
                .setParameter("assignment", assignment)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return item(context, assignment).orElseThrow();
    }

    /** Columns of assignments that are gone. */
    void forget(Set<Long> assignments) {
        database.createNativeQuery(
                        "delete from lti_line_item where assignment_id = any (cast(:assignments as bigint[]))")
                .setParameter("assignments", assignments.toArray(Long[]::new))
                .executeUpdate();
    }

    @Transactional
    List<Item> items(long context) {
        return items("context_id = :context and id > :other order by id", context, 0);
    }

    /** Columns whose address is still to be had, and may be asked for now. */
    @Transactional
    List<Item> itemsToMake() {
        return Rows.all(
                database.createNativeQuery("""
                        update lti_line_item set next_at = :lease, attempts = attempts + 1 where id in (
                            select id from lti_line_item where url is null and next_at <= :now
                            order by next_at limit 50 for update skip locked)
                        returning id, context_id, assignment_id, url, trouble""")
                        .setParameter("now", clock.instant())
                        .setParameter("lease", clock.instant().plus(LEASE)),
                Item.class);
    }

    @Transactional
    void made(long item, String url) {
        database.createNativeQuery("update lti_line_item set url = :url, trouble = '', attempts = 0 where id = :id")
                .setParameter("url", url)
                .setParameter("id", item)
                .executeUpdate();
    }

    @Transactional
    void notMade(long item, String trouble) {
        database.createNativeQuery("update lti_line_item set trouble = :trouble,"
                        + " next_at = cast(:now as timestamptz) + make_interval(secs => least(:longest, :first * power(2,"
                        + " least(attempts - 1, 20)))) where id = :id")
                .setParameter("trouble", shortened(trouble))
                .setParameter("now", clock.instant().toString())
                .setParameter("longest", LONGEST_WAIT.toSeconds())
                .setParameter("first", FIRST_WAIT.toSeconds())
                .setParameter("id", item)
                .executeUpdate();
    }

    /** Whose mark for which column. */
    record Place(long item, UserId user) {}

    /** A mark as it was noted last, whether it has arrived or not. */
    record Noted(Optional<Double> points, double maximum) {
        boolean is(Optional<Double> other, double otherMaximum) {
            return points.equals(other) && (points.isEmpty() || maximum == otherMaximum);
        }
    }

    private record NotedAt(Place place, Noted noted) {}

    /** All that is noted for a course of a platform: a gradebook has thousands of marks, and few of them are new. */
    @Transactional
    Map<Place, Noted> noted(long context) {
        return Rows.all(
                        database.createNativeQuery(
                                        "select s.line_item_id, s.account_id, s.points, s.maximum from lti_score s"
                                                + " join lti_line_item i on i.id = s.line_item_id where i.context_id = :context")
                                .setParameter("context", context),
                        NotedAt.class)
                .stream()
                .collect(Collectors.toMap(NotedAt::place, NotedAt::noted));
    }

    /** What a platform is to have. A mark that it has, or was refused and is the same, is no news. */
    @Transactional
    void want(long item, UserId user, Optional<Double> points, double maximum) {
        database.createNativeQuery("""
                        insert into lti_score as s (line_item_id, account_id, points, maximum, state, next_at)
                        select :item, :user, cast(:points as double precision), :maximum, 'WAITING', :now
                        where cast(:points as double precision) is not null
                            or exists (select 1 from lti_score o where o.line_item_id = :item and o.account_id = :user)
                        on conflict (line_item_id, account_id) do update
                        set points = excluded.points, maximum = excluded.maximum, state = 'WAITING', attempts = 0,
                            next_at = :now, trouble = ''
                        where s.points is distinct from excluded.points
                            or s.points is not null and s.maximum <> excluded.maximum""")
                .setParameter("item", item)
                .setParameter("user", user.value())
                .setParameter("points", points.orElse(null))
                .setParameter("maximum", maximum)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Takes marks out whose time has come; each gets a time that is later than that of the message before. */
    @Transactional
    List<Waiting> take(int most) {
        return Rows.all(
                database.createNativeQuery("""
                        with due as (
                            select s.line_item_id, s.account_id from lti_score s
                            join lti_line_item i on i.id = s.line_item_id and i.url is not null
                            where s.state = 'WAITING' and s.next_at <= :now
                            order by s.next_at limit :most for update of s skip locked),
                        taken as (
                            update lti_score s set next_at = :lease, attempts = s.attempts + 1,
                                stamp = greatest(:now, s.stamp + interval '1 millisecond')
                            from due where due.line_item_id = s.line_item_id and due.account_id = s.account_id
                            returning s.*)
                        select t.line_item_id, i.context_id, i.url, t.account_id, m.subject, t.points, t.maximum, t.stamp, t.attempts
                        from taken t join lti_line_item i on i.id = t.line_item_id
                        join lti_member m on m.context_id = i.context_id and m.account_id = t.account_id
                        order by t.line_item_id, t.account_id""")
                        .setParameter("now", clock.instant())
                        .setParameter("most", most)
                        .setParameter("lease", clock.instant().plus(LEASE)),
                Waiting.class);
    }

    /** It arrived. Where the mark has changed since it was taken out, the new one still waits. */
    @Transactional
    void sent(Waiting sent) {
        database.createNativeQuery("update lti_score set state = case when " + SAME
                        + " then 'SENT' else 'WAITING' end, next_at = :now, sent_at = :now, trouble = '', attempts = 0"
                        + " where line_item_id = :item and account_id = :user")
                .setParameter("points", sent.points().orElse(null))
                .setParameter("maximum", sent.maximum())
                .setParameter("now", clock.instant())
                .setParameter("item", sent.item())
                .setParameter("user", sent.user().value())
                .executeUpdate();
    }

    private static final String SAME =
            "points is not distinct from cast(:points as double precision) and maximum = :maximum";

    /** It did not arrive: again later, each time later still, where that can help. */
    @Transactional
    void notSent(Waiting line, String trouble, boolean again) {
        boolean waits = again && line.attempts() < MOST_ATTEMPTS;
        database.createNativeQuery("update lti_score set state = case when " + SAME
                        + " and not :waits then 'REFUSED' else 'WAITING' end, next_at = :next, trouble = :trouble"
                        + " where line_item_id = :item and account_id = :user")
                .setParameter("points", line.points().orElse(null))
                .setParameter("maximum", line.maximum())
                .setParameter("waits", waits)
                .setParameter("next", clock.instant().plus(wait(line.attempts())))
                .setParameter("trouble", shortened(trouble))
                .setParameter("item", line.item())
                .setParameter("user", line.user().value())
                .executeUpdate();
    }

    /** What waits or was refused in a course of a platform is tried again with the next round. */
    @Transactional
    void again(long context) {
        for (var statement : List.of(
                "update lti_score set state = 'WAITING', attempts = 0, next_at = :now where state <> 'SENT'"
                        + " and line_item_id in (select id from lti_line_item where context_id = :context)",
                "update lti_line_item set attempts = 0, next_at = :now where url is null and context_id = :context")) {
            database.createNativeQuery(statement)
                    .setParameter("now", clock.instant())
                    .setParameter("context", context)
                    .executeUpdate();
        }
    }

    /** A minute, two, four …, at most six hours. */
    static Duration wait(int attempts) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private List<Item> items(String condition, long context, long other) {
        return Rows.all(
                database.createNativeQuery(
                                "select id, context_id, assignment_id, url, trouble from lti_line_item where "
                                        + condition)
                        .setParameter("context", context)
                        .setParameter("other", other),
                Item.class);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TROUBLE ? text.substring(0, LONGEST_TROUBLE) : text;
    }
}

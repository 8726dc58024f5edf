package org.nabla.lti.place;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseRemoved;
import org.nabla.query.Rows;

/** Courses of platforms, which course here each is, and who came by them. */
@Singleton
public class Contexts {
    private static final String CONTEXTS = """
            select c.id, c.platform_id, p.name, p.issuer, c.deployment, c.context, c.title, c.course_id, c.memberships_url, c.lineitems_url,
                   c.scopes
            from lti_context c join lti_platform p on p.id = c.platform_id""";

    /** A course of a platform. */
    public record Context(
            long id,
            long platform,
            String platformName,
            String issuer,
            String deployment,
            String context,
            String title,
            Optional<Long> course,
            Services services) {}

    /** What the platform lets this site ask about it. */
    public record Services(Optional<String> memberships, Optional<String> lineItems, List<String> scopes) {
        public static final Services NONE = new Services(Optional.empty(), Optional.empty(), List.of());
    }

    /** Somebody who came by it. */
    public record Member(UserId user, String subject, boolean teaches, boolean left) {}

    private final EntityManager database;
    private final Clock clock;

    Contexts(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that there is such a course and what may be asked about it, as the newest launch says. */
    @Transactional
    public Context see(long platform, String deployment, String context, String title, Services services) {
        var id = ((Number) database.createNativeQuery("""
                        insert into lti_context as c (platform_id, deployment, context, title, memberships_url, lineitems_url, scopes)
                        values (:platform, :deployment, :context, :title, cast(:memberships as varchar),
                                cast(:items as varchar), :scopes)
                        on conflict (platform_id, deployment, context) do update
                        set title = excluded.title,
                            memberships_url = coalesce(excluded.memberships_url, c.memberships_url),
                            lineitems_url = coalesce(excluded.lineitems_url, c.lineitems_url),
                            scopes = case when excluded.scopes = '' then c.scopes else excluded.scopes end
                        returning id""")
                        .setParameter("platform", platform)
                        .setParameter("deployment", deployment)
                        .setParameter("context", context)
                        .setParameter("title", title.length() > 255 ? title.substring(0, 255) : title)
                        .setParameter("memberships", services.memberships().orElse(null))
                        .setParameter("items", services.lineItems().orElse(null))
                        .setParameter("scopes", String.join(" ", services.scopes()))
                        .getSingleResult())
                .longValue();
        return find(id).orElseThrow();
    }

    @Transactional
    public Optional<Context> find(long id) {
        return list(" where c.id = :number", id).stream().findFirst();
    }

    /** Those that are this course here. */
    @Transactional
    public List<Context> of(long course) {
        return list(" where c.course_id = :number order by c.id", course);
    }

    /** All that are some course here. */
    @Transactional
    public List<Context> bound() {
        return list(" where c.course_id > :number order by c.id", 0);
    }

    @Transactional
    public void bind(long context, long course) {
        List<?> stands = database.createNativeQuery("select 1 from course where id = :course for share")
                .setParameter("course", course)
                .getResultList();
        if (stands.isEmpty()) {
            return;
        }
        database.createNativeQuery("update lti_context set course_id = :course where id = :id")
                .setParameter("course", course)
                .setParameter("id", context)
                .executeUpdate();
    }

    /** A course that goes is no course of a platform any more: its teachers choose another one there. */
    void removed(@Observes CourseRemoved removed) {
        database.createNativeQuery("update lti_context set course_id = null where course_id = :course")
                .setParameter("course", removed.course())
                .executeUpdate();
    }

    /** Notes who came, as what. */
    @Transactional
    public void came(long context, UserId user, String subject, boolean teaches) {
        database.createNativeQuery("""
                        insert into lti_member (context_id, account_id, subject, teaches, since)
                        values (:context, :user, :subject, :teaches, :now)
                        on conflict (context_id, account_id) do update
                        set teaches = excluded.teaches, subject = excluded.subject, left_at = null""")
                .setParameter("context", context)
                .setParameter("user", user.value())
                .setParameter("subject", subject)
                .setParameter("teaches", teaches)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    public void left(long context, UserId user) {
        database.createNativeQuery(
                        "update lti_member set left_at = :now where context_id = :context and account_id = :user")
                .setParameter("now", clock.instant())
                .setParameter("context", context)
                .setParameter("user", user.value())
                .executeUpdate();
    }

    @Transactional
    public List<Member> members(long context) {
        return Rows.all(
                database.createNativeQuery("select account_id, subject, teaches, left_at is not null from lti_member"
                                + " where context_id = :context order by account_id")
                        .setParameter("context", context),
                Member.class);
    }

    @Transactional
    public Optional<Member> member(long context, UserId user) {
        return members(context).stream()
                .filter(member -> member.user().equals(user))
                .findFirst();
    }

    private List<Context> list(String condition, long number) {
        return Rows.all(database.createNativeQuery(CONTEXTS + condition).setParameter("number", number), Row.class)
                .stream()
                .map(Row::read)
                .toList();
    }

    private record Row(
            long id,
            long platform,
            String platformName,
            String issuer,
            String deployment,
            String context,
            String title,
            Optional<Long> course,
            Optional<String> memberships,
            Optional<String> lineItems,
            String scopes) {

        Context read() {
            var may = Arrays.stream(scopes.split(" "))
                    .filter(scope -> !scope.isEmpty())
                    .toList();
            return new Context(
                    id,
                    platform,
                    platformName,
                    issuer,
                    deployment,
                    context,
                    title,
                    course,
                    new Services(memberships, lineItems, may));
        }
    }
}

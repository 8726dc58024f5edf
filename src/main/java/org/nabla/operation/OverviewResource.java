package org.nabla.operation;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nabla.account.Role;
import org.nabla.web.WorkQueue;

/** How the installation is, at a glance, and where everything of it is done. For everybody but those who run it there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator")
@Blocking
@Produces(MediaType.TEXT_HTML)
class OverviewResource {

    /** A check of health. */
    record Check(String name, boolean up) {}

    /** A queue. @param oldest since when something waits, in words; empty where nothing is late */
    record Queue(String name, long waiting, String oldest, long failed) {}

    /** A number of people or courses. */
    record Count(String what, long many) {}

    /** The page. */
    record Overview(
            List<Check> checks,
            List<Queue> queues,
            List<Count> counts,
            List<Versions.Line> versions,
            List<Storage.Group> tables,
            String whole,
            Storage.Place place) {

        public boolean healthy() {
            return checks.stream().allMatch(Check::up);
        }
    }

    @CheckedTemplate(basePath = "operation")
    static class Templates {
        static native TemplateInstance overview(Overview page);
    }

    private final SmallRyeHealthReporter health;
    private final List<WorkQueue> queues;
    private final Versions versions;
    private final Storage storage;
    private final EntityManager database;
    private final Clock clock;

    OverviewResource(
            SmallRyeHealthReporter health,
            @All List<WorkQueue> queues,
            Versions versions,
            Storage storage,
            EntityManager database,
            Clock clock) {
        this.health = health;
        this.queues = queues;
        this.versions = versions;
        this.storage = storage;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance show() {
        return Templates.overview(new Overview(
                checks(),
                queues.stream()
                        .map(WorkQueue::state)
                        .map(this::queue)
                        .sorted(Comparator.comparing(Queue::name))
                        .toList(),
                counts(),
                versions.all(),
                storage.groups(),
                storage.whole(),
                storage.place()));
    }

    private List<Check> checks() {
        return health.getHealth().getPayload().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .map(check -> new Check(
                        check.getString("name"), check.getString("status").equals("UP")))
                .sorted(Comparator.comparing(Check::name))
                .toList();
    }

    private Queue queue(WorkQueue.State state) {
        return new Queue(
                state.name(),
                state.waiting(),
                state.oldest()
                        .map(oldest -> ago(Duration.between(oldest, clock.instant())))
                        .orElse(""),
                state.failed());
    }

    /** Nothing for what is not due yet. */
    private static String ago(Duration wait) {
        if (wait.isNegative() || wait.toMinutes() == 0) {
            return "";
        }
        if (wait.toHours() == 0) {
            return wait.toMinutes() + " min";
        }
        return wait.toDays() < 2 ? wait.toHours() + " h" : wait.toDays() + " days";
    }

    private List<Count> counts() {
        return List.of(
                count("Accounts", "account where login is not null and demo_course_id is null"),
                count("Guests", "account where login is null and demo_course_id is null"),
                count("Signed in now, guests too", "session where expires_at > :now"),
                count("Courses in use", "course where archived_at is null"));
    }

    private Count count(String what, String from) {
        var query = database.createNativeQuery("select count(*) from " + from);
        Optional.of(from)
                .filter(sql -> sql.contains(":now"))
                .ifPresent(sql -> query.setParameter("now", clock.instant()));
        return new Count(what, ((Number) query.getSingleResult()).longValue());
    }
}

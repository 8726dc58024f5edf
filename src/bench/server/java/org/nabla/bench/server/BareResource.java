package org.nabla.bench.server;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

/**
 * What a page, a fragment and an insert cost that do nothing but that, behind the filters and the sign-in of all others. A
 * bare page has the lines of a sample, so that it is as long, and as easy to compress, as what it stands beside.
 */
@Path("/bench")
@Blocking
@Produces(MediaType.TEXT_HTML)
class BareResource {
    private final CurrentUser user;
    private final EntityManager database;
    private final ExerciseStore exercises;
    private final Clock clock;
    private final Map<String, List<RawString>> samples = new ConcurrentHashMap<>();

    BareResource(CurrentUser user, EntityManager database, ExerciseStore exercises, Clock clock) {
        this.user = user;
        this.database = database;
        this.exercises = exercises;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "bench")
    static class Templates {
        static native TemplateInstance bare(List<RawString> lines, String name);

        static native TemplateInstance rows(int count);
    }

    @POST
    @Path("/sample/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String keep(@RestPath String name, @RestForm String text) {
        samples.put(name, text.lines().map(line -> new RawString(line + "\n")).toList());
        return "kept";
    }

    @GET
    @Path("/page/{name}")
    public TemplateInstance page(@RestPath String name) {
        user.id();
        var known = database.createQuery("select u.name from User u where u.login = :login", String.class)
                .setParameter("login", user.getName().toLowerCase(java.util.Locale.ROOT))
                .getResultList();
        return Templates.bare(samples.getOrDefault(name, List.of()), String.join("", known));
    }

    @POST
    @Path("/fragment/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance fragment(@RestPath String name, @RestForm String text) {
        return Templates.bare(samples.getOrDefault(name, List.of()), user.getName());
    }

    @POST
    @Path("/rows/{count}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public TemplateInstance insert(@RestPath int count, @RestForm String text) {
        var learner = user.orGuest();
        for (int i = 0; i < count; i++) {
            database.persist(new BareRow(learner.value(), text, clock.instant()));
        }
        return Templates.rows(count);
    }

    /** The key of each part of an exercise, a line each: its id, a tab, the text to type. */
    @GET
    @Path("/key/{template}/{seed}")
    @Produces(MediaType.TEXT_PLAIN)
    public String key(@RestPath String template, @RestPath int seed) {
        return exercises.find(new ExerciseId(template), new Seed(seed)).stream()
                .flatMap(stored -> stored.exercise().parts().stream())
                .map(part -> part.id() + "\t" + String.join(", ", part.answer().value()))
                .collect(Collectors.joining("\n"));
    }

    /** How many rows of our tables were inserted and changed since the database began to count: it writes statistics of its own. */
    @GET
    @Path("/written")
    @Produces(MediaType.TEXT_PLAIN)
    public String written() {
        return String.valueOf(database.createNativeQuery(
                        "select cast(sum(n_tup_ins + n_tup_upd) as bigint) from pg_stat_user_tables", Long.class)
                .getSingleResult());
    }

    /** How many bytes of the heap are in use after a collection. */
    @GET
    @Path("/heap")
    @Produces(MediaType.TEXT_PLAIN)
    public String heap() {
        System.gc();
        return String.valueOf(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}

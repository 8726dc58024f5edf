package org.nabla.practice.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;
import org.nabla.web.page.WrittenPage;

/** An occasion of the strictest kind: verdicts are told later, there is no help, and only two answers are taken. */
@Path("/examination/{name}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ExaminationResource {
    private static final Map<String, AtomicInteger> KEPT = new ConcurrentHashMap<>();

    private final ExerciseDesk desk;
    private final ExerciseStore exercises;

    ExaminationResource(ExerciseDesk desk, ExerciseStore exercises) {
        this.desk = desk;
        this.exercises = exercises;
    }

    @GET
    public WrittenPage show(@RestPath String name, @RestQuery("attempt") @Nullable String attempt) {
        return desk.show(exercise(), occasion(name), attempt);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath String name, @RestHeader("HX-Request") boolean fromScript, MultivaluedMap<String, String> form) {
        return desk.answer(exercise(), occasion(name), form, fromScript);
    }

    @POST
    @Path("/help")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public WrittenPage help(@RestPath String name, MultivaluedMap<String, String> form) {
        return desk.help(exercise(), occasion(name), form, false);
    }

    /** Asked where somebody types for longer than the page waits. */
    @POST
    @Path("/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public WrittenPage reading(@RestQuery String part, MultivaluedMap<String, String> form) {
        return desk.reading(exercise().exercise(), part, form);
    }

    private StoredExercise exercise() {
        return exercises
                .find(new ExerciseId("first-partial-derivative"), new Seed(3))
                .orElseThrow();
    }

    private static Occasion occasion(String name) {
        var kept = KEPT.computeIfAbsent(name, n -> new AtomicInteger());
        return new Occasion() {
            @Override
            public DeskRules rules() {
                return new DeskRules(
                        "/examination/" + name,
                        List.of(new DeskRules.Link("/", "Examination", false)),
                        false,
                        false,
                        List.of("Answers kept: " + kept.get() + " of 2."),
                        kept.get() < 2 ? "" : "No more answers are taken.",
                        List.of(new DeskRules.Link("/", "Back to the hall", true)));
            }

            @Override
            public void kept(UserId learner, GradedAttempt attempt) {
                kept.incrementAndGet();
            }
        };
    }
}

package org.nabla.practice;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.CurrentUser;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.StoredExercise;

/** The page of an exercise: its address holds its whole state, so it can be shared, reloaded and reported. */
@Path("/practice")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PracticeResource {
    private final ExerciseDesk desk;
    private final ExerciseStore exercises;
    private final ExerciseChoice choice;
    private final CurrentUser user;

    PracticeResource(ExerciseDesk desk, ExerciseStore exercises, ExerciseChoice choice, CurrentUser user) {
        this.desk = desk;
        this.exercises = exercises;
        this.choice = choice;
        this.user = user;
    }

    @GET
    public Response next() {
        return seeOther(choice.next(user.id()));
    }

    @GET
    @Path("/{template}")
    public Response anyVariant(@RestPath String template, @RestQuery @Nullable Integer after) {
        var id = exerciseId(template);
        return seeOther(choice.variantOf(id, Optional.ofNullable(after)).orElseThrow(PracticeResource::unknown));
    }

    @GET
    @Path("/{template}/{seed}")
    public TemplateInstance show(
            @RestPath String template, @RestPath String seed, @RestQuery("attempt") @Nullable String submission) {
        var stored = find(template, seed);
        return desk.show(stored, practising(stored), submission);
    }

    @POST
    @Path("/{template}/{seed}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath String template,
            @RestPath String seed,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var stored = find(template, seed);
        return desk.answer(stored, practising(stored), form, fromScript);
    }

    @POST
    @Path("/{template}/{seed}/help")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance help(
            @RestPath String template,
            @RestPath String seed,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var stored = find(template, seed);
        return desk.help(stored, practising(stored), form, fromScript);
    }

    @POST
    @Path("/{template}/{seed}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance reading(
            @RestPath String template,
            @RestPath String seed,
            @RestQuery String part,
            MultivaluedMap<String, String> form) {
        return desk.reading(find(template, seed).exercise(), part, form);
    }

    private static Occasion practising(StoredExercise stored) {
        return () -> DeskRules.practice(stored.exercise());
    }

    private StoredExercise find(String template, String seed) {
        return exercises.find(exerciseId(template), seed(seed)).orElseThrow(PracticeResource::unknown);
    }

    private static ExerciseId exerciseId(String text) {
        try {
            return new ExerciseId(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Seed seed(String text) {
        if (!text.matches("0|[1-9][0-9]{0,2}")) {
            throw new NotFoundException("The variants of an exercise are numbered from 0 to " + (Seed.COUNT - 1) + ".");
        }
        return new Seed(Integer.parseInt(text));
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no exercise at this address.");
    }

    static String address(Exercise exercise) {
        return "/practice/" + exercise.template() + "/" + exercise.seed();
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.CurrentUser;
import org.nabla.exercise.Area;
import org.nabla.exercise.Curriculum;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseCatalogue;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.Help;
import org.nabla.progress.ProgressService;
import org.nabla.progress.StoredExercise;

/** The page of an exercise: its address holds its whole state, so it can be shared, reloaded and reported. */
@Path("/practice")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PracticeResource {
    private static final String ANSWER_FIELD = "answer-";

    private final PracticeService practice;
    private final ProgressService progress;
    private final ExerciseStore exercises;
    private final ExerciseChoice choice;
    private final ExerciseCatalogue catalogue;
    private final Curriculum curriculum;
    private final CurrentUser user;

    PracticeResource(
            PracticeService practice,
            ProgressService progress,
            ExerciseStore exercises,
            ExerciseChoice choice,
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            CurrentUser user) {
        this.practice = practice;
        this.progress = progress;
        this.exercises = exercises;
        this.choice = choice;
        this.catalogue = catalogue;
        this.curriculum = curriculum;
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
        var learner = user.id();
        var attempt = learner.flatMap(id -> submissionId(submission).flatMap(form -> progress.recorded(id, form)));
        var help = learner.map(id -> progress.helpOpened(id, stored)).orElse(Help.NONE);
        return ExercisePage.whole(new ExerciseState(stored, area(stored), attempt, Map.of(), help));
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
        var submission = submissionId(form.getFirst("submission")).orElseGet(UUID::randomUUID);
        var typed = typed(stored.exercise(), form);
        var learner = user.orGuest();
        var attempt = practice.answer(learner, stored, submission, typed);
        var state = new ExerciseState(
                stored, area(stored), Optional.of(attempt), typed, progress.helpOpened(learner, stored));
        if (fromScript) {
            return Response.ok(ExercisePage.work(state)).build();
        }
        // Nothing typed is nothing kept, so there is no attempt to go to.
        return attempt.responses().isEmpty()
                ? Response.ok(ExercisePage.whole(state)).build()
                : seeOther(address(stored.exercise()) + "?attempt=" + attempt.submission() + "#work");
    }

    /** Opens a hint or the worked way. What was typed comes along, so that nothing is lost. */
    @POST
    @Path("/{template}/{seed}/help")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance help(
            @RestPath String template,
            @RestPath String seed,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var stored = find(template, seed);
        var learner = user.orGuest();
        progress.openHelp(
                learner, stored, Help.asked(form.getFirst("hints"), form.getFirst("solution"), stored.exercise()));
        var attempt = submissionId(form.getFirst("shown")).flatMap(shown -> progress.recorded(learner, shown));
        var state = new ExerciseState(
                stored, area(stored), attempt, typed(stored.exercise(), form), progress.helpOpened(learner, stored));
        return fromScript ? ExercisePage.work(state) : ExercisePage.whole(state);
    }

    /** How the text in one box is read, while it is typed. Judges nothing and keeps nothing. */
    @POST
    @Path("/{template}/{seed}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance reading(
            @RestPath String template,
            @RestPath String seed,
            @RestQuery String part,
            MultivaluedMap<String, String> form) {
        var exercise = find(template, seed).exercise();
        var box = exercise.parts().stream()
                .filter(p -> p.id().equals(part))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("This exercise has no such part."));
        var text = Optional.ofNullable(form.getFirst(ANSWER_FIELD + part)).orElse("");
        return ExercisePage.reading(practice.reading(box, text));
    }

    private StoredExercise find(String template, String seed) {
        return exercises.find(exerciseId(template), seed(seed)).orElseThrow(PracticeResource::unknown);
    }

    private Optional<Area> area(StoredExercise stored) {
        return catalogue.find(stored.exercise().template()).flatMap(template -> curriculum.area(template.chapter()));
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

    private static Optional<UUID> submissionId(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What was typed, by part; several ticked choices as one list. */
    private static Map<String, String> typed(Exercise exercise, MultivaluedMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        for (var part : exercise.parts()) {
            var values = form.get(ANSWER_FIELD + part.id());
            if (values != null) {
                typed.put(part.id(), String.join("\n", values));
            }
        }
        return typed;
    }

    static String address(Exercise exercise) {
        return "/practice/" + exercise.template() + "/" + exercise.seed();
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}

package org.nabla.practice;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.CurrentUser;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Track;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.GradedAttempt;
import org.nabla.progress.Lookup;
import org.nabla.progress.Reservations;
import org.nabla.progress.Shelves;
import org.nabla.progress.StoredExercise;
import org.nabla.progress.Wishes;
import org.nabla.web.Refusal;

/** The page of an exercise: its address holds its whole state, so it can be shared, reloaded and reported. */
@Path("/practice")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PracticeResource {
    /** In seconds: a worker of the algebra system is there again after some of them. */
    private static final int RETRY_AFTER = 10;

    private final ExerciseDesk desk;
    private final ExerciseStore exercises;
    private final Shelves shelves;
    private final ExerciseChoice choice;
    private final Curriculum curriculum;
    private final Guides guides;
    private final Wishes wishes;
    private final List<Reservations> reservations;
    private final CurrentUser user;

    PracticeResource(
            ExerciseDesk desk,
            ExerciseStore exercises,
            Shelves shelves,
            ExerciseChoice choice,
            Curriculum curriculum,
            Guides guides,
            Wishes wishes,
            @All List<Reservations> reservations,
            CurrentUser user) {
        this.desk = desk;
        this.exercises = exercises;
        this.shelves = shelves;
        this.choice = choice;
        this.curriculum = curriculum;
        this.guides = guides;
        this.wishes = wishes;
        this.reservations = reservations;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance purpose(List<Track> tracks);

        static native TemplateInstance sitting(SittingPage page);
    }

    /**
     * @param skill what somebody wants to practise; without it what is best for them
     * @param on whether they want to go on although the aim of the sitting is reached
     */
    @GET
    public Response next(@RestQuery @Nullable String skill, @RestQuery @Nullable String on) {
        var learner = user.id();
        var wanted = Optional.ofNullable(skill).flatMap(curriculum::skill);
        if (wanted.isEmpty() && choice.isStranger(learner)) {
            return Response.ok(Templates.purpose(curriculum.tracks())).build();
        }
        return learner.filter(id -> wanted.isEmpty() && on == null)
                .flatMap(choice::reached)
                .map(page -> Response.ok(Templates.sitting(page)).build())
                .orElseGet(() -> seeOther(choice.next(learner, wanted)));
    }

    /** Puts a skill off until tomorrow. */
    @POST
    @Path("/not-now")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response notNow(@RestForm @Nullable String skill) {
        var known = Optional.ofNullable(skill).flatMap(curriculum::skill);
        wishes.postpone(
                user.orGuest(), known.orElseThrow(PracticeResource::noSuchSkill).id());
        return seeOther("/practice?on=yes");
    }

    /** From now on new work comes from this track. */
    @POST
    @Path("/track")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@RestForm @Nullable String track) {
        var known = Optional.ofNullable(track).flatMap(curriculum::track);
        wishes.choose(
                user.orGuest(),
                known.orElseThrow(() -> new NotFoundException("There is no such track."))
                        .id());
        return seeOther("/practice");
    }

    @GET
    @Path("/{template}")
    public Response anyVariant(@RestPath String template, @RestQuery @Nullable Long after) {
        var id = allowed(template);
        return seeOther(
                choice.variantOf(user.id(), id, Optional.ofNullable(after)).orElseThrow(PracticeResource::unknown));
    }

    @GET
    @Path("/{template}/{seed}")
    public TemplateInstance show(
            @RestPath String template,
            @RestPath String seed,
            @RestQuery("attempt") @Nullable String submission,
            @RestQuery("for") @Nullable String purpose,
            @RestQuery @Nullable String stage) {
        var stored = find(template, seed);
        // Once it is answered there is nothing to choose any more.
        var why = Optional.ofNullable(purpose)
                .filter(skill -> submission == null)
                .flatMap(skill -> choice.why(user.id(), stored.exercise(), skill));
        // Beside a verdict nothing is shown that was not asked for.
        var guidance = submission != null && stage == null ? Guidance.NONE : guides.of(user.id(), stored, stage);
        var kept = why.map(chosen -> guidance.chosenFor(chosen.chosen().skill().id()))
                .orElse(guidance);
        return desk.show(stored, practising(stored, kept), submission, why);
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
        return desk.answer(stored, practising(stored, guidance(stored, form)), form, fromScript);
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
        return desk.help(stored, practising(stored, guidance(stored, form)), form, fromScript);
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

    private static NotFoundException noSuchSkill() {
        return new NotFoundException("There is no such skill.");
    }

    private Occasion practising(StoredExercise stored, Guidance guidance) {
        return new Occasion() {
            @Override
            public DeskRules rules() {
                return DeskRules.practice(stored.exercise(), guidance);
            }

            @Override
            public Optional<Turn> turn(UserId learner, GradedAttempt attempt) {
                return Optional.of(choice.after(learner, stored, attempt));
            }
        };
    }

    /** What was shown with the form that was sent. */
    private Guidance guidance(StoredExercise stored, MultivaluedMap<String, String> form) {
        var stage = form.getFirst("stage");
        return stage == null ? Guidance.NONE : guides.of(user.id(), stored, stage);
    }

    /** @throws RedirectionException where the learner has it for something with stricter rules */
    private StoredExercise find(String template, String seed) {
        var id = allowed(template);
        var lookup = exercises.look(id, seed(seed));
        if (lookup instanceof Lookup.NotYet) {
            throw Refusal.later(
                    "This exercise is not ready yet",
                    "Each exercise is made and checked before it is shown, and that takes a moment now."
                            + " Come back to this page a little later, or take another one.",
                    RETRY_AFTER,
                    choice.readyVariantOf(id),
                    "Another exercise like it");
        }
        var found = lookup.found().orElseThrow(PracticeResource::unknown);
        user.id()
                .flatMap(learner -> reservations.stream()
                        .flatMap(r -> r.address(learner, found).stream())
                        .findFirst())
                .ifPresent(address -> {
                    throw new RedirectionException(Response.Status.SEE_OTHER, URI.create(address));
                });
        return found;
    }

    /** A template that a teacher wrote is there for those to whom they gave it; what is part of a whole is there. */
    private ExerciseId allowed(String template) {
        var id = exerciseId(template);
        if (!shelves.mayPractise(id, user.id())) {
            throw shelves.place(id)
                    .<RuntimeException>map(
                            place -> new RedirectionException(Response.Status.SEE_OTHER, URI.create(place)))
                    .orElseGet(PracticeResource::unknown);
        }
        return id;
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

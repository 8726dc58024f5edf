package org.nabla.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Track;
import org.nabla.practice.desk.DeskRules;
import org.nabla.practice.desk.ExerciseDesk;
import org.nabla.practice.desk.Guidance;
import org.nabla.practice.desk.Occasion;
import org.nabla.practice.desk.Turn;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;
import org.nabla.web.page.WrittenPage;

/** The page of an exercise: its address holds its whole state, so it can be shared, reloaded and reported. */
@Path("/practice")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PracticeResource {
    private final ExerciseDesk desk;
    private final AskedExercises asked;
    private final ExerciseChoice choice;
    private final VariantChoice variants;
    private final Curriculum curriculum;
    private final Guides guides;
    private final CurrentUser user;
    private final Ahead ahead;

    PracticeResource(
            ExerciseDesk desk,
            AskedExercises asked,
            ExerciseChoice choice,
            VariantChoice variants,
            Curriculum curriculum,
            Guides guides,
            CurrentUser user,
            Ahead ahead) {
        this.desk = desk;
        this.asked = asked;
        this.choice = choice;
        this.variants = variants;
        this.curriculum = curriculum;
        this.guides = guides;
        this.user = user;
        this.ahead = ahead;
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
        return Glance.at(ahead::ofSituation, () -> next(user.id(), skill, on));
    }

    private Response next(Optional<UserId> learner, @Nullable String skill, @Nullable String on) {
        var wanted = Optional.ofNullable(skill).flatMap(curriculum::skill);
        if (wanted.isEmpty() && choice.isStranger(learner)) {
            return Response.ok(Templates.purpose(curriculum.tracks())).build();
        }
        return learner.filter(id -> wanted.isEmpty() && on == null)
                .flatMap(choice::reached)
                .map(page -> Response.ok(Templates.sitting(page)).build())
                .orElseGet(() -> seeOther(choice.next(learner, wanted)));
    }

    @GET
    @Path("/{template}")
    public Response anyVariant(@RestPath String template, @RestQuery @Nullable Long after) {
        return seeOther(variants.of(user.id(), asked.allowed(template), Optional.ofNullable(after))
                .orElseThrow(AskedExercises::unknown));
    }

    @GET
    @Path("/{template}/{seed}")
    public WrittenPage show(
            @RestPath String template,
            @RestPath String seed,
            @RestQuery("attempt") @Nullable String submission,
            @RestQuery("for") @Nullable String purpose,
            @RestQuery @Nullable String stage) {
        var stored = asked.made(template, seed);
        return WrittenPage.of(Glance.at(
                () -> ahead.ofPage(stored, submission != null),
                () -> show(asked.atHome(stored), submission, purpose, stage)));
    }

    private TemplateInstance show(
            StoredExercise stored, @Nullable String submission, @Nullable String purpose, @Nullable String stage) {
        // Once it is answered there is nothing to choose any more.
        var why = Optional.ofNullable(purpose)
                .filter(skill -> submission == null)
                .flatMap(skill -> choice.why(user.id(), stored.exercise(), skill));
        // Beside a verdict nothing is shown that was not asked for.
        var guidance = submission != null && stage == null ? Guidance.NONE : guides.of(user.id(), stored, stage);
        var kept = why.map(chosen -> guidance.chosenFor(chosen.chosen().skill().id()))
                .orElse(guidance);
        return desk.page(stored, practising(stored, kept), submission, why);
    }

    @POST
    @Path("/{template}/{seed}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath String template,
            @RestPath String seed,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var stored = asked.made(template, seed);
        return desk.answer(stored, practising(stored, guidance(stored, form)), form, fromScript);
    }

    @POST
    @Path("/{template}/{seed}/help")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public WrittenPage help(
            @RestPath String template,
            @RestPath String seed,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var stored = asked.made(template, seed);
        var occasion = Glance.at(ahead::ofReservations, () -> practising(asked.atHome(stored), guidance(stored, form)));
        return desk.help(stored, occasion, form, fromScript);
    }

    @POST
    @Path("/{template}/{seed}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public WrittenPage reading(
            @RestPath String template,
            @RestPath String seed,
            @RestQuery String part,
            MultivaluedMap<String, String> form) {
        // Also of one that they have for something else: how a text is read tells nothing of it.
        return desk.reading(asked.made(template, seed).exercise(), part, form);
    }

    private Occasion practising(StoredExercise stored, Guidance guidance) {
        return new Occasion() {
            @Override
            public DeskRules rules() {
                return DeskRules.practice(stored.exercise(), guidance);
            }

            @Override
            public boolean judgesFirst() {
                return true;
            }

            @Override
            public List<Select<?>> askedToEnter(UserId learner) {
                return ahead.reservations(learner);
            }

            @Override
            public void enter(UserId learner) {
                asked.atHome(stored);
            }

            @Override
            public Optional<Turn> turn(UserId learner, GradedAttempt attempt) {
                return Optional.of(choice.after(learner, stored, attempt));
            }

            @Override
            public List<Select<?>> asked(UserId learner) {
                return ahead.situation(learner);
            }

            @Override
            public List<Select<?>> lasting(UserId learner) {
                return ahead.reservations(learner);
            }
        };
    }

    /** What was shown with the form that was sent. */
    private Guidance guidance(StoredExercise stored, MultivaluedMap<String, String> form) {
        var stage = form.getFirst("stage");
        return stage == null ? Guidance.NONE : Glance.at(() -> guides.of(user.id(), stored, stage));
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}

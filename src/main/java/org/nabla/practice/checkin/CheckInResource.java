package org.nabla.practice.checkin;

import io.quarkus.qute.CheckedTemplate;
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
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Track;
import org.nabla.practice.desk.ExerciseDesk;
import org.nabla.progress.Wishes;
import org.nabla.progress.checkin.CheckIn;
import org.nabla.progress.checkin.CheckIns;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/**
 * The check-in: begun, answered question by question, stopped at any time. Each question has an address, and one that has its
 * reply leads on: so going back, reloading, sending twice and a second window lose nothing and count nothing twice.
 */
@Path("/check-in")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CheckInResource {
    private static final String ROOT = "/check-in";

    private final CheckIns checkIns;
    private final Questions questions;
    private final ExerciseDesk desk;
    private final ExerciseStore exercises;
    private final Curriculum curriculum;
    private final Wishes wishes;
    private final CurrentUser user;

    CheckInResource(
            CheckIns checkIns,
            Questions questions,
            ExerciseDesk desk,
            ExerciseStore exercises,
            Curriculum curriculum,
            Wishes wishes,
            CurrentUser user) {
        this.checkIns = checkIns;
        this.questions = questions;
        this.desk = desk;
        this.exercises = exercises;
        this.curriculum = curriculum;
        this.wishes = wishes;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice/checkin")
    static class Templates {
        static native TemplateInstance start(StartPage page);

        static native TemplateInstance result(ResultPage page);
    }

    @GET
    public TemplateInstance start() {
        var open = user.id().flatMap(checkIns::latest).filter(CheckIn::open);
        return Templates.start(new StartPage(
                curriculum.tracks(),
                open.map(CheckIn::track)
                        .map(Track::id)
                        .or(() -> user.id().flatMap(wishes::track))
                        .orElse("machine-learning"),
                open.map(checkIn -> checkIn.answered().size()).orElse(-1),
                user.id().flatMap(checkIns::latestWithReply).isPresent()));
    }

    /** Also makes the track the one from which new work comes. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@RestForm @Nullable String track) {
        var chosen = Optional.ofNullable(track)
                .flatMap(curriculum::track)
                .orElseThrow(() -> new NotFoundException("There is no such track."));
        var learner = user.orGuest();
        wishes.choose(learner, chosen.id());
        checkIns.begin(learner, chosen);
        return goOn();
    }

    /** The question that waits, or the result. */
    @GET
    @Path("/next")
    public Response next() {
        return goOn();
    }

    @GET
    @Path("/result")
    public Response result() {
        return user.id()
                .flatMap(checkIns::latestWithReply)
                .map(checkIn ->
                        ResultPage.of(checkIn, checkIns.placement(checkIn), curriculum, exercises, questions.askable()))
                .map(page -> Response.ok(Templates.result(page)).build())
                .orElseGet(() -> seeOther(ROOT));
    }

    @POST
    @Path("/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop() {
        user.id().ifPresent(checkIns::end);
        return seeOther(ROOT + "/result");
    }

    @GET
    @Path("/{position}")
    public Response question(@RestPath int position, @RestQuery("attempt") @Nullable String submission) {
        return asked(
                position,
                stored -> Response.ok(desk.show(stored, new QuestionOccasion(checkIns, position), submission))
                        .build());
    }

    @POST
    @Path("/{position}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath int position, @RestHeader("HX-Request") boolean fromScript, MultivaluedMap<String, String> form) {
        var occasion = new QuestionOccasion(checkIns, position);
        var answer = asked(position, stored -> desk.answer(stored, occasion, form, fromScript));
        var settled = current().filter(q -> q.position() == position).isEmpty();
        if (!settled) {
            return answer;
        }
        // A script would put the page that it is led to into this one.
        return fromScript
                ? Response.noContent()
                        .status(200)
                        .header("HX-Redirect", ROOT + "/next")
                        .build()
                : goOn();
    }

    @POST
    @Path("/{position}/skip")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response skip(@RestPath int position) {
        user.id().ifPresent(learner -> checkIns.skip(learner, position));
        return goOn();
    }

    @POST
    @Path("/{position}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reading(@RestPath int position, @RestQuery String part, MultivaluedMap<String, String> form) {
        return asked(
                position,
                stored ->
                        Response.ok(desk.reading(stored.exercise(), part, form)).build());
    }

    /** What is done with the question at this place while it waits; otherwise the way to the one that does. */
    private Response asked(int position, Function<StoredExercise, Response> then) {
        return current()
                .filter(question -> question.position() == position)
                .flatMap(question -> exercises.find(question.exercise()))
                .map(then)
                .orElseGet(this::goOn);
    }

    private Optional<CheckIn.Question> current() {
        return user.id().flatMap(checkIns::latest).flatMap(CheckIn::current);
    }

    private Response goOn() {
        var checkIn = user.id().flatMap(questions::goOn);
        return seeOther(checkIn.flatMap(CheckIn::current)
                .map(question -> ROOT + "/" + question.position())
                .orElse(checkIn.isPresent() ? ROOT + "/result" : ROOT));
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}

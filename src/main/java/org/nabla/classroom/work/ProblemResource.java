package org.nabla.classroom.work;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.assignment.Drafts;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.marking.TimedRun;
import org.nabla.practice.desk.ExerciseDesk;
import org.nabla.web.page.WrittenPage;

/** A learner's exercise of an assignment: the page of an exercise under the rules of the assignment. */
@Path("/courses/{course}/assignments/{number}/problems/{position}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ProblemResource {
    private final Sittings sittings;
    private final ExerciseDesk desk;
    private final TimedWork timed;
    private final Drafts drafts;
    private final BoxesHandedIn boxes;
    private final Clock clock;

    ProblemResource(
            Sittings sittings, ExerciseDesk desk, TimedWork timed, Drafts drafts, BoxesHandedIn boxes, Clock clock) {
        this.sittings = sittings;
        this.desk = desk;
        this.timed = timed;
        this.drafts = drafts;
        this.boxes = boxes;
        this.clock = clock;
    }

    @GET
    public WrittenPage show(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestQuery("attempt") @Nullable String attempt,
            @RestQuery @Nullable String kept,
            @Context UriInfo address) {
        var sitting = sittings.of(course, number, position, address.getQueryParameters());
        if (kept != null) {
            return desk.showKept(sitting.exercise(), sitting.occasion(), address.getQueryParameters());
        }
        return desk.show(sitting.exercise(), sitting.occasion(), attempt);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var sitting = sittings.of(course, number, position, form);
        return desk.answer(sitting.exercise(), sitting.occasion(), form, fromScript);
    }

    @POST
    @Path("/help")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public WrittenPage help(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var sitting = sittings.of(course, number, position, form);
        return desk.help(sitting.exercise(), sitting.occasion(), form, fromScript);
    }

    @POST
    @Path("/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public WrittenPage reading(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestQuery String part,
            MultivaluedMap<String, String> form) {
        return desk.reading(
                sittings.of(course, number, position, form).exercise().exercise(), part, form);
    }

    /** Keeps what stands in the boxes, without handing it in. For a script nothing comes back but that it is kept. */
    @POST
    @Path("/draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draft(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var sitting = sittings.of(course, number, position, form);
        var rules = sitting.occasion().rules();
        if (!rules.drafts()) {
            var said = rules.closed().isBlank() ? "Nothing is kept as a draft here." : late(sitting, form);
            return Response.status(Response.Status.CONFLICT)
                    .type(fromScript ? MediaType.TEXT_PLAIN : MediaType.TEXT_HTML)
                    .entity(fromScript ? said : desk.showKept(sitting.exercise(), sitting.occasion(), form))
                    .build();
        }
        drafts.save(sitting.problem(), sitting.learner(), desk.boxes(sitting.exercise(), form), clock.instant());
        return fromScript
                ? Response.noContent().build()
                : Response.seeOther(URI.create(rules.address() + "?drafted=yes#work"))
                        .build();
    }

    /** What arrives when the time is over counts no more, but is not lost: the teacher sees it. */
    private String late(Sittings.Sitting sitting, MultivaluedMap<String, String> form) {
        var over = timed.of(sitting.assignment(), sitting.learner())
                .filter(course -> course.ends().plus(TimedRun.GRACE).isBefore(clock.instant()));
        if (over.isEmpty()) {
            return sitting.occasion().rules().closed();
        }
        // First what was there in time, so that this does not take its place.
        boxes.finish(sitting.assignment(), sitting.learner());
        drafts.save(sitting.problem(), sitting.learner(), desk.boxes(sitting.exercise(), form), clock.instant());
        return "Your time was over when this arrived. It is kept and your teacher can see it, but it does not count by itself.";
    }
}

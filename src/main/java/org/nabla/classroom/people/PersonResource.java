package org.nabla.classroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseNotices;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.classroom.times.Accommodations;
import org.nabla.classroom.times.LateDays;
import org.nabla.classroom.times.OtherTimes;
import org.nabla.classroom.times.TimesQuestion;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** One learner of a course, for its teachers: what holds for them in all assignments. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PersonResource {

    /** What the page shows. @param words what the learner is told; empty where nothing is */
    record Shown(
            Seat seat,
            Enrolled learner,
            CourseMoment since,
            List<Section> sections,
            AccommodationForm form,
            String words,
            String lateDays,
            String notice) {}

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance person(Shown page, FormErrors errors);
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final Accommodations accommodations;
    private final Sections sections;
    private final LateDays lateDays;
    private final TimesQuestion question;

    PersonResource(
            CourseAccess access,
            CoursePeople people,
            Accommodations accommodations,
            Sections sections,
            LateDays lateDays,
            TimesQuestion question) {
        this.question = question;
        this.lateDays = lateDays;
        this.sections = sections;
        this.access = access;
        this.people = people;
        this.accommodations = accommodations;
    }

    @GET
    @Path("/{course}/people/{learner:[0-9]+}")
    public TemplateInstance show(@RestPath String course, @RestPath String learner, @RestQuery @Nullable String done) {
        var seat = access.teacher(course);
        var found = find(seat, learner);
        var now = accommodations.of(seat.course(), found.id());
        return page(seat, found, AccommodationForm.of(now), FormErrors.none(), CourseNotices.of(done));
    }

    /** Sets how much more time a learner has in every assignment. */
    @POST
    @Path("/{course}/people/{learner:[0-9]+}/times")
    public Response accommodate(
            @RestPath String course,
            @RestPath String learner,
            @RestForm @DefaultValue("") String factor,
            @RestForm @DefaultValue("") String days,
            @RestForm @DefaultValue("") String confirm) {
        var seat = access.teacher(course).inUse();
        var found = find(seat, learner);
        var form = new AccommodationForm(factor, days);
        var errors = FormErrors.none();
        var given = form.read(errors);
        if (given.isEmpty()) {
            return Forms.refused(page(seat, found, form, errors, ""), errors);
        }
        var page = seat.address() + "/people/" + found.id();
        var asked = new TimesQuestion.Asked(
                "Other times for " + found.name(),
                page + "/times",
                page,
                Map.of("factor", factor, "days", days, "confirm", confirm),
                List.of());
        return question.ask(seat, asked, List.of(found.id()), new OtherTimes.With(given.get()))
                .orElseGet(() -> {
                    accommodations.give(seat, found.id(), given.get());
                    return Response.seeOther(URI.create(page + "?done=times")).build();
                });
    }

    /** How many late days the learner has spent; empty where the course gives none. */
    private String lateDays(Seat seat, Enrolled learner) {
        var given = lateDays.given(seat.course());
        return given == 0
                ? ""
                : "%d of %d late days are spent.".formatted(lateDays.spent(seat.course(), learner.id()), given);
    }

    private Enrolled find(Seat seat, String learner) {
        var id = PeopleResource.user(learner);
        return people.learners(seat.course()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(PeopleResource::nobody);
    }

    private TemplateInstance page(
            Seat seat, Enrolled learner, AccommodationForm form, FormErrors errors, String notice) {
        var words = accommodations.of(seat.course(), learner.id()).words().orElse("");
        return Templates.person(
                new Shown(
                        seat,
                        learner,
                        CourseMoment.of(learner.joinedAt(), seat.zone()),
                        sections.of(seat.course()),
                        form,
                        words,
                        lateDays(seat, learner),
                        notice),
                errors);
    }
}

package org.nabla.lti.place;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.classroom.CourseForm;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.seat.Seat;
import org.nabla.lti.place.Contexts.Context;
import org.nabla.web.address.OwnAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.form.TimeZones;
import org.nabla.web.page.Page;

/** Which course here a course of a platform is: its teacher says so when they first come by it. */
@Path("/lti/contexts/{context:\\d+}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlaceResource {
    private static final String NEW = "new";

    /**
     * The form.
     *
     * @param courses those that they teach and that are not archived
     * @param chosen the number of one of them, or {@code new}
     */
    record PlacePage(
            Context context,
            List<Seat> courses,
            String chosen,
            String title,
            String zone,
            List<TimeZones.Group> zones,
            OwnAddress next) {

        public boolean isChosen(Seat seat) {
            return chosen.equals(String.valueOf(seat.course()));
        }
    }

    @CheckedTemplate(basePath = "lti", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance place(PlacePage page, FormErrors errors);

        static native TemplateInstance notYet(Context context);
    }

    /** Somebody who came by this course. */
    private record Standing(Context context, UserId user, boolean teaches) {}

    private final Contexts contexts;
    private final Seating seating;
    private final CourseService courses;
    private final CurrentUser current;
    private final Page page;

    PlaceResource(Contexts contexts, Seating seating, CourseService courses, CurrentUser current, Page page) {
        this.contexts = contexts;
        this.seating = seating;
        this.courses = courses;
        this.current = current;
        this.page = page;
    }

    @GET
    public Response show(@RestPath long context, @RestQuery @Nullable String next) {
        var standing = standing(context);
        var bound = standing.context().course();
        if (!standing.teaches()) {
            return bound.isPresent()
                    ? Response.seeOther(OwnAddress.of("/courses/" + bound.get()).uri())
                            .build()
                    : Response.ok(Templates.notYet(standing.context())).build();
        }
        var taught = taught(standing.user());
        var chosen = bound.map(String::valueOf).orElse(NEW);
        var zone = taught.stream().map(seat -> seat.zone().getId()).findFirst().orElse("");
        return Response.ok(Templates.place(
                        new PlacePage(
                                standing.context(),
                                taught,
                                chosen,
                                shortened(standing.context().title()),
                                zone,
                                TimeZones.groups(),
                                OwnAddress.of(next)),
                        FormErrors.none()))
                .build();
    }

    @POST
    public Response choose(
            @RestPath long context,
            @RestForm @DefaultValue("") String course,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String zone,
            @RestForm @Nullable String next) {
        var standing = standing(context);
        if (!standing.teaches()) {
            throw new NotFoundException();
        }
        var back = OwnAddress.of(next);
        var taught = taught(standing.user());
        var errors = FormErrors.none();
        var number = number(standing, taught, course, new CourseForm(title, zone), errors);
        if (number.isEmpty()) {
            return Forms.refused(
                    Templates.place(
                            new PlacePage(standing.context(), taught, course, title, zone, TimeZones.groups(), back),
                            errors),
                    errors);
        }
        seating.bind(standing.context(), number.get());
        return Response.seeOther(
                        back.path().equals("/")
                                ? OwnAddress.of("/courses/" + number.get()).uri()
                                : back.uri())
                .build();
    }

    private Optional<Long> number(
            Standing standing, List<Seat> taught, String course, CourseForm typed, FormErrors errors) {
        if (!course.equals(NEW)) {
            var found = CourseNumber.parse(course).filter(n -> taught.stream().anyMatch(seat -> seat.course() == n));
            if (found.isEmpty()) {
                errors.add("course", "Choose one of your courses, or open a new one.");
            }
            return found;
        }
        typed.addTo(errors);
        return errors.isEmpty()
                ? Optional.of(courses.open(standing.user(), typed.title(), typed.zoneId()))
                : Optional.empty();
    }

    private List<Seat> taught(UserId user) {
        return courses.of(user).stream()
                .filter(seat -> seat.teaches() && !seat.archived())
                .toList();
    }

    /** For whoever did not come by this course there is no such page. */
    private Standing standing(long context) {
        var user = current.signedIn(page);
        var found = contexts.find(context).orElseThrow(NotFoundException::new);
        var member = contexts.member(context, user).filter(m -> !m.left()).orElseThrow(NotFoundException::new);
        return new Standing(found, user, member.teaches());
    }

    private static String shortened(String title) {
        return title.length() <= CourseForm.LONGEST_TITLE ? title : title.substring(0, CourseForm.LONGEST_TITLE);
    }
}

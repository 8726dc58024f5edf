package org.nabla.classroom.course;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseForm;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseNotices;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.Missing;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.times.LateDays;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.form.TimeZones;

/** What a course is called, where its dates are meant, who can come in, and its archive. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SettingsResource {

    private static final Map<String, Duration> LIVES = Map.of(
            "day",
            Duration.ofDays(1),
            "week",
            Duration.ofDays(7),
            "month",
            Duration.ofDays(30),
            "term",
            Duration.ofDays(180));

    /** What the page shows. */
    record Shown(
            Seat seat,
            CourseForm form,
            List<TimeZones.Group> zones,
            Optional<CodeShown> code,
            Missing missing,
            boolean coTeachersLead,
            String lateDays,
            String notice) {
        public List<Missing> choices() {
            return List.of(Missing.values());
        }

        public boolean owner() {
            return seat.role() == CourseRole.TEACHER;
        }
    }

    /** The code that opens the course now, and until when. */
    record CodeShown(String code, CourseMoment until, String zone) {}

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance settings(Shown page, FormErrors errors);
    }

    private final CourseAccess access;
    private final CourseService courses;
    private final LateDays lateDays;

    SettingsResource(CourseAccess access, CourseService courses, LateDays lateDays) {
        this.lateDays = lateDays;
        this.access = access;
        this.courses = courses;
    }

    @GET
    @Path("/{course}/settings")
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
        var seat = access.teacher(course);
        return page(seat, new CourseForm(seat.title(), seat.zone().getId()), FormErrors.none(), CourseNotices.of(done));
    }

    @POST
    @Path("/{course}/settings")
    public Response describe(
            @RestPath String course,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String zone) {
        var seat = access.leader(course).inUse();
        var form = new CourseForm(title, zone);
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return Forms.refused(page(seat, form, errors, ""), errors);
        }
        courses.describe(seat, form.title(), seat.zone());
        // What another zone does to dates and marks is seen before it is done.
        return form.zoneId().equals(seat.zone())
                ? done(seat, "saved")
                : Response.seeOther(URI.create(seat.address() + "/zone?to=" + form.zone()))
                        .build();
    }

    /** Chooses what becomes of work that was due and not handed in. */
    @POST
    @Path("/{course}/missing")
    public Response missing(@RestPath String course, @RestForm @DefaultValue("") String missing) {
        var seat = access.teacher(course).inUse();
        Stream.of(Missing.values())
                .filter(choice -> choice.name().equals(missing))
                .findFirst()
                .ifPresent(choice -> courses.treatMissingAs(seat, choice));
        return done(seat, "saved");
    }

    /** Makes a new code, or none. */
    @POST
    @Path("/{course}/code")
    public Response newCode(@RestPath String course, @RestForm @DefaultValue("") String life) {
        var seat = access.teacher(course).inUse();
        var chosen = LIVES.get(life);
        if (chosen == null) {
            courses.closeToCodes(seat);
            return done(seat, "closed");
        }
        courses.newCode(seat, chosen);
        return done(seat, "code");
    }

    /** Lets co-teachers rename, archive and hand over the course, or no longer. */
    @POST
    @Path("/{course}/co-teachers")
    public Response letCoTeachersLead(@RestPath String course, @RestForm @DefaultValue("") String lead) {
        var seat = access.owner(course).inUse();
        courses.letCoTeachersLead(seat, !lead.isEmpty());
        return done(seat, "saved");
    }

    @POST
    @Path("/{course}/archive")
    public Response archive(@RestPath String course) {
        var seat = access.leader(course).inUse();
        courses.archive(seat);
        return done(seat, "archived");
    }

    @POST
    @Path("/{course}/restore")
    public Response restore(@RestPath String course) {
        var seat = access.leader(course);
        courses.restore(seat);
        return done(seat, "restored");
    }

    /** How many late days each learner has. */
    @POST
    @Path("/{course}/late-days")
    public Response giveLateDays(@RestPath String course, @RestForm @DefaultValue("") String days) {
        var seat = access.teacher(course).inUse();
        var typed = days.strip();
        if (!typed.matches("[0-9]{1,2}") || Integer.parseInt(typed) > LateDays.MOST) {
            var errors = FormErrors.of("days", "Type a whole number of days from 0 to " + LateDays.MOST + ".");
            var form = new CourseForm(seat.title(), seat.zone().getId());
            return Forms.refused(page(seat, form, errors, "", days), errors);
        }
        lateDays.give(seat, Integer.parseInt(typed));
        return done(seat, "saved");
    }

    private TemplateInstance page(Seat seat, CourseForm form, FormErrors errors, String notice) {
        return page(seat, form, errors, notice, Integer.toString(lateDays.given(seat.course())));
    }

    private TemplateInstance page(Seat seat, CourseForm form, FormErrors errors, String notice, String typedDays) {
        var code = courses.code(seat.course())
                .map(open -> new CodeShown(
                        open.code().shown(),
                        CourseMoment.of(open.until(), seat.zone()),
                        CourseMoment.zoneName(seat.zone())));
        return Templates.settings(
                new Shown(
                        seat,
                        form,
                        TimeZones.groups(),
                        code,
                        courses.missing(seat.course()),
                        courses.coTeachersLead(seat.course()),
                        typedDays,
                        notice),
                errors);
    }

    private static Response done(Seat seat, String word) {
        return Response.seeOther(URI.create(seat.address() + "/settings?done=" + word))
                .build();
    }
}

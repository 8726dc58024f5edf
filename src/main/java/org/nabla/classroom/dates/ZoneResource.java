package org.nabla.classroom.dates;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.MarkForecast;
import org.nabla.classroom.listing.AssignmentForm;
import org.nabla.classroom.listing.AssignmentFormPage;
import org.nabla.classroom.listing.ChangesPages;
import org.nabla.classroom.marking.CalendarShift;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.TimeZones;

/** Moves a course to another time zone, once it was seen what that does to its dates and marks. */
@Path("/courses/{course}/zone")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ZoneResource {
    private static final String TIMES = "times";
    private static final String MOMENTS = "moments";

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance zone(ZonePage page);
    }

    private final CourseAccess access;
    private final AssignmentService assignments;
    private final MarkForecast forecast;
    private final ChangesPages changes;

    ZoneResource(CourseAccess access, AssignmentService assignments, MarkForecast forecast, ChangesPages changes) {
        this.access = access;
        this.assignments = assignments;
        this.forecast = forecast;
        this.changes = changes;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestQuery @DefaultValue("") String to) {
        var seat = access.teacher(course).inUse();
        return page(seat, zone(to), "", FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath String course, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var form = AssignmentForm.of(typed);
        var to = zone(form.of("to"));
        var stays = form.of("keep");
        if (!stays.equals(TIMES) && !stays.equals(MOMENTS)) {
            var errors = FormErrors.of("keep", "Choose what stays: the moments or the times of day.");
            return Response.status(AssignmentFormPage.UNPROCESSABLE)
                    .entity(page(seat, to, "", errors))
                    .build();
        }
        var asked = new ChangesPages.Asked(
                "The course moves to " + CourseMoment.zoneName(to),
                seat.address() + "/zone",
                seat.address() + "/zone?to=" + to.getId(),
                form.typed());
        return changes.ask(seat, asked, moves(seat, to, stays.equals(TIMES))).orElseGet(() -> {
            assignments.changeZone(seat, to, stays.equals(TIMES));
            return Response.seeOther(URI.create(seat.address() + "/settings?done=saved"))
                    .build();
        });
    }

    private static ZoneId zone(String id) {
        if (!TimeZones.ids().contains(id)) {
            throw new NotFoundException();
        }
        return ZoneId.of(id);
    }

    private List<ChangesPages.Moves> moves(Seat seat, ZoneId to, boolean timesOfDayStay) {
        return assignments.of(seat.course()).stream()
                .map(a -> new ChangesPages.Moves(a, forecast.ofZone(a, seat.zone(), to, timesOfDayStay)))
                .toList();
    }

    private TemplateInstance page(Seat seat, ZoneId to, String keep, FormErrors errors) {
        var rows = new ArrayList<ZonePage.Row>();
        assignments.of(seat.course()).forEach(a -> rows.addAll(rows(a, new CalendarShift(seat.zone(), to, 0))));
        return Templates.zone(new ZonePage(
                seat,
                to.getId(),
                CourseMoment.zoneName(to),
                rows,
                keep,
                marks(moves(seat, to, false)),
                marks(moves(seat, to, true)),
                errors));
    }

    private static String marks(List<ChangesPages.Moves> moves) {
        var count = moves.stream().mapToInt(some -> some.moves().size()).sum();
        return count == 0
                ? "No mark changes."
                : Words.count(count, "mark changes", "marks change") + "; you see which before it is done.";
    }

    private static List<ZonePage.Row> rows(Assignment assignment, CalendarShift shift) {
        var now = assignment.rules();
        var then = shift.of(now);
        var rows = new ArrayList<ZonePage.Row>();
        rows.add(row(assignment, "opens", now.opensAt(), then.opensAt(), shift));
        rows.add(row(assignment, "due", now.dueAt(), then.dueAt(), shift));
        if (!now.closesAt().equals(now.dueAt())) {
            rows.add(row(assignment, "closes", now.closesAt(), then.closesAt(), shift));
        }
        now.telling()
                .at()
                .ifPresent(at ->
                        rows.add(row(assignment, "told", at, then.telling().at().orElse(at), shift)));
        return rows;
    }

    private static ZonePage.Row row(
            Assignment assignment, String what, Instant now, Instant then, CalendarShift shift) {
        return new ZonePage.Row(
                assignment.title(),
                what,
                CourseMoment.of(now, shift.from()).text(),
                CourseMoment.of(now, shift.to()).text(),
                CourseMoment.of(then, shift.to()).text() + moved(Duration.between(now, then)));
    }

    private static String moved(Duration by) {
        var length = by.abs();
        var hours = length.toHours() == 0 ? "" : Words.count(length.toHours(), " hour", " hours");
        var minutes = length.toMinutesPart() == 0 ? "" : Words.count(length.toMinutesPart(), " minute", " minutes");
        return by.isZero()
                ? ""
                : ", " + (hours + " " + minutes).strip().replaceAll(" +", " ")
                        + (by.isNegative() ? " earlier" : " later");
    }
}

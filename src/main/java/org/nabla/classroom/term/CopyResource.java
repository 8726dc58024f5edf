package org.nabla.classroom.term;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.CalendarShift;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.form.TimeZones;

/** Copies a course for another term: the dates of the copy are seen before there is one. */
@Path("/courses/{course}/copy")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CopyResource {
    private static final int CONFLICT = 409;

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance copy(CopyPage page, FormErrors errors);
    }

    private final CourseAccess access;
    private final CopyService service;

    CopyResource(CourseAccess access, CopyService service) {
        this.access = access;
        this.service = service;
    }

    @GET
    public TemplateInstance ask(@RestPath String course) {
        var seat = access.teacher(course);
        var form = CopyForm.fresh(seat.title(), seat.zone(), service.firstDay(seat), service.today(seat));
        return page(seat, form, Optional.empty(), "", FormErrors.none());
    }

    /** Shows the dates, or copies where these dates were seen. */
    @POST
    public Response copy(
            @RestPath String course,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String zone,
            @RestForm @DefaultValue("") String from,
            @RestForm @DefaultValue("") String to,
            @RestForm @DefaultValue("") String form,
            @RestForm @DefaultValue("") String seen,
            @RestForm @DefaultValue("") String action) {
        var seat = access.teacher(course);
        var typed = new CopyForm(title, zone, from, to, form);
        var errors = FormErrors.none();
        var shift = typed.read(seat.zone(), errors);
        if (shift.isEmpty()) {
            return Forms.refused(page(seat, typed, Optional.empty(), "", errors), errors);
        }
        var preview = preview(seat, shift.get());
        var wanted = action.equals("copy");
        if (wanted && seen.equals(preview.fingerprint())) {
            var copy = service.copy(seat, typed, shift.get());
            return Response.seeOther(URI.create("/courses/" + copy + "?done=copied"))
                    .build();
        }
        var notice = wanted ? "The dates are not those that you saw. Nothing was copied yet: look at them again." : "";
        return Response.status(wanted ? CONFLICT : 200)
                .entity(page(seat, typed, Optional.of(preview), notice, errors))
                .build();
    }

    private TemplateInstance page(
            Seat seat, CopyForm form, Optional<CopyPage.Preview> preview, String notice, FormErrors errors) {
        return Templates.copy(new CopyPage(seat, form, TimeZones.groups(), taken(seat), preview, notice), errors);
    }

    private String taken(Seat seat) {
        var sections = service.sections(seat).size();
        var sets = Words.count(service.sets(seat), "problem set", "problem sets");
        var given = Words.count(service.assignments(seat).size(), "assignment", "assignments");
        return sections == 0
                ? sets + " and " + given
                : "%s, %s and %s".formatted(sets, given, Words.count(sections, "section", "sections"));
    }

    private CopyPage.Preview preview(Seat seat, CalendarShift shift) {
        var assignments = service.assignments(seat);
        var sections = service.sections(seat);
        var own = service.sectionDates(seat);
        var rows = new ArrayList<CopyPage.Row>();
        for (var assignment : assignments) {
            var times = own.getOrDefault(assignment.id(), Map.of());
            rows.add(row(assignment, shift));
            sections.stream()
                    .filter(section -> times.containsKey(section.id()))
                    .map(section -> row(assignment, section, Objects.requireNonNull(times.get(section.id())), shift))
                    .forEach(rows::add);
        }
        var then = assignments.stream().map(a -> shift.of(a.rules())).toList();
        return new CopyPage.Preview(lead(shift), rows, "c" + Integer.toHexString((then + " " + rows).hashCode()));
    }

    private static CopyPage.Row row(Assignment assignment, Section section, Terms now, CalendarShift shift) {
        var then = shift.of(now);
        var dates = new ArrayList<CopyPage.Date>();
        dates.add(date("opens", now.opens(), then.opens(), shift));
        dates.add(date("due", now.due(), then.due(), shift));
        if (!now.closes().equals(now.due())) {
            dates.add(date("closes", now.closes(), then.closes(), shift));
        }
        return new CopyPage.Row(assignment.title() + ", " + section.title(), List.copyOf(dates));
    }

    private static String lead(CalendarShift shift) {
        var days = Math.abs(shift.days());
        var moved = days == 0
                ? "All dates stay on their days."
                : "All dates move %s by %s."
                        .formatted(shift.days() > 0 ? "forward" : "back", Words.count(days, "day", "days"));
        var weekdays = days % 7 == 0 ? " Weekdays stay the same." : " Weekdays change, as the days below show.";
        var zone = shift.from().equals(shift.to())
                ? " The time of day stays, also where the clocks change in between."
                : " The time of day stays: what was meant in %s is meant in %s then."
                        .formatted(CourseMoment.zoneName(shift.from()), CourseMoment.zoneName(shift.to()));
        return moved + weekdays + zone;
    }

    private static CopyPage.Row row(Assignment assignment, CalendarShift shift) {
        var now = assignment.rules();
        var then = shift.of(now);
        var dates = new ArrayList<CopyPage.Date>();
        dates.add(date("opens", now.opensAt(), then.opensAt(), shift));
        dates.add(date("due", now.dueAt(), then.dueAt(), shift));
        if (!closesWhenDue(now)) {
            dates.add(date("closes", now.closesAt(), then.closesAt(), shift));
        }
        now.telling()
                .at()
                .ifPresent(at -> dates.add(date("told", at, then.telling().at().orElse(at), shift)));
        return new CopyPage.Row(assignment.title(), List.copyOf(dates));
    }

    private static boolean closesWhenDue(AssignmentRules rules) {
        return rules.closesAt().equals(rules.dueAt());
    }

    private static CopyPage.Date date(String what, Instant now, Instant then, CalendarShift shift) {
        return new CopyPage.Date(
                what,
                CourseMoment.of(now, shift.from()).text(),
                CourseMoment.of(then, shift.to()).text());
    }
}

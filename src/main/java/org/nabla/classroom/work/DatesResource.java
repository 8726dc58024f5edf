package org.nabla.classroom.work;

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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.MarkForecast;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.Words;
import org.nabla.web.FormErrors;

/** All dates of a course in one table, changed in one act; what that does to marks is shown first. */
@Path("/courses/{course}/assignments/dates")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DatesResource {
    private static final int CONFLICT = 409;
    private static final Map<String, String> NOTICES =
            Map.of("saved", "Saved. Marks follow the new dates.", "same", "Nothing was different, so nothing changed.");

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance dates(DatesPage page);
    }

    private final CourseAccess access;
    private final AssignmentService assignments;
    private final MarkForecast forecast;
    private final ChangesPages changes;
    private final Clock clock;

    DatesResource(
            CourseAccess access,
            AssignmentService assignments,
            MarkForecast forecast,
            ChangesPages changes,
            Clock clock) {
        this.access = access;
        this.assignments = assignments;
        this.forecast = forecast;
        this.changes = changes;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
        var seat = access.teacher(course);
        var all = assignments.of(seat.course());
        var today = clock.instant().atZone(seat.zone()).toLocalDate();
        return page(
                seat,
                all,
                DatesForm.of(all, today, seat.zone()),
                FormErrors.none(),
                NOTICES.getOrDefault(done == null ? "" : done, ""));
    }

    /** Moves dates in the table, or saves it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath String course, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var all = assignments.of(seat.course());
        var form = DatesForm.of(typed);
        var errors = FormErrors.none();
        if (form.of("action").equals("shift")) {
            var shifted = form.shifted(all, seat.zone(), errors);
            var said = errors.isEmpty() ? "The dates below are moved. Nothing is saved yet." : "";
            return answer(page(seat, all, shifted, errors, said), errors.isEmpty() ? 200 : unprocessable());
        }
        var others = form.changedMeanwhile(all);
        if (!others.isEmpty()) {
            errors.add(
                    "table",
                    "Somebody else has changed %s since you opened this page. What you typed is still here; save again to put it in place of theirs."
                            .formatted(others.stream().map(Assignment::title).collect(Collectors.joining(", "))));
            return answer(page(seat, all, form.seen(others), errors, ""), CONFLICT);
        }
        var wanted = new LinkedHashMap<Assignment, AssignmentRules>();
        all.forEach(a -> form.read(a, seat.zone(), errors)
                .filter(rules -> !rules.equals(a.rules()))
                .ifPresent(rules -> wanted.put(a, rules)));
        if (!errors.isEmpty()) {
            return answer(page(seat, all, form, errors, ""), unprocessable());
        }
        return wanted.isEmpty() ? back(seat, "same") : save(seat, form, wanted);
    }

    private Response save(Seat seat, DatesForm form, Map<Assignment, AssignmentRules> wanted) {
        var address = seat.address() + "/assignments/dates";
        var asked = new ChangesPages.Asked(
                "New dates of " + Words.count(wanted.size(), "assignment", "assignments"),
                address,
                address,
                form.typed());
        var moves = wanted.entrySet().stream()
                .map(e -> new ChangesPages.Moves(e.getKey(), forecast.ofRules(e.getKey(), e.getValue(), seat.zone())))
                .toList();
        return changes.ask(seat, asked, moves)
                .orElseGet(() -> assignments
                        .changeAll(seat, wanted)
                        .map(why -> answer(
                                page(seat, assignments.of(seat.course()), form, FormErrors.of("table", why), ""),
                                CONFLICT))
                        .orElseGet(() -> back(seat, "saved")));
    }

    private static int unprocessable() {
        return AssignmentsResource.UNPROCESSABLE;
    }

    private static Response answer(TemplateInstance page, int status) {
        return Response.status(status).entity(page).build();
    }

    private static Response back(Seat seat, String done) {
        return Response.seeOther(URI.create(seat.address() + "/assignments/dates?done=" + done))
                .build();
    }

    private static TemplateInstance page(
            Seat seat, List<Assignment> all, DatesForm form, FormErrors errors, String notice) {
        var rows = all.stream().map(a -> row(a, form, errors)).toList();
        var problems = rows.stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> !cell.error().isEmpty())
                        .map(cell -> cell.label() + ": " + cell.error()))
                .toList();
        return Templates.dates(new DatesPage(seat, rows, form, errors, problems, notice));
    }

    private static DatesPage.Row row(Assignment assignment, DatesForm form, FormErrors errors) {
        var atOnce = assignment.rules().telling().atOnce() ? "at once" : "";
        return new DatesPage.Row(
                assignment.title(),
                assignment.address(),
                List.of(
                        cell("opens", "opens", assignment, form, errors, ""),
                        cell("due", "due", assignment, form, errors, ""),
                        cell("closes", "closes", assignment, form, errors, ""),
                        cell("told", "told from", assignment, form, errors, atOnce)),
                form.of("seen-" + assignment.number()),
                assignment.number());
    }

    private static DatesPage.Cell cell(
            String field, String what, Assignment assignment, DatesForm form, FormErrors errors, String fixed) {
        var name = field + "-" + assignment.number();
        return new DatesPage.Cell(name, assignment.title() + ", " + what, form.of(name), errors.of(name), fixed);
    }
}

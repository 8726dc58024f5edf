package org.nabla.classroom.dates;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.CourseDates;
import org.nabla.classroom.listing.AssignmentFormPage;
import org.nabla.classroom.listing.ChangesPages;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.web.form.FormErrors;

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
    private final Sections sections;
    private final CourseDates dates;
    private final ChangesPages changes;
    private final Clock clock;

    DatesResource(
            CourseAccess access,
            AssignmentService assignments,
            Sections sections,
            CourseDates dates,
            ChangesPages changes,
            Clock clock) {
        this.access = access;
        this.assignments = assignments;
        this.sections = sections;
        this.dates = dates;
        this.changes = changes;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(
            @RestPath String course, @RestQuery @Nullable String done, @RestQuery("sections") @Nullable String which) {
        var seat = access.teacher(course);
        var now = now(seat);
        var today = clock.instant().atZone(seat.zone()).toLocalDate();
        var all = DatesForm.of(now, today, seat.zone());
        var form = "all".equals(which) ? all : all.withoutEmptyRows(now);
        return page(seat, now, form, FormErrors.none(), NOTICES.getOrDefault(done == null ? "" : done, ""));
    }

    /** Moves dates in the table, or saves it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath String course, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var now = now(seat);
        var form = DatesForm.of(typed);
        var errors = FormErrors.none();
        if (form.of("action").equals("shift")) {
            var shifted = form.shifted(seat.zone(), errors);
            var said = errors.isEmpty() ? "The dates below are moved. Nothing is saved yet." : "";
            return answer(page(seat, now, shifted, errors, said), errors.isEmpty() ? 200 : unprocessable());
        }
        var others = form.changedMeanwhile(now);
        if (!others.isEmpty()) {
            errors.add(
                    "table",
                    "Somebody else has changed %s since you opened this page. What you typed is still here; save again to put it in place of theirs."
                            .formatted(others.stream().map(Assignment::title).collect(Collectors.joining(", "))));
            return answer(page(seat, now, form.seen(now), errors, ""), CONFLICT);
        }
        var wanted = now.assignments().stream()
                .map(a -> form.change(a, now, seat.zone(), errors))
                .filter(CourseDates.Change::isAny)
                .toList();
        if (!errors.isEmpty()) {
            return answer(page(seat, now, form, errors, ""), unprocessable());
        }
        return wanted.isEmpty() ? back(seat, "same") : save(seat, form, wanted);
    }

    private DatesNow now(Seat seat) {
        return new DatesNow(assignments.of(seat.course()), sections.of(seat.course()), dates.ofSections(seat.course()));
    }

    private Response save(Seat seat, DatesForm form, List<CourseDates.Change> wanted) {
        var address = seat.address() + "/assignments/dates";
        var asked = new ChangesPages.Asked(
                "New dates of " + Words.count(wanted.size(), "assignment", "assignments"),
                address,
                address,
                form.typed());
        var moves = wanted.stream()
                .map(change -> new ChangesPages.Moves(change.assignment(), dates.moves(seat, change)))
                .toList();
        return changes.ask(seat, asked, moves)
                .orElseGet(() -> dates.change(seat, wanted)
                        .map(why -> answer(page(seat, now(seat), form, FormErrors.of("table", why), ""), CONFLICT))
                        .orElseGet(() -> back(seat, "saved")));
    }

    private static int unprocessable() {
        return AssignmentFormPage.UNPROCESSABLE;
    }

    private static Response answer(TemplateInstance page, int status) {
        return Response.status(status).entity(page).build();
    }

    private static Response back(Seat seat, String done) {
        return Response.seeOther(URI.create(seat.address() + "/assignments/dates?done=" + done))
                .build();
    }

    private static TemplateInstance page(Seat seat, DatesNow now, DatesForm form, FormErrors errors, String notice) {
        var rows =
                now.assignments().stream().map(a -> row(a, now, form, errors)).toList();
        var shown = rows.stream().mapToInt(row -> row.sections().size()).sum();
        var problems = rows.stream()
                .flatMap(DatesPage.Row::all)
                .filter(cell -> !cell.error().isEmpty())
                .map(cell -> cell.label() + ": " + cell.error())
                .toList();
        var hidden = shown < rows.size() * now.sections().size();
        return Templates.dates(new DatesPage(seat, rows, hidden, form, errors, problems, notice));
    }

    private static DatesPage.Row row(Assignment assignment, DatesNow now, DatesForm form, FormErrors errors) {
        var atOnce = assignment.rules().telling().atOnce() ? "at once" : "";
        return new DatesPage.Row(
                assignment.title(),
                assignment.address(),
                List.of(
                        cell("opens", "opens", assignment, form, errors, ""),
                        cell("due", "due", assignment, form, errors, ""),
                        cell("closes", "closes", assignment, form, errors, ""),
                        cell("told", "told from", assignment, form, errors, atOnce)),
                now.sections().stream()
                        .filter(section -> form.has(SectionDates.name("due", assignment, section)))
                        .map(section -> new DatesPage.SectionRow(
                                section.title(),
                                SectionDates.FIELDS.stream()
                                        .map(field -> cell(field, assignment, section, form, errors))
                                        .toList()))
                        .toList(),
                form.of("seen-" + assignment.number()),
                assignment.number());
    }

    private static DatesPage.Cell cell(
            String field, Assignment assignment, Section section, DatesForm form, FormErrors errors) {
        var name = SectionDates.name(field, assignment, section);
        var label = assignment.title() + ", " + section.title() + ", " + field;
        return new DatesPage.Cell(name, label, form.of(name), errors.of(name), "");
    }

    private static DatesPage.Cell cell(
            String field, String what, Assignment assignment, DatesForm form, FormErrors errors, String fixed) {
        var name = field + "-" + assignment.number();
        return new DatesPage.Cell(name, assignment.title() + ", " + what, form.of(name), errors.of(name), fixed);
    }
}

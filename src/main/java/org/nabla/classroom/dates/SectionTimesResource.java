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
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.CourseDates;
import org.nabla.classroom.listing.AddressedAssignment;
import org.nabla.classroom.listing.AssignmentFormPage;
import org.nabla.classroom.listing.ChangesPages;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.web.form.FormErrors;

/** The dates of an assignment for each section of the course. */
@Path("/courses/{course}/assignments/{number}/sections")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SectionTimesResource {

    /** What the page shows. */
    record Shown(
            Seat seat,
            String address,
            String title,
            CourseMoment opens,
            CourseMoment due,
            CourseMoment closes,
            List<Fields> sections,
            String refused) {
        public String zone() {
            return CourseMoment.zoneName(seat.zone());
        }
    }

    /** The three fields of a section, with what is wrong with each. */
    record Fields(Section section, Field opens, Field due, Field closes) {}

    record Field(String name, String label, String value, String error) {}

    @CheckedTemplate(basePath = "classroom/assignment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance sectionTimes(Shown page);
    }

    private final CourseAccess access;
    private final AssignmentService assignments;
    private final Sections sections;
    private final CourseDates dates;
    private final ChangesPages changes;

    SectionTimesResource(
            CourseAccess access,
            AssignmentService assignments,
            Sections sections,
            CourseDates dates,
            ChangesPages changes) {
        this.access = access;
        this.assignments = assignments;
        this.sections = sections;
        this.dates = dates;
        this.changes = changes;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestPath String number) {
        var seat = access.teacher(course).inUse();
        var assignment = AddressedAssignment.find(assignments, seat, number);
        var form = SectionTimesForm.of(assignments.sectionTimes(assignment), seat.zone());
        return Templates.sectionTimes(page(seat, assignment, form, FormErrors.none()));
    }

    /** Sets the dates of all sections. What that does to marks is shown first. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath String course, @RestPath String number, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var assignment = AddressedAssignment.find(assignments, seat, number);
        var form = SectionTimesForm.of(typed);
        var errors = FormErrors.none();
        var times = form.read(sections.of(seat.course()), assignment.rules().terms(), seat.zone(), errors);
        if (!errors.isEmpty()) {
            return Response.status(AssignmentFormPage.UNPROCESSABLE)
                    .entity(Templates.sectionTimes(page(seat, assignment, form, errors)))
                    .build();
        }
        var here = assignment.address() + "/sections";
        var asked = new ChangesPages.Asked("Dates of sections: " + assignment.title(), here, here, form.typed());
        var change =
                new CourseDates.Change(assignment, assignments.sectionTimes(assignment), assignment.rules(), times);
        return changes.ask(seat, assignment, asked, dates.moves(seat, change)).orElseGet(() -> {
            var refused = dates.change(seat, List.of(change));
            return refused.isEmpty()
                    ? Response.seeOther(URI.create(assignment.address() + "?done=sections"))
                            .build()
                    : Response.status(Response.Status.CONFLICT)
                            .entity(Templates.sectionTimes(
                                    page(seat, assignment, form, FormErrors.of("all", refused.get()))))
                            .build();
        });
    }

    private Shown page(Seat seat, Assignment assignment, SectionTimesForm form, FormErrors errors) {
        var all = assignment.rules().terms();
        return new Shown(
                seat,
                assignment.address(),
                assignment.title(),
                CourseMoment.of(all.opens(), seat.zone()),
                CourseMoment.of(all.due(), seat.zone()),
                CourseMoment.of(all.closes(), seat.zone()),
                sections.of(seat.course()).stream()
                        .map(section -> new Fields(
                                section,
                                field("opens", "Opens", section, form, errors),
                                field("due", "Due", section, form, errors),
                                field("closes", "Closes", section, form, errors)))
                        .toList(),
                errors.of("all"));
    }

    private static Field field(String name, String label, Section section, SectionTimesForm form, FormErrors errors) {
        var field = name + "-" + section.id();
        return new Field(field, label, form.of(name, section.id()), errors.of(field));
    }
}

package org.nabla.classroom.listing;

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
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.ExerciseDraw;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.problemset.Fields;
import org.nabla.classroom.problemset.ProblemSetService;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.StoredExercise;
import org.nabla.web.form.FormErrors;

/** The assignments of a course; a form gives a new one. */
@Path("/courses/{course}/assignments")
@Blocking
@Produces(MediaType.TEXT_HTML)
class AssignmentsResource {
    record Shown(Seat seat, List<AssignmentLine> assignments, boolean sets, String notice) {
        public String zone() {
            return CourseMoment.zoneName(seat.zone());
        }
    }

    @CheckedTemplate(basePath = "classroom/assignment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance assignments(Shown page);
    }

    private final CourseAccess access;
    private final ProblemSetService sets;
    private final AssignmentService assignments;
    private final AssignmentList list;
    private final ExerciseDraw draw;

    AssignmentsResource(
            CourseAccess access,
            ProblemSetService sets,
            AssignmentService assignments,
            AssignmentList list,
            ExerciseDraw draw) {
        this.access = access;
        this.sets = sets;
        this.assignments = assignments;
        this.list = list;
        this.draw = draw;
    }

    @GET
    public TemplateInstance list(@RestPath String course, @RestQuery @Nullable String done) {
        var seat = access.member(course);
        return Templates.assignments(new Shown(
                seat,
                list.of(seat),
                seat.teaches() && !sets.of(seat).isEmpty(),
                "withdrawn".equals(done) ? "The assignment is withdrawn." : ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(@RestPath String course, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var form = AssignmentForm.of(typed);
        var whole = find(seat, form.of("set"));
        var errors = FormErrors.none();
        var rules = form.read(seat.zone(), errors);
        var picked = sets.pick(whole);
        if (picked.isEmpty()) {
            errors.add("set", "This problem set has no exercises. Add some first.");
        }
        if (rules.isEmpty() || !errors.isEmpty()) {
            return Response.status(AssignmentFormPage.UNPROCESSABLE)
                    .entity(page(seat, whole, form).shown(errors))
                    .build();
        }
        // Made before the transaction: algebra may take its time.
        var families = new HashMap<String, Seed>();
        var problems = picked.stream()
                .map(p -> new AssignmentService.Chosen(
                        p,
                        rules.get().ownVariants()
                                ? Optional.empty()
                                : draw.draw(p.template().id(), families).map(StoredExercise::id)))
                .toList();
        var number = assignments.give(seat, rules.get(), problems);
        return Response.seeOther(URI.create(seat.address() + "/assignments/" + number + "?done=given"))
                .build();
    }

    private ProblemSetService.Whole find(Seat seat, String set) {
        return sets.find(seat, Fields.number(set)).orElseThrow(NotFoundException::new);
    }

    static AssignmentFormPage page(Seat seat, ProblemSetService.Whole set, AssignmentForm form) {
        return new AssignmentFormPage(
                seat,
                seat.address() + "/assignments",
                Long.toString(set.id()),
                "Give an assignment",
                "From the problem set “%s”: %s, %s."
                        .formatted(
                                set.title(),
                                Words.count(set.problems(), "exercise", "exercises"),
                                Words.points(set.points())),
                form,
                "",
                "");
    }
}

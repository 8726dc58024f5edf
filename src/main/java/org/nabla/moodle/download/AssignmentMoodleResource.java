package org.nabla.moodle.download;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.ExerciseId;

/** An assignment for Moodle, for those who see its keys: with other numbers than its learners have. */
@Path("/courses/{course}/assignments/{number}")
@Blocking
class AssignmentMoodleResource {
    private final CourseAccess access;
    private final AssignmentService assignments;
    private final MoodleFiles files;

    AssignmentMoodleResource(CourseAccess access, AssignmentService assignments, MoodleFiles files) {
        this.access = access;
        this.assignments = assignments;
        this.files = files;
    }

    @GET
    @Path("/moodle")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@RestPath String course, @RestPath String number) {
        var assignment = find(access.teacher(course), number);
        return files.page(
                assignment.title(),
                assignment.address() + "/moodle",
                assignment.address(),
                assignment.title(),
                templates(assignment));
    }

    @GET
    @Path("/moodle.xml")
    @Produces({MediaType.APPLICATION_XML, MediaType.TEXT_HTML})
    public Response file(@RestPath String course, @RestPath String number, @RestQuery @DefaultValue("") String count) {
        var assignment = find(access.teacher(course), number);
        return files.file(assignment.title(), "assignment-" + assignment.number(), templates(assignment), count);
    }

    private Assignment find(Seat seat, String number) {
        return CourseNumber.parse(number)
                .flatMap(parsed -> assignments.find(seat.course(), parsed))
                .orElseThrow(NotFoundException::new);
    }

    private static List<ExerciseId> templates(Assignment assignment) {
        return assignment.problems().stream().map(Problem::template).distinct().toList();
    }
}

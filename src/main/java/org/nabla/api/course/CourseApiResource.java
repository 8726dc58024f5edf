package org.nabla.api.course;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.api.ProblemDocument;
import org.nabla.api.token.ApiCallers;
import org.nabla.api.token.TokenScope;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.seat.Seat;
import org.nabla.gradebook.CourseMarks;

/** What programs read of courses. */
@Path("/api/v1/courses")
@Blocking
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
@SecurityRequirement(name = ApiDescription.TOKEN)
class CourseApiResource {
    private final ApiCallers callers;
    private final CourseAccess access;
    private final CourseService courses;
    private final Sections sections;
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final CourseMarks marks;

    CourseApiResource(
            ApiCallers callers,
            CourseAccess access,
            CourseService courses,
            Sections sections,
            CoursePeople people,
            AssignmentService assignments,
            CourseMarks marks) {
        this.callers = callers;
        this.access = access;
        this.courses = courses;
        this.sections = sections;
        this.people = people;
        this.assignments = assignments;
        this.marks = marks;
    }

    @GET
    @Operation(
            operationId = "listCourses",
            summary = "List your courses",
            description =
                    "Those that the owner of the token teaches or assists, archived ones last. Scope: courses:read.")
    public List<CourseAnswer> list(@Context HttpServerRequest request) {
        return courses.of(callers.with(TokenScope.COURSES, request)).stream()
                .filter(Seat::marks)
                .map(seat -> CourseAnswer.of(seat, sections.of(seat.course())))
                .toList();
    }

    @GET
    @Path("/{course}")
    @Operation(operationId = "readCourse", summary = "Read one course", description = "Scope: courses:read.")
    public CourseAnswer read(@RestPath String course, @Context HttpServerRequest request) {
        var seat = seat(course, TokenScope.COURSES, request);
        return CourseAnswer.of(seat, sections.of(seat.course()));
    }

    @GET
    @Path("/{course}/learners")
    @Operation(
            operationId = "listLearners",
            summary = "List the learners of a course",
            description = "By name. An assistant of sections sees the learners of these alone. Scope: rosters:read.")
    public List<LearnerAnswer> learners(@RestPath String course, @Context HttpServerRequest request) {
        return people.learners(seat(course, TokenScope.ROSTERS, request)).stream()
                .map(LearnerAnswer::of)
                .toList();
    }

    @GET
    @Path("/{course}/assignments")
    @Operation(
            operationId = "listAssignments",
            summary = "List the assignments of a course",
            description =
                    "In the order in which they are due, with the dates of sections that have their own. Times are"
                            + " moments in UTC. Scope: assignments:read.")
    public List<AssignmentAnswer> assignments(@RestPath String course, @Context HttpServerRequest request) {
        var seat = seat(course, TokenScope.ASSIGNMENTS, request);
        return assignments.of(seat.course()).stream()
                .map(assignment -> AssignmentAnswer.of(assignment, assignments.sectionTimes(assignment), seat))
                .toList();
    }

    @GET
    @Path("/{course}/marks")
    @Operation(
            operationId = "readMarks",
            summary = "Read the marks of a course",
            description =
                    "As the gradebook shows them: points to hundredths, null where somebody is excused or has nothing"
                            + " yet. An assistant of sections sees the learners of these alone. Scope: marks:read.")
    public MarksAnswer marks(
            @RestPath String course,
            @Parameter(
                            description = "The number of the one assignment that is wanted; all where it is left out.",
                            example = "3")
                    @RestQuery
                    @Nullable
                    String assignment,
            @Context HttpServerRequest request) {
        var seat = seat(course, TokenScope.MARKS, request);
        var all = assignments.of(seat.course());
        var one = Optional.ofNullable(assignment)
                .map(number -> all.stream()
                        .filter(a -> String.valueOf(a.number()).equals(number))
                        .findFirst()
                        .orElseThrow(ApiProblems::noSuchAssignment));
        return MarksAnswer.of(all, marks.shown(seat), a -> one.map(a::equals).orElse(true));
    }

    private Seat seat(String course, TokenScope scope, HttpServerRequest request) {
        return access.marker(course, callers.with(scope, request));
    }
}

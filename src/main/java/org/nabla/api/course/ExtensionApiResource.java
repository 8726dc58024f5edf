package org.nabla.api.course;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.UserId;
import org.nabla.api.ProblemDocument;
import org.nabla.api.token.ApiCallers;
import org.nabla.api.token.TokenScope;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.MarkForecast;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.work.ExtensionReading;
import org.nabla.web.form.FormErrors;

/** More time for one learner, given and taken back by a program: as on the page of their work, and into the same log. */
@Path("/api/v1/courses/{course}/assignments/{assignment}/extensions/{learner}")
@Blocking
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
@SecurityRequirement(name = ApiDescription.TOKEN)
class ExtensionApiResource {

    private record Found(Seat seat, Assignment assignment, Enrolled learner) {
        UserId id() {
            return learner.id();
        }
    }

    private final ApiCallers callers;
    private final CourseAccess access;
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final ExtensionReading extensions;
    private final MarkForecast forecast;

    ExtensionApiResource(
            ApiCallers callers,
            CourseAccess access,
            CoursePeople people,
            AssignmentService assignments,
            ExtensionReading extensions,
            MarkForecast forecast) {
        this.callers = callers;
        this.access = access;
        this.people = people;
        this.assignments = assignments;
        this.extensions = extensions;
        this.forecast = forecast;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveMoreTime",
            summary = "Give a learner more time",
            description =
                    "In place of an extension of before. Dates are those of the calendar in the time zone of the course."
                            + " It is never less time than the others have. Marks follow, and the act is in the log of the course."
                            + " Scope: extensions:write, of whoever teaches the course.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"due", "reason"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "due",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "As 2027-03-01T23:59, in the time zone of the course."),
                                                @SchemaProperty(
                                                        name = "closes",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "Until when late answers count; as for all where it is left out."),
                                                @SchemaProperty(
                                                        name = "reason",
                                                        type = SchemaType.STRING,
                                                        description = "Why, for you and your co-teachers.")
                                            })))
    public ExtensionAnswer give(
            @RestPath String course,
            @RestPath String assignment,
            @RestPath String learner,
            byte[] body,
            @Context HttpServerRequest request) {
        var found = find(course, assignment, learner, request);
        var errors = FormErrors.none();
        var extension = extensions.read(found.seat(), found.assignment(), found.id(), typed(body), errors);
        if (extension.isEmpty()) {
            throw refused(errors);
        }
        return become(found, extension);
    }

    @DELETE
    @Operation(
            operationId = "takeMoreTimeBack",
            summary = "Take more time back",
            description =
                    "The times of all hold again. Marks follow. Scope: extensions:write, of whoever teaches the course.")
    public ExtensionAnswer takeBack(
            @RestPath String course,
            @RestPath String assignment,
            @RestPath String learner,
            @Context HttpServerRequest request) {
        return become(find(course, assignment, learner, request), Optional.empty());
    }

    private ExtensionAnswer become(Found found, Optional<Extension> extension) {
        var seat = found.seat();
        var moves = forecast.ofExtension(found.assignment(), found.id(), extension, seat.zone());
        extension.ifPresentOrElse(
                given -> assignments.extend(seat, found.assignment(), found.id(), given),
                () -> assignments.endExtension(seat, found.assignment(), found.id()));
        return ExtensionAnswer.of(
                found.id().value(),
                found.assignment().number(),
                assignments.terms(found.assignment(), found.id()),
                moves);
    }

    private static ExtensionReading.Typed typed(byte[] body) {
        try {
            return ExtensionBody.read(body);
        } catch (ExtensionBody.Malformed malformed) {
            throw ApiProblems.malformed(malformed.sentence(), malformed.field());
        }
    }

    private static RuntimeException refused(FormErrors errors) {
        for (var field : new String[] {"due", "closes"}) {
            if (!errors.of(field).isEmpty()) {
                return ApiProblems.unprocessable(errors.of(field), field);
            }
        }
        return ApiProblems.unprocessable(errors.of("reason"), "reason");
    }

    private Found find(String course, String assignment, String learner, HttpServerRequest request) {
        var seat = access.teacher(course, callers.with(TokenScope.EXTENSIONS, request))
                .inUse();
        var set = CourseNumber.parse(assignment)
                .flatMap(number -> assignments.find(seat.course(), number))
                .orElseThrow(ApiProblems::noSuchAssignment);
        return people.learners(seat).stream()
                .filter(one -> one.id().toString().equals(learner))
                .findFirst()
                .map(one -> new Found(seat, set, one))
                .orElseThrow(ApiProblems::nobody);
    }
}

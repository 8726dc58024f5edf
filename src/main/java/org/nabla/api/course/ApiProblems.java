package org.nabla.api.course;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.nabla.api.ProblemDocument;

/** Why a request about a course is refused, in words. */
final class ApiProblems {
    private static final int UNPROCESSABLE = 422;

    private ApiProblems() {}

    static WebApplicationException noSuchAssignment() {
        return notFound("There is no such assignment in the course. Perhaps it was withdrawn.", "assignment");
    }

    static WebApplicationException nobody() {
        return notFound("Nobody with this number learns in the course.", "learner");
    }

    private static WebApplicationException notFound(String detail, String field) {
        return problem(Response.Status.NOT_FOUND.getStatusCode(), "Not found", detail, field);
    }

    static WebApplicationException malformed(String detail, String field) {
        return problem(Response.Status.BAD_REQUEST.getStatusCode(), "Malformed request", detail, field);
    }

    /** What can be read, and must not be. */
    static WebApplicationException unprocessable(String detail, String field) {
        return problem(UNPROCESSABLE, "This is not possible", detail, field);
    }

    private static WebApplicationException problem(int status, String title, String detail, String field) {
        return new WebApplicationException(
                ProblemDocument.response(status, title, detail, field).build());
    }
}

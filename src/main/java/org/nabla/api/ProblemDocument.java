package org.nabla.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Why a request was refused, as RFC 9457 has it.
 *
 * @param field the field of the request that is at fault, as in {@code answer.variables.x}; empty where it is the whole
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProblemDocument(String type, String title, int status, String detail, String field) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Response.ResponseBuilder response(int status, String title, String detail, String field) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new ProblemDocument("about:blank", title, status, detail, field));
    }

    /** @param wait until the next request is admitted */
    public static Response tooMany(Duration wait) {
        return response(429, "Too many requests", "Come back a little later.", "")
                .header("Retry-After", Math.max(1, (wait.toMillis() + 999) / 1000))
                .build();
    }
}

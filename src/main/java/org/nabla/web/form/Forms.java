package org.nabla.web.form;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** Answers to a form that is shown again with what is wrong with it. */
public final class Forms {

    /** The status of a form that is shown again. */
    public static final int UNPROCESSABLE = 422;

    private static final int TOO_MANY = 429;

    private Forms() {}

    public static Response refused(TemplateInstance page, FormErrors errors) {
        var status = errors.of("wait").isEmpty() ? UNPROCESSABLE : TOO_MANY;
        return Response.status(status).entity(page).build();
    }
}

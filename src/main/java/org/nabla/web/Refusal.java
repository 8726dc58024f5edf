package org.nabla.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Ends a request with an error page whose words fit the case better than the general ones of {@link ErrorPages}. */
public final class Refusal extends WebApplicationException {

    private final ErrorMessage words;

    /**
     * @param title what is wrong, as a heading: {@code There is no such exercise}
     * @param advice what to do next, in whole sentences
     */
    public Refusal(Response.Status status, String title, String advice) {
        super(title, status);
        words = new ErrorMessage(title, advice);
    }

    ErrorMessage words() {
        return words;
    }
}

package org.nabla.web.trouble;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

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

    private Refusal(ErrorMessage words, Response response) {
        super(words.title(), response);
        this.words = words;
    }

    /**
     * What cannot be had now, but a little later: the status is 503.
     *
     * @param seconds after which to come back
     * @param way where something else of the kind can be had at once
     * @param label of the link there
     */
    public static Refusal later(String title, String advice, int seconds, Optional<String> way, String label) {
        return new Refusal(
                new ErrorMessage(title, advice, way.map(address -> new ErrorMessage.Way(address, label))),
                Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header("Retry-After", seconds)
                        .build());
    }

    /**
     * What is not for whoever asks, with a page on which it is said how it can be.
     *
     * @param label of the link there
     */
    public static Refusal toward(Response.Status status, String title, String advice, String address, String label) {
        return new Refusal(
                new ErrorMessage(title, advice, Optional.of(new ErrorMessage.Way(address, label))),
                Response.status(status).build());
    }

    /**
     * What somebody has done too often: the status is 429.
     *
     * @param seconds after which it may be done again
     */
    public static Refusal tooMany(String title, String advice, long seconds) {
        return new Refusal(
                new ErrorMessage(title, advice),
                Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header("Retry-After", seconds)
                        .build());
    }

    ErrorMessage words() {
        return words;
    }
}

package org.nabla.progress.history;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.session.CurrentUser;
import org.nabla.progress.ProgressService;
import org.nabla.web.trouble.Refusal;

/** Leads to the page on which an attempt of one's own was made, whatever it was made for. */
@Path("/attempts")
@Blocking
class AttemptAddressResource {
    private final ProgressService progress;
    private final CurrentUser user;

    AttemptAddressResource(ProgressService progress, CurrentUser user) {
        this.progress = progress;
        this.user = user;
    }

    @GET
    @Path("/{submission}")
    public Response find(@RestPath String submission) {
        return user.id()
                .flatMap(learner -> parse(submission).flatMap(form -> progress.home(learner, form)))
                .map(address -> Response.seeOther(URI.create(address)).build())
                .orElseThrow(() -> new Refusal(
                        Response.Status.NOT_FOUND,
                        "This attempt has no page any more",
                        "Perhaps it was made in a course in which you no longer take part. What you typed is kept under"
                                + " Progress."));
    }

    /** The address that always leads to an attempt. */
    static String of(UUID submission) {
        return "/attempts/" + submission;
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

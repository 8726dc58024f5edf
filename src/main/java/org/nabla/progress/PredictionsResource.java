package org.nabla.progress;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.nabla.account.CurrentUser;
import org.nabla.account.Role;

/** How good the predictions are, and what teaches, for those who run the site. For everybody else there is no such page. */
@Path("/operator/predictions")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PredictionsResource {
    private final Predictions predictions;
    private final CurrentUser user;

    PredictionsResource(Predictions predictions, CurrentUser user) {
        this.predictions = predictions;
        this.user = user;
    }

    @CheckedTemplate(basePath = "progress")
    static class Templates {
        static native TemplateInstance predictions(Optional<CalibrationView> measured, TeachingView teaching);
    }

    @GET
    public TemplateInstance predictions() {
        if (!user.roles().contains(Role.OPERATOR)) {
            throw new NotFoundException("There is no such page.");
        }
        return Templates.predictions(predictions.latest(), predictions.teaching());
    }
}

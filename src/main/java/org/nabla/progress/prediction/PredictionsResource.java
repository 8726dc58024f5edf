package org.nabla.progress.prediction;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.nabla.account.Role;

/** How good the predictions are, and what teaches, for those who run the site. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/predictions")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PredictionsResource {
    private final PredictionReport predictions;

    PredictionsResource(PredictionReport predictions) {
        this.predictions = predictions;
    }

    @CheckedTemplate(basePath = "progress")
    static class Templates {
        static native TemplateInstance predictions(Optional<CalibrationView> measured, TeachingView teaching);
    }

    @GET
    public TemplateInstance predictions() {
        return Templates.predictions(predictions.latest(), predictions.teaching());
    }
}

package org.nabla.operation.retention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.nabla.account.Role;

/** How long what is kept, and what was removed. For everybody but those who run the site there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/retention")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RetentionResource {

    @CheckedTemplate(basePath = "operation")
    static class Templates {
        static native TemplateInstance retention(List<Retention.Row> rows);
    }

    private final Retention retention;

    RetentionResource(Retention retention) {
        this.retention = retention;
    }

    @GET
    public TemplateInstance show() {
        return Templates.retention(retention.rows());
    }
}

package org.nabla.web.about;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the site is, its licence, and the software of others that it is made of. */
@Path("/about")
@Blocking
class AboutResource {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance about(List<Library> jars, List<Library> scripts);
    }

    private final Shipped shipped;

    AboutResource(Shipped shipped) {
        this.shipped = shipped;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance about() {
        return Templates.about(shipped.jars(), shipped.scripts());
    }

    @GET
    @Path("/license")
    @Produces(MediaType.TEXT_PLAIN)
    public String license() {
        return shipped.licence();
    }
}

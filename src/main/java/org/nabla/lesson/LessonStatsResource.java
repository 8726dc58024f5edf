package org.nabla.lesson;

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

/** How well the lessons teach, for those who run the site. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/lessons")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LessonStatsResource {
    private final LessonStats stats;

    LessonStatsResource(LessonStats stats) {
        this.stats = stats;
    }

    @CheckedTemplate(basePath = "lesson")
    static class Templates {
        static native TemplateInstance stats(List<LessonStats.Row> rows);
    }

    @GET
    public TemplateInstance lessons() {
        return Templates.stats(stats.all());
    }
}

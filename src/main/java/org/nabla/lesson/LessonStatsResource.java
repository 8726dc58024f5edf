package org.nabla.lesson;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.nabla.account.CurrentUser;
import org.nabla.account.Role;

/** How well the lessons teach, for those who run the site. */
@Path("/operator/lessons")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LessonStatsResource {
    private final LessonStats stats;
    private final CurrentUser user;

    LessonStatsResource(LessonStats stats, CurrentUser user) {
        this.stats = stats;
        this.user = user;
    }

    @CheckedTemplate(basePath = "lesson")
    static class Templates {
        static native TemplateInstance stats(List<LessonStats.Row> rows);
    }

    @GET
    public TemplateInstance lessons() {
        if (!user.roles().contains(Role.OPERATOR)) {
            throw new NotFoundException("There is no such page.");
        }
        return Templates.stats(stats.all());
    }
}

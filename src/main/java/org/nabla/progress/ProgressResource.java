package org.nabla.progress;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.CurrentUser;

/** What the learner has done. */
@Path("/progress")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ProgressResource {
    private static final int ROWS = 50;

    private final ProgressService progress;
    private final CurrentUser user;

    ProgressResource(ProgressService progress, CurrentUser user) {
        this.progress = progress;
        this.user = user;
    }

    @CheckedTemplate(basePath = "progress")
    static class Templates {
        static native TemplateInstance progress(HistoryView page);
    }

    @GET
    public TemplateInstance history(@RestQuery @Nullable String before) {
        var from = Place.parse(before);
        // One more than is shown tells whether there is more.
        var attempts = user.id().map(id -> progress.history(id, from, ROWS + 1)).orElse(List.of());
        return Templates.progress(HistoryView.of(attempts, ROWS, from.isPresent(), user.isGuest()));
    }
}

package org.nabla.progress.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.session.CurrentUser;
import org.nabla.progress.ProgressService;
import org.nabla.web.address.OwnAddress;
import org.nabla.web.trouble.Refusal;

/** Takes reports from the page of an exercise, wherever that stands, and leads back to it. */
@Path("/reports")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ReportResource {
    private static final String TOO_MANY =
            "You have reported much today. Keep this one for tomorrow: the attempt stays in your history.";

    @CheckedTemplate(basePath = "progress")
    static class Templates {
        static native TemplateInstance report(ReportBox box);
    }

    private final Reports reports;
    private final ProgressService progress;
    private final CurrentUser user;

    ReportResource(Reports reports, ProgressService progress, CurrentUser user) {
        this.reports = reports;
        this.progress = progress;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(
            @RestQuery("attempt") @Nullable String attempt,
            @RestQuery @Nullable String back,
            @RestForm @DefaultValue("") String note,
            @RestHeader("HX-Request") boolean fromScript) {
        var submission = submission(attempt);
        var learner = user.id().orElseThrow(ReportResource::nothing);
        var page = OwnAddress.of(back).path();
        var filing = reports.file(learner, submission, note);
        if (filing == Reports.Filing.NOTHING_TO_REPORT) {
            throw nothing();
        }
        if (fromScript) {
            var box = reports.box(
                            learner, progress.recorded(learner, submission).orElseThrow(), page)
                    .orElseThrow();
            return Response.ok(Templates.report(filing == Reports.Filing.FILED ? box : box.refused(TOO_MANY, note)))
                    .build();
        }
        if (filing == Reports.Filing.TOO_MANY) {
            throw new Refusal(Response.Status.TOO_MANY_REQUESTS, "Too many reports", TOO_MANY);
        }
        return Response.seeOther(URI.create(page + "?attempt=" + submission + "#report"))
                .build();
    }

    private static UUID submission(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw nothing();
        }
    }

    private static NotFoundException nothing() {
        return new NotFoundException("There is nothing to report.");
    }
}

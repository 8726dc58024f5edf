package org.nabla.progress.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.account.Role;
import org.nabla.account.operator.OperatorAct;
import org.nabla.account.operator.OperatorLog;
import org.nabla.account.session.CurrentUser;

/** Where those who run the site look at what learners doubt. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/reports")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ReportDeskResource {
    private static final int ROWS = 20;
    private static final int MOST = 100_000;

    @CheckedTemplate(basePath = "progress")
    static class Templates {
        static native TemplateInstance reports(ReportDeskPage page);
    }

    private final Reports reports;
    private final OperatorLog log;
    private final CurrentUser user;

    ReportDeskResource(Reports reports, OperatorLog log, CurrentUser user) {
        this.log = log;
        this.reports = reports;
        this.user = user;
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("open") String state, @RestQuery @DefaultValue("0") String from) {
        var answered = state.equals("answered");
        var first = from.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(from), MOST) : 0;
        var found = reports.list(answered, first, ROWS);
        var address = "/operator/reports?state=" + (answered ? "answered" : "open") + "&from=";
        return Templates.reports(new ReportDeskPage(
                answered,
                reports.open(),
                found.reports().stream().map(ReportDeskPage::row).toList(),
                first == 0 ? "" : address + Math.max(0, first - ROWS),
                found.more() ? address + (first + ROWS) : ""));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath String id,
            @RestForm @DefaultValue("") String answer,
            @RestForm @DefaultValue("open") String state) {
        if (!id.matches("[0-9]{1,18}") || answer.isBlank() || !reports.answer(Long.parseLong(id), answer)) {
            throw new NotFoundException("There is no such report, or no answer.");
        }
        log.write(user.known(), OperatorAct.REPORT_ANSWERED, "report " + id);
        return Response.seeOther(URI.create("/operator/reports" + (state.equals("answered") ? "?state=answered" : "")))
                .build();
    }
}

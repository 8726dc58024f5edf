package org.nabla.gradebook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.seat.Seat;
import org.nabla.gradebook.marks.GradebookCsv;
import org.nabla.gradebook.marks.GradebookPage;
import org.nabla.gradebook.marks.GradebookService;
import org.nabla.gradebook.marks.GradebookView;
import org.nabla.gradebook.marks.LearnerMarks;
import org.nabla.gradebook.regrading.RegradingService;
import org.nabla.web.Csv;

/** The marks of a course: all of them, those of one learner, and the files for other programs. */
@Path("/courses/{course}/gradebook")
@Blocking
@Produces(MediaType.TEXT_HTML)
class GradebookResource {

    private static final String ATTEMPTS = "attempts";

    @CheckedTemplate(basePath = "gradebook")
    static class Templates {
        static native TemplateInstance gradebook(GradebookPage page);

        static native TemplateInstance learner(LearnerMarks page);
    }

    private final CourseAccess access;
    private final GradebookService gradebooks;
    private final RegradingService regrading;
    private final Clock clock;

    GradebookResource(CourseAccess access, GradebookService gradebooks, RegradingService regrading, Clock clock) {
        this.access = access;
        this.gradebooks = gradebooks;
        this.regrading = regrading;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(
            @RestPath String course,
            @RestQuery @DefaultValue("") String search,
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("family") String sort,
            @RestQuery @Nullable String down,
            @RestQuery @DefaultValue("") String alone,
            @RestQuery @DefaultValue("") String section) {
        var seat = access.marker(course);
        var known = sort.matches("given|total|[1-9][0-9]{0,8}") ? sort : "family";
        var number = alone.matches("[1-9][0-9]{0,8}") ? alone : "";
        var view = new GradebookView(search, GradebookView.State.of(state), known, down != null, number, section);
        return Templates.gradebook(
                gradebooks.page(seat, view, regrading.outdated(seat.course()).size()));
    }

    @GET
    @Path("/{learner:[0-9]+}")
    public TemplateInstance learner(@RestPath String course, @RestPath String learner) {
        var seat = access.marker(course);
        return Templates.learner(gradebooks.learner(seat, learner).orElseThrow(NotFoundException::new));
    }

    /** A form, because the export is written into the log. An assistant takes along whom they see. */
    @POST
    @Path("/export")
    @Produces({"text/csv", MediaType.TEXT_HTML})
    public Response export(
            @RestPath String course, @RestForm("for") @Nullable String form, @RestForm @Nullable String mark) {
        var seat = access.marker(course);
        if (ATTEMPTS.equals(form)) {
            return file(seat, ATTEMPTS, gradebooks.attempts(seat, mark != null));
        }
        var system = GradebookCsv.of(form == null ? "" : form).orElseThrow(NotFoundException::new);
        return file(seat, form, (mark == null ? "" : Csv.BYTE_ORDER_MARK) + gradebooks.export(seat, system));
    }

    private Response file(Seat seat, @Nullable String form, Object content) {
        var day = LocalDate.ofInstant(clock.instant(), seat.zone());
        return Response.ok(content, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"marks-" + seat.course() + "-" + form + "-" + day + ".csv\"")
                .build();
    }
}

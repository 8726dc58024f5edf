package org.nabla.gradebook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;

/** The marks of a course: all of them, those of one learner, and the files for other systems. */
@Path("/courses/{course}/gradebook")
@Blocking
@Produces(MediaType.TEXT_HTML)
class GradebookResource {

    @CheckedTemplate(basePath = "gradebook")
    static class Templates {
        static native TemplateInstance gradebook(GradebookPage page);

        static native TemplateInstance learner(GradebookPage.Learner page);
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
    public TemplateInstance show(@RestPath String course) {
        var seat = access.teacher(course);
        var book = gradebooks.of(seat.course());
        return Templates.gradebook(
                GradebookPage.of(seat, book, regrading.outdated(seat.course()).size()));
    }

    @GET
    @Path("/{learner:[0-9]+}")
    public TemplateInstance learner(@RestPath String course, @RestPath String learner) {
        var seat = access.teacher(course);
        var book = gradebooks.of(seat.course());
        return book.learners().stream()
                .filter(l -> l.id().toString().equals(learner))
                .findFirst()
                .map(l -> Templates.learner(GradebookPage.Learner.of(seat, book, l)))
                .orElseThrow(NotFoundException::new);
    }

    /** A form, because the export is written into the log. */
    @POST
    @Path("/export")
    @Produces({"text/csv", MediaType.TEXT_HTML})
    public Response export(@RestPath String course, @RestForm("for") @Nullable String system) {
        var seat = access.teacher(course);
        var form = GradebookCsv.of(system == null ? "" : system).orElseThrow(NotFoundException::new);
        var day = LocalDate.ofInstant(clock.instant(), seat.zone());
        return Response.ok(gradebooks.export(seat, form), "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"marks-" + seat.course() + "-"
                                + form.name().toLowerCase(Locale.ROOT) + "-" + day + ".csv\"")
                .build();
    }
}

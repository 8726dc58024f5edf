package org.nabla.classroom.problemset;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;

/** The problem sets of a course. */
@Path("/courses/{course}/sets")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SetsResource {
    static final int LONGEST_TITLE = 120;
    private static final int UNPROCESSABLE = 422;

    record Row(long id, String title, String problems, String points) {}

    record Shown(Seat seat, List<Row> sets, String title, String notice) {}

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance sets(Shown page, FormErrors errors);
    }

    private final CourseAccess access;
    private final ProblemSetService sets;

    SetsResource(CourseAccess access, ProblemSetService sets) {
        this.access = access;
        this.sets = sets;
    }

    @GET
    public TemplateInstance list(@RestPath String course, @RestQuery @Nullable String done) {
        return page(access.teacher(course), "", FormErrors.none(), "removed".equals(done) ? "Removed." : "");
    }

    @POST
    public Response create(@RestPath String course, @RestForm @DefaultValue("") String title) {
        var seat = access.teacher(course).inUse();
        var line = Fields.line(title);
        var errors = titleErrors(line);
        if (!errors.isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(page(seat, title, errors, ""))
                    .build();
        }
        return Response.seeOther(URI.create(seat.address() + "/sets/" + sets.create(seat, line) + "/find"))
                .build();
    }

    static FormErrors titleErrors(String title) {
        if (title.isEmpty()) {
            return FormErrors.of("title", "Type a title, such as “Gradients, week 3”.");
        }
        return title.length() > LONGEST_TITLE
                ? FormErrors.of("title", "Take at most " + LONGEST_TITLE + " characters.")
                : FormErrors.none();
    }

    private TemplateInstance page(Seat seat, String title, FormErrors errors, String notice) {
        var rows = sets.of(seat).stream()
                .map(set -> new Row(
                        set.id(),
                        set.title(),
                        Words.count(set.problems(), "exercise", "exercises"),
                        Words.points(set.points())))
                .toList();
        return Templates.sets(new Shown(seat, rows, title, notice), errors);
    }
}

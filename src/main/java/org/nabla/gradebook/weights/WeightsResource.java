package org.nabla.gradebook.weights;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.gradebook.marks.GradebookService;
import org.nabla.web.form.Forms;

/** How the marks of a course are weighed: categories, their weights, and what is left out. */
@Path("/courses/{course}/gradebook/weights")
@Blocking
@Produces(MediaType.TEXT_HTML)
class WeightsResource {

    @CheckedTemplate(basePath = "gradebook")
    static class Templates {
        static native TemplateInstance weights(WeightsPage page);
    }

    private final CourseAccess access;
    private final GradebookService gradebooks;

    WeightsResource(CourseAccess access, GradebookService gradebooks) {
        this.access = access;
        this.gradebooks = gradebooks;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
        var seat = access.teacher(course).inUse();
        var book = gradebooks.of(seat);
        return Templates.weights(WeightsPage.of(seat, book.weighing(), book.assignments(), done != null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestPath String course, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var given = gradebooks.of(seat).assignments();
        var page = WeightsPage.typed(seat, typed, given);
        if (!page.errors().isEmpty()) {
            return Response.status(Forms.UNPROCESSABLE)
                    .entity(Templates.weights(page))
                    .build();
        }
        gradebooks.weigh(seat, page.weighing(given));
        return Response.seeOther(URI.create(seat.address() + "/gradebook/weights?done=saved"))
                .build();
    }
}

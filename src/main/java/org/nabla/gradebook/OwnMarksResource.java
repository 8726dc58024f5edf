package org.nabla.gradebook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.classroom.CourseAccess;
import org.nabla.gradebook.marks.GradebookService;
import org.nabla.gradebook.marks.OwnMarks;

/** A learner's own marks in a course: the numbers that the teacher sees too. */
@Path("/courses/{course}/marks")
@Blocking
@Produces(MediaType.TEXT_HTML)
class OwnMarksResource {

    @CheckedTemplate(basePath = "gradebook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ownMarks(OwnMarks page);
    }

    private final CourseAccess access;
    private final GradebookService gradebooks;

    OwnMarksResource(CourseAccess access, GradebookService gradebooks) {
        this.access = access;
        this.gradebooks = gradebooks;
    }

    @GET
    public TemplateInstance show(@RestPath String course) {
        return Templates.ownMarks(gradebooks.own(access.learner(course)).orElseThrow(NotFoundException::new));
    }
}

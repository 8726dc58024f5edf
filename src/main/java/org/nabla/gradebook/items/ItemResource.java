package org.nabla.gradebook.items;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.seat.Seat;

/** How the exercises of a course or of one assignment did, with the learners whom somebody sees. */
@Path("/courses/{course}/gradebook/items")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ItemResource {

    @CheckedTemplate(basePath = "gradebook")
    static class Templates {
        static native TemplateInstance items(ItemPages.Page page);
    }

    private final CourseAccess access;
    private final AssignmentService assignments;
    private final ItemPages pages;

    ItemResource(CourseAccess access, AssignmentService assignments, ItemPages pages) {
        this.access = access;
        this.assignments = assignments;
        this.pages = pages;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestQuery @DefaultValue("") String assignment) {
        var seat = access.marker(course);
        return Templates.items(pages.of(seat, chosen(seat, assignment)));
    }

    private Optional<Assignment> chosen(Seat seat, String number) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw new NotFoundException();
        }
        return Optional.of(
                assignments.find(seat.course(), Long.parseLong(number)).orElseThrow(NotFoundException::new));
    }
}

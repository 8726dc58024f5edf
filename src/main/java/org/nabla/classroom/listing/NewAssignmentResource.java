package org.nabla.classroom.listing;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.problemset.Fields;
import org.nabla.classroom.problemset.ProblemSetService;
import org.nabla.web.form.FormErrors;

/** The form by which a problem set is given. A class of its own: its path would else be taken for that of one assignment. */
@Path("/courses/{course}/assignments/new")
@Blocking
@Produces(MediaType.TEXT_HTML)
class NewAssignmentResource {
    private final CourseAccess access;
    private final ProblemSetService sets;
    private final Clock clock;

    NewAssignmentResource(CourseAccess access, ProblemSetService sets, Clock clock) {
        this.access = access;
        this.sets = sets;
        this.clock = clock;
    }

    @GET
    public TemplateInstance form(@RestPath String course, @RestQuery @DefaultValue("") String set) {
        var seat = access.teacher(course).inUse();
        var whole = sets.find(seat, Fields.number(set)).orElseThrow(NotFoundException::new);
        var form = AssignmentForm.fresh(whole.title(), clock.instant().atZone(seat.zone()));
        return AssignmentsResource.page(seat, whole, form).shown(FormErrors.none());
    }
}

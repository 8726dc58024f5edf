package org.nabla.classroom.assignment;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;

/** Draws the exercises of a course's assignments, as the scheduler does, which rests in tests; for tests alone. */
@Path("/test/prepare/{course}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PreparationResource {
    private final AssignmentService assignments;
    private final AssignmentPreparation preparation;

    PreparationResource(AssignmentService assignments, AssignmentPreparation preparation) {
        this.assignments = assignments;
        this.preparation = preparation;
    }

    @GET
    public String prepare(@RestPath long course) {
        assignments.of(course).forEach(a -> preparation.prepare(new DrawnRepository.Job(a.key(), Instant.EPOCH)));
        return "prepared";
    }
}

package org.nabla.progress.witness;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Contradicts the verdict on an answer, as the algebra system would where our rules are wrong; for tests alone. */
@Path("/test/contradict")
@Produces(MediaType.TEXT_HTML)
class ContradictionResource {

    private final Disagreements disagreements;
    private final EntityManager database;

    ContradictionResource(Disagreements disagreements, EntityManager database) {
        this.database = database;
        this.disagreements = disagreements;
    }

    @GET
    @Path("/{submission}")
    public String contradict(@RestPath UUID submission) {
        var learner = (Number) database.createNativeQuery("select learner_id from submission where id = :form")
                .setParameter("form", submission)
                .getSingleResult();
        disagreements.keep(new WitnessConflict(
                learner.longValue(),
                submission,
                "a",
                "expression",
                "x",
                "1",
                "WRONG",
                "refuted",
                "PROVED",
                "of a test",
                Instant.EPOCH));
        return "contradicted";
    }
}

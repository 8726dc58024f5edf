package org.nabla.progress.witness;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.nabla.account.Role;
import org.nabla.grading.Outcome;
import org.nabla.grading.witness.Testimony;
import org.nabla.progress.store.ExerciseStore;

/** Where those who run the site see what the algebra system says of verdicts and exercises. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/witness")
@Blocking
@Produces(MediaType.TEXT_HTML)
class WitnessResource {
    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "progress")
    static class Templates {
        static native TemplateInstance witness(WitnessPage page);
    }

    private final SecondWitness witness;
    private final Disagreements disagreements;
    private final ExerciseStore exercises;

    WitnessResource(SecondWitness witness, Disagreements disagreements, ExerciseStore exercises) {
        this.witness = witness;
        this.disagreements = disagreements;
        this.exercises = exercises;
    }

    @GET
    public TemplateInstance page() {
        return Templates.witness(new WitnessPage(
                List.of(row(Outcome.CORRECT), row(Outcome.PARTIAL), row(Outcome.WRONG)),
                witness.skippedSoFar(),
                witness.waiting(),
                disagreements.count(),
                disagreements.latest(ROWS),
                exercises.disputes(ROWS).entrySet().stream()
                        .map(entry -> new WitnessPage.Disputed(entry.getKey(), entry.getValue()))
                        .toList()));
    }

    private WitnessPage.Row row(Outcome outcome) {
        return new WitnessPage.Row(
                outcome.name(),
                witness.said(Testimony.PROVED, outcome),
                witness.said(Testimony.DISPROVED, outcome),
                witness.said(Testimony.OPEN, outcome),
                witness.said(Testimony.BEYOND, outcome));
    }
}

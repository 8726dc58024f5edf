package org.nabla.progress.witness;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.nabla.account.CurrentUser;
import org.nabla.account.Role;
import org.nabla.grading.Outcome;
import org.nabla.grading.witness.Testimony;
import org.nabla.progress.ExerciseStore;

/** Where those who run the site see what the algebra system says of verdicts and exercises. For everybody else there is no such page. */
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
    private final CurrentUser user;

    WitnessResource(SecondWitness witness, Disagreements disagreements, ExerciseStore exercises, CurrentUser user) {
        this.witness = witness;
        this.disagreements = disagreements;
        this.exercises = exercises;
        this.user = user;
    }

    @GET
    public TemplateInstance page() {
        if (!user.roles().contains(Role.OPERATOR)) {
            throw new NotFoundException();
        }
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

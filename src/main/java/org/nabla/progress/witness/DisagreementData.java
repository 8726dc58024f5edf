package org.nabla.progress.witness;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: which of somebody's verdicts are looked at again. */
@Singleton
class DisagreementData implements OwnData {
    private static final String OF_THE_EXERCISE =
            "it is of the exercise and of the checker; the answer is among the responses";

    @Override
    public List<OwnTable> tables() {
        return List.of(new OwnTable(
                "verdicts-looked-at-again",
                "The verdicts on your answers about which our two checks do not agree.",
                Set.of("disagreement"),
                List.of(
                        column("submission", "the name of the form that was sent"),
                        column("part", "the box"),
                        column("noted_at", "when the checks were found to differ")),
                """
                select d.submission, d.part, d.noted_at from disagreement d
                where d.learner_id = :user order by d.noted_at, d.submission, d.part
                """,
                Map.of(
                        "disagreement.learner_id", "it is you",
                        "disagreement.kind", OF_THE_EXERCISE,
                        "disagreement.key", OF_THE_EXERCISE,
                        "disagreement.response", OF_THE_EXERCISE,
                        "disagreement.outcome", OF_THE_EXERCISE,
                        "disagreement.decided", OF_THE_EXERCISE,
                        "disagreement.testimony", OF_THE_EXERCISE,
                        "disagreement.versions", OF_THE_EXERCISE)));
    }
}

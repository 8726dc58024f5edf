package org.nabla.progress.report;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: what was reported, and the answers. */
@Singleton
class ReportData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(new OwnTable(
                "reports",
                "The verdicts that you doubted.",
                Set.of("report"),
                List.of(
                        column("attempt", "the number of the attempt"),
                        column("submitted_at", "when the attempt was sent"),
                        column("submission", "the name of the form that was sent"),
                        column("note", "what you wrote"),
                        column("reported_at", "when you reported it"),
                        column("answer", "what you were answered; empty while it is open"),
                        column("answered_at", "when that was")),
                """
                select attempt_id as attempt, submitted_at, submission, note, reported_at, answer, answered_at
                from report where learner_id = :user order by reported_at, id
                """,
                Map.of(
                        "report.id", "a number without meaning",
                        "report.learner_id", "it is you",
                        "report.attempt_id", "there as attempt",
                        "report.exercise_id", "the attempt names the exercise")));
    }
}

package org.nabla.progress.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.nabla.exercise.Exercise;

/**
 * A report as the one who wrote it finds it again.
 *
 * @param address where their attempt is
 * @param note what they wrote; may be empty
 * @param answer what became of it; empty while it is open
 */
public record OwnReport(String address, String title, Instant reportedAt, String note, Optional<String> answer) {

    static OwnReport of(ReportRepository.Own row, Exercise exercise) {
        return new OwnReport(
                address(exercise, row.submission()), exercise.title(), row.reportedAt(), row.note(), row.answer());
    }

    private static String address(Exercise exercise, UUID submission) {
        return exercise.seed().beyondPractice()
                ? "/attempts/" + submission
                : "/practice/" + exercise.template() + "/" + exercise.seed() + "?attempt=" + submission;
    }
}

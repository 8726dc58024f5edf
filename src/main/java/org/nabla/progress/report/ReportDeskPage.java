package org.nabla.progress.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Verdict;
import org.nabla.progress.attempt.GradedResponse;

/**
 * The list of reports as those see it who run the site.
 *
 * @param answered which half of them it shows
 * @param open how many wait
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 */
record ReportDeskPage(boolean answered, long open, List<Row> rows, String newer, String older) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public String waiting() {
        return open == 0
                ? "None waits for an answer."
                : open == 1 ? "One waits for an answer." : open + " wait for an answer.";
    }

    /** One report. */
    record Row(
            long id,
            String address,
            String title,
            String name,
            String instant,
            String when,
            String note,
            List<Box> boxes,
            String answer) {}

    /**
     * One box: what was typed and found there, and what was expected.
     *
     * @param judged the outcome, and the mistake that was recognised
     */
    record Box(String label, String typed, String read, String tone, String judged, String message, String key) {}

    static Row row(FiledReport report) {
        var exercise = report.exercise();
        return new Row(
                report.id(),
                "/practice/" + exercise.template() + (exercise.seed().beyondPractice() ? "" : "/" + exercise.seed()),
                exercise.title(),
                exercise.template() + ", version " + exercise.version() + ", "
                        + (exercise.seed().beyondPractice() ? "of an assignment" : "seed " + exercise.seed()),
                report.reportedAt().toString(),
                WHEN.format(report.reportedAt()),
                report.note(),
                exercise.parts().stream()
                        .flatMap(part ->
                                report.attempt().response(part.id()).stream().map(response -> box(part, response)))
                        .toList(),
                report.answer().orElse(""));
    }

    private static Box box(Exercise.Part part, GradedResponse response) {
        var verdict = response.verdict();
        return new Box(
                part.label().isBlank() ? "Your answer" : part.label(),
                response.typed(),
                verdict.understood().map(Verdict.Understood::text).orElse(""),
                verdict.outcome().name().toLowerCase(Locale.ROOT),
                verdict.outcome().name().toLowerCase(Locale.ROOT)
                        + verdict.mistake()
                                .map(mistake -> ", mistake " + mistake)
                                .orElse(""),
                verdict.message(),
                key(part.answer()));
    }

    private static String key(AnswerSpec answer) {
        return String.join("  or  ", answer.value());
    }
}

package org.nabla.progress;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.nabla.grading.Outcome;

/**
 * The history as a page shows it.
 *
 * @param paged whether newer attempts were passed over
 * @param older the place from which older ones go on; empty where there are none
 */
record HistoryView(List<Row> attempts, boolean paged, String older, boolean guest) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** One attempt. */
    record Row(
            String instant,
            String when,
            String address,
            String title,
            List<String> typed,
            String tone,
            String word,
            boolean aided) {}

    static HistoryView of(List<PastAttempt> attempts, int limit, boolean paged, boolean guest) {
        var shown = attempts.size() > limit ? attempts.subList(0, limit) : attempts;
        var older = attempts.size() > limit ? shown.get(limit - 1).place().toString() : "";
        return new HistoryView(shown.stream().map(HistoryView::row).toList(), paged, older, guest);
    }

    private static Row row(PastAttempt attempt) {
        var exercise = attempt.exercise();
        return new Row(
                attempt.place().submittedAt().toString(),
                WHEN.format(attempt.place().submittedAt()),
                "/practice/" + exercise.template() + "/" + exercise.seed() + "?attempt=" + attempt.submission(),
                exercise.title(),
                attempt.typed(),
                attempt.outcome().name().toLowerCase(Locale.ROOT),
                word(attempt.outcome()),
                !attempt.unaided());
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> "right";
            case PARTIAL -> "partly right";
            case WRONG -> "not right";
            case INVALID -> "could not be read";
            case UNDECIDED -> "undecided";
        };
    }
}

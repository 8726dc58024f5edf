package org.nabla.progress.history;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.PastAttempt;

/**
 * The history as the page shows it.
 *
 * @param paged whether newer attempts were passed over
 * @param older the place from which older ones go on; empty where there are none
 */
record HistoryView(List<Row> attempts, boolean paged, String older) {

    /** With its zone: where a script runs, it puts the reader's own clock in its place. */
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** One attempt. */
    record Row(
            String instant,
            String when,
            String address,
            String title,
            List<String> typed,
            String tone,
            String word,
            boolean aided,
            String spent) {}

    static HistoryView of(List<PastAttempt> attempts, int limit, boolean paged) {
        var shown = attempts.size() > limit ? attempts.subList(0, limit) : attempts;
        var older = attempts.size() > limit ? shown.get(limit - 1).place().toString() : "";
        return new HistoryView(shown.stream().map(HistoryView::row).toList(), paged, older);
    }

    private static Row row(PastAttempt attempt) {
        var exercise = attempt.exercise();
        return new Row(
                attempt.place().submittedAt().toString(),
                WHEN.format(attempt.place().submittedAt()),
                exercise.seed().beyondPractice()
                        ? AttemptAddressResource.of(attempt.submission())
                        : "/practice/" + exercise.template() + "/" + exercise.seed() + "?attempt="
                                + attempt.submission(),
                exercise.title(),
                attempt.typed(),
                attempt.told() ? attempt.outcome().name().toLowerCase(Locale.ROOT) : "kept",
                attempt.told() ? word(attempt.outcome()) : "kept, told later",
                !attempt.unaided(),
                attempt.timeSpent().map(HistoryView::words).orElse(""));
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> "right";
            case PARTIAL -> "partly right";
            case WRONG -> "not right";
            case INVALID -> "could not be read";
            case UNDECIDED -> "undecided";
        };
    }

    /** A time as people say it: {@code 1 h 5 min}, {@code 12 min}, {@code 40 s}. */
    static String words(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min"
                : time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }
}

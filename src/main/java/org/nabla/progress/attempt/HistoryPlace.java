package org.nabla.progress.attempt;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in the history of a learner, which is ordered from new to old; as text it stands in an address. */
public record HistoryPlace(Instant submittedAt, long id) {

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<HistoryPlace> parse(@Nullable String text) {
        if (text == null || !text.matches("[^_]{1,40}_[0-9]{1,18}")) {
            return Optional.empty();
        }
        var cut = text.indexOf('_');
        try {
            return Optional.of(
                    new HistoryPlace(Instant.parse(text.substring(0, cut)), Long.parseLong(text.substring(cut + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return submittedAt + "_" + id;
    }
}

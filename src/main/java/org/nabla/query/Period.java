package org.nabla.query;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Optional;

/**
 * From the first to the last time of some rows. Attempts and responses have a partition for each month: a statement that says between
 * which times its rows are searches these months, and one that does not all that there are.
 */
public record Period(Instant first, Instant last) {

    /**
     * The responses to what was handed in ({@code h}), to be joined laterally. One after another: without {@code offset} a plan may
     * read all responses of these months, of whomever, to find those of a few.
     */
    public static final String RESPONSES = """
            select * from response r where r.learner_id = h.learner_id and r.attempt_id = h.attempt_id
                and r.submitted_at = h.submitted_at and r.submitted_at between :first and :last offset 0""";

    private record Ends(Optional<Instant> first, Optional<Instant> last) {}

    /** @param ends asks for the least and the greatest time; empty where there are no rows */
    public static Optional<Period> of(Query ends) {
        var found = Rows.one(ends, Ends.class);
        return found.first().map(first -> new Period(first, found.last().orElse(first)));
    }

    /** The statement, which names them {@code :first} and {@code :last}, with both. */
    public Query in(Query statement) {
        return statement.setParameter("first", first).setParameter("last", last);
    }
}

package org.nabla.operation.retention;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept, and why.
 *
 * @param key its name in the database
 * @param what is removed, in words
 * @param after how long, in words: {@code 30 days after the last visit}
 * @param why it is kept so long
 * @param batch how many are removed in one transaction
 * @param removal removes a batch of it
 */
record RetentionRule(String key, String what, String after, String why, int batch, Removal removal) {

    /** Rows of a table that are removed in one transaction. */
    static final int ROWS = 500;

    /** Removes at most so many that are due at a moment, and says how many it removed. Runs in a transaction. */
    interface Removal {
        int batch(EntityManager database, Instant now, int most);
    }

    /**
     * The rows of a table whose time has come. What another instance is removing in this moment is left to it.
     *
     * @param due SQL in which {@code t} is the table and {@code :moment} the moment of now less {@code age}
     */
    static Removal rows(String table, String due, Duration age) {
        var sql =
                "delete from %s where ctid = any (array(select t.ctid from %s t where %s limit :most for update of t skip locked))"
                        .formatted(table, table, due);
        return (database, now, most) -> database.createNativeQuery(sql)
                .setParameter("moment", now.minus(age))
                .setParameter("most", most)
                .executeUpdate();
    }

    /** What happened when a rule ran. Empty before its first time. */
    record Run(@Nullable Instant at, long removed, long total) {
        static final Run NONE = new Run(null, 0, 0);

        boolean happened() {
            return at != null;
        }

        Instant when() {
            return Objects.requireNonNull(at);
        }
    }
}

package org.nabla.web.trouble;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether something failed because the database was away, starting, too slow, or full: not the page's fault, and soon over. */
enum Outage {
    AWAY(new ErrorMessage(
            "Back in a moment",
            "The place where everything is kept is starting again. Nothing that was saved is lost. Wait a few seconds, then"
                    + " repeat the last step.")),
    SLOW(
            new ErrorMessage(
                    "This takes too long just now",
                    "The site is very busy, and has given this step up: nothing of it was kept. Wait a few seconds, then repeat it.")),
    FULL(new ErrorMessage(
            "Nothing can be kept just now",
            "The disk of this site is full. You can read on; what you send is not kept until there is room again. Whoever"
                    + " runs the site has been told by its health check."));

    /** After how many seconds it is worth another try. */
    static final int RETRY_AFTER = 5;

    private final ErrorMessage words;

    Outage(ErrorMessage words) {
        this.words = words;
    }

    ErrorMessage words() {
        return words;
    }

    /** The outage behind a failure; empty where the failure is our own. */
    static Optional<Outage> behind(Throwable failure) {
        return behind(failure, new HashSet<>());
    }

    private static Optional<Outage> behind(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return Optional.empty();
        }
        // A commit that failed is told with its reason suppressed, not as its cause.
        return Stream.concat(
                        failure instanceof SQLException sql ? of(sql).stream() : Stream.empty(),
                        Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()))
                                .flatMap(reason -> behind(reason, seen).stream()))
                .findFirst();
    }

    /**
     * By the state that the server gave.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Error codes of PostgreSQL</a>
     */
    private static Optional<Outage> of(SQLException e) {
        var state = e.getSQLState();
        if (state == null) {
            // The pool waited for a connection in vain; it has no state for that.
            return String.valueOf(e.getMessage()).contains("cquisition timeout") ? Optional.of(AWAY) : Optional.empty();
        }
        return switch (state) {
            // Too many connections; no memory for one; and a server that was the first one before another took its
            // place.
            case "53300", "53200", "25006" -> Optional.of(AWAY);
            // A statement, or a wait for somebody else's, that took longer than a page may wait.
            case "57014", "55P03" -> Optional.of(SLOW);
            case "53100" -> Optional.of(FULL);
            default -> state.startsWith("08") || state.startsWith("57P0") ? Optional.of(AWAY) : Optional.empty();
        };
    }
}

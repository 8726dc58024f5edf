package org.nabla.database.glance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One look at the database, as a page takes it: all that it asks for is read in one transaction, with one connection, and
 * what several parts of the page ask for is read once. Nothing may be written in it, and it belongs to its thread. Nothing is
 * computed in it that takes long, since a connection is dear.
 */
public final class Glance {
    private static final ThreadLocal<@Nullable Map<Object, Object>> SEEN = new ThreadLocal<>();

    private Glance() {}

    /** Does this within one look. Within another one it is a part of that. */
    public static <T> T at(Callable<T> page) {
        return at(() -> {}, page);
    }

    /**
     * The same for what knows at the beginning most of what it asks for.
     *
     * @param ahead reads that, before the transaction begins: where nothing else is asked, none is needed
     */
    public static <T> T at(Runnable ahead, Callable<T> page) {
        if (isOpen()) {
            return look(ahead, page);
        }
        SEEN.set(new HashMap<>());
        try {
            return look(ahead, page);
        } finally {
            SEEN.remove();
        }
    }

    private static <T> T look(Runnable ahead, Callable<T> page) {
        ahead.run();
        return QuarkusTransaction.joiningExisting().call(page);
    }

    /**
     * What was read under this name in this look, or else what is read now; outside of any look always the latter.
     *
     * @param name tells what is read apart from all else, as a record of its own type does
     * @param reader gives something that nobody changes
     */
    @SuppressWarnings("unchecked") // a name stands for one type
    public static <T> T once(Record name, Supplier<T> reader) {
        var seen = SEEN.get();
        if (seen == null) {
            return reader.get();
        }
        var known = seen.get(name);
        if (known != null) {
            return (T) known;
        }
        var read = reader.get();
        seen.put(name, read);
        return read;
    }

    /** Whether something was read under this name in this look. */
    public static boolean knows(Record name) {
        var seen = SEEN.get();
        return seen != null && seen.containsKey(name);
    }

    /** What was read under this name in this look. */
    public static Optional<Object> known(Record name) {
        var seen = SEEN.get();
        return Optional.ofNullable(seen == null ? null : seen.get(name));
    }

    /** Keeps for the rest of this look what was read under this name; outside of any look nothing. */
    public static void keep(Record name, Object read) {
        var seen = SEEN.get();
        if (seen != null) {
            seen.put(name, read);
        }
    }

    /** Whether this is a part of a look, in which nothing is written. */
    public static boolean isOpen() {
        return SEEN.get() != null;
    }
}

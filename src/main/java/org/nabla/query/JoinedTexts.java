package org.nabla.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/**
 * The texts of statements that are sent together, as one text each. The same text is the same object each time, so that whoever looks
 * it up, as the driver does for each request, counts its letters once.
 */
final class JoinedTexts {
    /** More than pages have; a statement with a list of its own length is one more. */
    private static final long MOST = 2_000;

    private final Cache<List<String>, String> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    String joined(List<String> statements) {
        return statements.size() == 1 ? statements.get(0) : known.get(statements, some -> String.join(";", some));
    }
}

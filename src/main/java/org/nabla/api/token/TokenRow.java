package org.nabla.api.token;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A token in the list of its owner.
 *
 * @param used when it was last used; null where it never was
 * @param ended whether it has run out
 */
record TokenRow(
        long number,
        String name,
        String prefix,
        String scopes,
        Instant made,
        String madeDay,
        Instant until,
        String untilDay,
        @Nullable Instant used,
        String usedDay,
        boolean ended) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US).withZone(ZoneOffset.UTC);

    static TokenRow of(ApiToken token, Instant now) {
        return new TokenRow(
                token.number(),
                token.name(),
                token.prefix(),
                words(token.scopes()),
                token.createdAt(),
                DAY.format(token.createdAt()),
                token.expiresAt(),
                DAY.format(token.expiresAt()),
                token.lastUsedAt().orElse(null),
                token.lastUsedAt().map(DAY::format).orElse(""),
                token.hasEnded(now));
    }

    static String words(Collection<TokenScope> scopes) {
        return scopes.stream().map(TokenScope::word).collect(Collectors.joining(", "));
    }
}

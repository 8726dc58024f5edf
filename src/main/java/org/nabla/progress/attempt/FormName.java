package org.nabla.progress.attempt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Names of forms that tell when they were shown (RFC 9562, version 7), so that the time to the answer is known although
 * nothing is written when a page is looked at. Somebody may make up a name of their own: they fool nobody but themselves.
 */
public final class FormName {

    /** Whoever was away longer did something else meanwhile. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int TIME_VERSION = 7;
    private static final long BELOW_THE_TIME = 0xFFFF;

    private FormName() {}

    /** A name that nobody has, for a form that is shown now. */
    public static UUID shownAt(Instant now) {
        var chance = UUID.randomUUID();
        var version = (chance.getMostSignificantBits() & 0x0FFF) | TIME_VERSION << 12;
        return new UUID(now.toEpochMilli() << 16 | (version & BELOW_THE_TIME), chance.getLeastSignificantBits());
    }

    /**
     * The name for what was sent in a form that had been sent before with something else in its boxes, as after the browser's
     * way back: shown at the same time, and the same again for the same text, so that this one too counts once.
     */
    public static UUID edited(UUID form, Map<String, String> typed) {
        var text = form + new TreeMap<>(typed).toString();
        var hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return new UUID(form.getMostSignificantBits(), hash.getLeastSignificantBits());
    }

    /** The time from the form to its answer, at most {@link #LONGEST}; empty where the name does not tell. */
    static Optional<Duration> timeToAnswer(UUID form, Instant answered) {
        if (form.version() != TIME_VERSION) {
            return Optional.empty();
        }
        var shown = Instant.ofEpochMilli(form.getMostSignificantBits() >>> 16);
        var time = Duration.between(shown, answered);
        if (time.isNegative()) {
            return Optional.empty();
        }
        return Optional.of(time.compareTo(LONGEST) < 0 ? time : LONGEST);
    }
}

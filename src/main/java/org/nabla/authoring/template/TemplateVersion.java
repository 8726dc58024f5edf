package org.nabla.authoring.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A text that was saved, with what the checks found. @param report one finding a line; empty while there is none */
public record TemplateVersion(
        int version, String yaml, Instant createdAt, CheckState state, int done, int steps, Optional<String> report) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

    /** When it was saved, in UTC. */
    public String when() {
        return WHEN.format(createdAt.atOffset(ZoneOffset.UTC));
    }
}

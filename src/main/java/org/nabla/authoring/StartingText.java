package org.nabla.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The text with which a new template begins: a small one that passes its checks. */
final class StartingText {

    /** For whoever begins with the form. */
    static final String EMPTY = "title: New exercise\nlevel: 2\n";

    private static final String FILE = "/authoring/new-template.yaml";

    private StartingText() {}

    static String read() {
        try (var file = Objects.requireNonNull(StartingText.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.nabla.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pairs of expressions that the tests decide, as cases. */
final class OwnCases {
    private static final String TABLE = "/org/nabla/math/equivalence/equivalence.txt";

    private OwnCases() {}

    /** Rows are {@code response ; key ; expected ; letters ; why}. */
    static List<Case> all() {
        try (var in = Objects.requireNonNull(OwnCases.class.getResourceAsStream(TABLE), TABLE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> of(line.split(";", -1)))
                    .filter(Case::isReadable)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(String[] columns) {
        return Case.of(
                "expression", Map.of(), List.of(columns[1].strip()), variables(columns[3]), columns[0].strip());
    }

    private static Map<String, String> variables(String text) {
        var variables = new LinkedHashMap<String, String>();
        for (var declaration : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            var parts = declaration.split(":");
            variables.put(parts[0], parts.length == 1 ? "real" : parts[1]);
        }
        return variables;
    }
}

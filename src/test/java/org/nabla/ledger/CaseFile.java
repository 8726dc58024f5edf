package org.nabla.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of cases that is not part of the project: a line of JSON for each, with {@code answer} and {@code response} as the
 * checker's API takes them, and with {@code expect}, the outcome that is right.
 */
final class CaseFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseFile() {}

    record Expected(Case question, Optional<String> outcome) {}

    static List<Expected> read(Path file) throws IOException {
        var cases = new ArrayList<Expected>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                cases.add(of(file.getFileName().toString(), JSON.readTree(line)));
            }
        }
        return cases;
    }

    private static Expected of(String source, JsonNode row) {
        var answer = row.get("answer");
        var options = new LinkedHashMap<String, List<String>>();
        for (var fields = answer.fields(); fields.hasNext(); ) {
            var field = fields.next();
            if (!List.of("kind", "value", "variables", "mistakes").contains(field.getKey())) {
                options.put(field.getKey(), texts(field.getValue()));
            }
        }
        Map<String, String> variables = new LinkedHashMap<>();
        if (answer.has("variables")) {
            answer.get("variables")
                    .fields()
                    .forEachRemaining(
                            e -> variables.put(e.getKey(), e.getValue().asText()));
        }
        var spec = new org.nabla.grading.AnswerSpec(
                answer.get("kind").asText(), texts(answer.get("value")), variables, options, List.of());
        return new Expected(
                new Case(source, spec, row.get("response").asText()),
                Optional.ofNullable(row.get("expect")).map(JsonNode::asText));
    }

    private static List<String> texts(JsonNode node) {
        if (!node.isArray()) {
            return List.of(node.asText());
        }
        var texts = new ArrayList<String>();
        node.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}

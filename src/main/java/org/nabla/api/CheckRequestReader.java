package org.nabla.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.grading.AnswerSpec;

/** Reads a request field by field, so that a malformed one names the field. */
final class CheckRequestReader {

    private static final int DEPTH = 8;
    private static final int MOST = 100;
    private static final Set<String> OWN = Set.of("kind", "value", "variables", "mistakes");
    private static final Set<String> OPTIONS = Set.of(
            "decimals",
            "measured",
            "on",
            "form",
            "weights",
            "options",
            "constant",
            "with",
            "range",
            "name",
            "size",
            "example",
            "function");

    private static final Set<String> LISTED = Set.of("list", "set", "choices");

    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CheckRequestReader() {}

    /** @throws MalformedRequestException naming the field that is at fault */
    static CheckRequest read(byte[] body) {
        var root = object("", parse(body));
        known("", root, Set.of("answer", "response"));
        var answer = object("answer", required("answer", root));
        var allowed = new java.util.TreeSet<>(OWN);
        allowed.addAll(OPTIONS);
        known("answer.", answer, allowed);
        var spec = new AnswerSpec(
                text("answer.kind", required("answer.kind", answer, "kind")),
                texts("answer.value", required("answer.value", answer, "value")),
                variables(answer.path("variables")),
                options(answer),
                mistakes(
                        answer.path("mistakes"),
                        LISTED.contains(answer.path("kind").asText())));
        return new CheckRequest(spec, text("response", required("response", root)));
    }

    private static JsonNode parse(byte[] body) {
        try {
            var tree = JSON.readTree(body);
            if (tree != null) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new MalformedRequestException("", "This is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new MalformedRequestException("", "This is no JSON.");
        }
        throw new MalformedRequestException("", "This is empty.");
    }

    private static JsonNode required(String name, JsonNode parent) {
        return required(name, parent, name);
    }

    private static JsonNode required(String field, JsonNode parent, String name) {
        var node = parent.path(name);
        if (node.isMissingNode() || node.isNull()) {
            throw new MalformedRequestException(field, "This field is missing.");
        }
        return node;
    }

    private static JsonNode object(String field, JsonNode node) {
        if (!node.isObject()) {
            throw new MalformedRequestException(field, "An object is needed here.");
        }
        return node;
    }

    private static void known(String prefix, JsonNode object, Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new MalformedRequestException(
                        prefix + name, "There is no such field. The fields are " + String.join(", ", names) + ".");
            }
        });
    }

    private static String text(String field, JsonNode node) {
        if (!node.isTextual()) {
            throw new MalformedRequestException(field, "A text is needed here.");
        }
        return node.textValue();
    }

    /** One text, a number, or an array of these. */
    private static List<String> texts(String field, JsonNode node) {
        if (!node.isArray()) {
            return List.of(scalar(field, node));
        }
        limited(field, node);
        var texts = new ArrayList<String>();
        for (var each : node) {
            texts.add(scalar(field + "." + texts.size(), each));
        }
        return texts;
    }

    private static String scalar(String field, JsonNode node) {
        if (node.isNumber()) {
            return node.asText();
        }
        return text(field, node);
    }

    private static void limited(String field, JsonNode node) {
        if (node.size() > MOST) {
            throw new MalformedRequestException(field, "At most " + MOST + " are allowed here.");
        }
    }

    private static Map<String, String> variables(JsonNode node) {
        var variables = new LinkedHashMap<String, String>();
        if (node.isMissingNode() || node.isNull()) {
            return variables;
        }
        limited("answer.variables", object("answer.variables", node));
        node.fields()
                .forEachRemaining(entry ->
                        variables.put(entry.getKey(), text("answer.variables." + entry.getKey(), entry.getValue())));
        return variables;
    }

    private static Map<String, List<String>> options(JsonNode answer) {
        var options = new LinkedHashMap<String, List<String>>();
        for (var name : OPTIONS) {
            var node = answer.path(name);
            if (!node.isMissingNode() && !node.isNull()) {
                options.put(name, node.isBoolean() ? List.of(node.asText()) : texts("answer." + name, node));
            }
        }
        return options;
    }

    private static List<AnswerSpec.Mistake> mistakes(JsonNode node, boolean listed) {
        var mistakes = new ArrayList<AnswerSpec.Mistake>();
        if (node.isMissingNode() || node.isNull()) {
            return mistakes;
        }
        if (!node.isArray()) {
            throw new MalformedRequestException("answer.mistakes", "An array is needed here.");
        }
        limited("answer.mistakes", node);
        for (var each : node) {
            var field = "answer.mistakes." + mistakes.size();
            known(field + ".", object(field, each), Set.of("value", "feedback"));
            mistakes.add(new AnswerSpec.Mistake(
                    mistaken(field + ".value", required(field + ".value", each, "value"), listed),
                    text(field + ".feedback", required(field + ".feedback", each, "feedback"))));
        }
        return mistakes;
    }

    /** What has several entries may be an array here as it may be in the key. */
    private static String mistaken(String field, JsonNode node, boolean listed) {
        return listed && node.isArray() ? String.join(", ", texts(field, node)) : scalar(field, node);
    }
}

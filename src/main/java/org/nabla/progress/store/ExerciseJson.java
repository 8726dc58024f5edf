package org.nabla.progress.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nabla.exercise.Exercise;

/**
 * Exercises as text, as they are kept. What earlier releases wrote is read too: there, all that a part has beside its answer
 * stood as lists of texts among the options of the answer.
 */
final class ExerciseJson {
    private final ObjectMapper json;

    ExerciseJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Exercise exercise) throws JsonProcessingException {
        return json.writeValueAsString(exercise);
    }

    Exercise read(String body) throws JsonProcessingException {
        var tree = json.readTree(body);
        for (var part : tree.path("parts")) {
            if (part instanceof ObjectNode fields && !fields.has("weight")) {
                asNow(fields);
            }
        }
        return json.treeToValue(tree, Exercise.class);
    }

    private void asNow(ObjectNode part) {
        var options = part.path("answer").path("options");
        var left = part.putArray("left");
        taken(options, "left").forEach(number -> left.add(Integer.parseInt(number.asText())));
        var given = taken(options, "given");
        var key = taken(options, "carried");
        if (given.isEmpty()) {
            part.putNull("carry");
        } else {
            part.putObject("carry").<ObjectNode>set("given", given).set("key", key);
        }
        part.set("steps", taken(options, "order"));
        part.put("weight", weight(taken(options, "weight")).name());
        part.set("also", taken(options, "also"));
    }

    /** Takes an option away from the others; without entries where there was none. */
    private ArrayNode taken(JsonNode options, String name) {
        return options instanceof ObjectNode fields && fields.remove(name) instanceof ArrayNode entries
                ? entries
                : json.createArrayNode();
    }

    private static Exercise.Weight weight(ArrayNode share) {
        return switch (share.path(0).asText()) {
            case "" -> Exercise.Weight.FULL;
            case "0" -> Exercise.Weight.NONE;
            case "0.5" -> Exercise.Weight.HALF;
            default -> throw new IllegalStateException("no weight of an answer: " + share);
        };
    }
}

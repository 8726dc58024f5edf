package org.nabla.api.course;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;
import org.nabla.classroom.work.ExtensionReading;

/** Reads what a program sends who gives more time, field by field, so that a malformed request names the field. */
final class ExtensionBody {
    private static final int LARGEST = 16_384;
    private static final Set<String> FIELDS = Set.of("due", "closes", "reason");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A request that does not say what it has to. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;

        Malformed(String field, String sentence) {
            super(sentence);
            this.field = field;
        }

        String field() {
            return field;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private ExtensionBody() {}

    static ExtensionReading.Typed read(byte[] body) throws Malformed {
        var root = parse(body);
        if (!root.isObject()) {
            throw new Malformed("", "An object is needed: {\"due\": …, \"reason\": …}.");
        }
        for (var names = root.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!FIELDS.contains(name)) {
                throw new Malformed(name, "There is no such field. The fields are due, closes and reason.");
            }
        }
        return new ExtensionReading.Typed(
                text(root, "due", true), text(root, "closes", false), text(root, "reason", true));
    }

    private static JsonNode parse(byte[] body) throws Malformed {
        if (body.length > LARGEST) {
            throw new Malformed("", "That is too long.");
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new Malformed("", "This is no JSON.");
        }
    }

    private static String text(JsonNode root, String field, boolean required) throws Malformed {
        var node = root.path(field);
        if (node.isTextual()) {
            return node.textValue();
        }
        if (!required && (node.isMissingNode() || node.isNull())) {
            return "";
        }
        throw new Malformed(field, node.isMissingNode() ? "This field is missing." : "A text is needed here.");
    }
}

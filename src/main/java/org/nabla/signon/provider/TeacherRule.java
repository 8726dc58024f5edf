package org.nabla.signon.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Who is a teacher by what a provider says of them.
 *
 * @param claim its name; points lead into it, as in {@code realm_access.roles}. Empty: nobody is by rule
 * @param values any of which is enough
 */
public record TeacherRule(String claim, List<String> values) {

    public boolean makesTeacherOf(JsonNode claims) {
        return !claim.isEmpty() && has(found(claims));
    }

    /** The whole name first: some are addresses, which have points in them too. */
    private JsonNode found(JsonNode claims) {
        if (claims.has(claim)) {
            return claims.path(claim);
        }
        var node = claims;
        for (var part : claim.split("\\.")) {
            node = node.path(part);
        }
        return node;
    }

    private boolean has(JsonNode said) {
        return said.isArray() ? StreamSupport.stream(said.spliterator(), false).anyMatch(this::isOneOf) : isOneOf(said);
    }

    private boolean isOneOf(JsonNode said) {
        return said.isTextual() && values.contains(said.textValue());
    }
}

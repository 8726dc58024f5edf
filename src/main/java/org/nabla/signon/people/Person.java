package org.nabla.signon.people;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a provider says of somebody, every check behind it.
 *
 * @param sid what it calls its own session; empty where it does not say
 */
public record Person(String issuer, String subject, String sid, JsonNode claims) {
    private static final int LONGEST_NAME = 255;

    /** What to call them; empty where it does not say. */
    public String name() {
        var parts = (text("given_name") + " " + text("family_name")).strip();
        var name = !text("name").isEmpty() ? text("name") : parts.isEmpty() ? text("preferred_username") : parts;
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private String text(String claim) {
        var said = claims.path(claim);
        return said.isTextual() ? said.textValue().replace("\0", "").strip() : "";
    }
}

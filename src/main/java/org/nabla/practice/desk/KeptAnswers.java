package org.nabla.practice.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Answers that were sent when the session had ended: they wait in the address to which signing in leads back. */
public final class KeptAnswers {
    /** Some proxies refuse longer addresses; each sign may take three places, and three times that within another address. */
    private static final int LONGEST = 2_000;

    private KeptAnswers() {}

    /** The address of the exercise, with what the form answered; without it where that is too long for an address. */
    public static String address(String exercise, MultivaluedMap<String, String> form) {
        var query = form.entrySet().stream()
                .filter(field -> field.getKey().startsWith(ExerciseDesk.ANSWER_FIELD))
                .flatMap(field -> field.getValue().stream().map(value -> "&" + field.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining());
        return query.isEmpty() || query.length() > LONGEST ? exercise : exercise + "?kept=yes" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}

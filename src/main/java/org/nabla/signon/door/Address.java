package org.nabla.signon.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address with a query, or a form, from names and values that take turns. */
final class Address {

    private Address() {}

    static String of(String root, String... parameters) {
        return root + (root.contains("?") ? "&" : "?") + form(parameters);
    }

    static String form(String... parameters) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.put(parameters[i], parameters[i + 1]);
        }
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

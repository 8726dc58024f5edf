package org.nabla.web.address;

import io.quarkus.vertx.http.runtime.ProxyConfig;
import io.quarkus.vertx.http.runtime.ProxyConfig.ForwardedPrecedence;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The hops that proxies wrote down, read from the right, where the nearest one stands: what a visitor sent stands left of it, and
 * a quotation mark that the visitor opened must not swallow it.
 *
 * @param standard whether the hops are read from {@code Forwarded} of RFC 7239 instead of {@code X-Forwarded-For}
 */
record ForwardedHops(boolean standard) {

    /** Reads the header that the settings of Quarkus allow; of both, the one that comes first. */
    static ForwardedHops of(ProxyConfig config) {
        var alsoOther = config.allowXForwarded().orElse(!config.allowForwarded());
        return new ForwardedHops(config.allowForwarded()
                && (!alsoOther || config.forwardedPrecedence() == ForwardedPrecedence.FORWARDED));
    }

    /** Addresses without brackets and ports; a hop that hides its address has the name that it gave itself. */
    List<String> nearestFirst(MultiMap headers) {
        var hops = new ArrayList<String>();
        var lines = headers.getAll(standard ? "Forwarded" : "X-Forwarded-For");
        for (int i = lines.size() - 1; i >= 0; i--) {
            for (var hop : fromTheRight(lines.get(i), ',')) {
                if (!hop.isBlank()) {
                    hops.add(address(standard ? client(hop) : hop));
                }
            }
        }
        return hops;
    }

    /** What stands after {@code for=}; empty where nothing does. */
    private static String client(String element) {
        var pairs = fromTheRight(element, ';');
        for (int i = pairs.size() - 1; i >= 0; i--) {
            var pair = pairs.get(i);
            if (pair.regionMatches(true, 0, "for=", 0, 4)) {
                return pair.substring(4).replace("\"", "");
            }
        }
        return "";
    }

    /** {@code 192.0.2.1:80}, {@code [2001:db8::1]} and {@code [2001:db8::1]:80} without what is no address. */
    private static String address(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    /** The parts between separators outside of quotation marks, the last one first. */
    private static List<String> fromTheRight(String text, char separator) {
        var parts = new ArrayList<String>();
        var quoted = false;
        int end = text.length();
        for (int i = end - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '"' && !isEscaped(text, i)) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(i + 1, end).strip());
                end = i;
            }
        }
        parts.add(text.substring(0, end).strip());
        return parts;
    }

    private static boolean isEscaped(String text, int at) {
        int before = at;
        while (before > 0 && text.charAt(before - 1) == '\\') {
            before--;
        }
        return (at - before) % 2 == 1;
    }
}

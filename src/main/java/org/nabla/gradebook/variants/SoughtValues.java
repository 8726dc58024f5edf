package org.nabla.gradebook.variants;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values by the names of parameters, as a teacher types them: {@code a = 3 and b = 7}. */
final class SoughtValues {

    private static final Pattern NAME =
            Pattern.compile("(?:^|[,;&\\s]|\\band\\b)\\s*([A-Za-z][A-Za-z0-9_]{0,30})\\s*=(?!=)");

    private static final Pattern TAIL = Pattern.compile("(\\s*[,;&]|\\s+and)+\\s*$");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}[.]\\d{1,6}");
    private static final int LONGEST = 200;

    private SoughtValues() {}

    /** By name, each in the spelling in which values are kept, without blanks; empty where it is nothing of the sort. */
    static Optional<Map<String, String>> of(String typed) {
        var text = typed.strip().replace('−', '-');
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var names = NAME.matcher(text);
        var found = new LinkedHashMap<String, String>();
        var name = "";
        var from = 0;
        while (names.find()) {
            if (from == 0
                    ? !text.substring(0, names.start()).isBlank()
                    : !put(found, name, text, from, names.start())) {
                return Optional.empty();
            }
            name = names.group(1);
            from = names.end();
        }
        return from > 0 && put(found, name, text, from, text.length()) ? Optional.of(found) : Optional.empty();
    }

    private static boolean put(Map<String, String> found, String name, String text, int from, int to) {
        var value = spelling(TAIL.matcher(text.substring(from, to)).replaceAll(""));
        return !value.isEmpty() && found.putIfAbsent(name, value) == null;
    }

    /** Blanks mean nothing, and a decimal is the fraction that is kept. */
    static String spelling(String value) {
        var plain = value.replaceAll("\\s+", "");
        return DECIMAL.matcher(plain).matches() ? fraction(plain) : plain;
    }

    private static String fraction(String decimal) {
        var point = decimal.indexOf('.');
        var digits = decimal.length() - point - 1;
        var below = 1L;
        for (var i = 0; i < digits; i++) {
            below *= 10;
        }
        var above = Long.parseLong(decimal.replace(".", ""));
        var common = common(Math.abs(above), below);
        return above / common + (below == common ? "" : "/" + below / common);
    }

    private static long common(long a, long b) {
        return b == 0 ? Math.max(a, 1) : common(b, a % b);
    }
}

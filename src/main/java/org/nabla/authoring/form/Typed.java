package org.nabla.authoring.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people type into the fields of the form, and how it is written in a template. */
final class Typed {

    private static final String WHOLE = "-?[0-9]{1,18}";
    private static final Pattern RANGE = Pattern.compile("(?:from\\s+)?(" + WHOLE + ")\\s*(?:\\.\\.|to|–)\\s*(" + WHOLE
            + ")(?:\\s*,?\\s+(?:except|without|but not)\\s+(.+))?");
    private static final Pattern CHOICE = Pattern.compile("[^\\[\\]]*[^\\s,\\[\\]]\\s*,[^\\[\\]]*");
    private static final Pattern WORDED = Pattern.compile(
            "(integer|fraction|sign|one of|permutation|distinct|point|vector|matrix|symmetric|diagonal|upper)\\b.*",
            Pattern.DOTALL);

    private Typed() {}

    /** Without what nobody sees and YAML refuses, and without empty ends. */
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\u0085\\u2028\\u2029]", "\n")
                .replace('\t', ' ')
                .replaceAll("[\\p{Cc}\\p{Cs}\\uFEFF\\uFFFE\\uFFFF&&[^\\n]]", "")
                .strip();
    }

    /** In one line. */
    static String line(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ");
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** {@code 1 to 5} is {@code integer 1..5}; {@code 2, 3, 5} is {@code one of [2, 3, 5]}; all else as it stands. */
    static String draw(String typed) {
        var text = line(typed);
        if (WORDED.matcher(text).matches()) {
            return text;
        }
        var range = RANGE.matcher(text);
        if (range.matches()) {
            var except = range.group(3) == null ? "" : " except " + range.group(3);
            return "integer " + range.group(1) + ".." + range.group(2) + except;
        }
        return CHOICE.matcher(text).matches() ? "one of [" + text + "]" : text;
    }

    /** {@code x, y: positive} as letters with their domains. */
    static Map<String, String> domains(String typed) {
        var domains = new LinkedHashMap<String, String>();
        for (var piece : pieces(line(typed))) {
            int colon = piece.indexOf(':');
            var name = (colon < 0 ? piece : piece.substring(0, colon)).strip();
            var domain = colon < 0 ? "real" : piece.substring(colon + 1).strip();
            if (!name.isEmpty()) {
                domains.put(name, domain);
            }
        }
        return domains;
    }

    static String domains(Map<String, String> domains) {
        return domains.entrySet().stream()
                .map(entry ->
                        entry.getValue().equals("real") ? entry.getKey() : entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Cut at the commas outside brackets. */
    static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (i == text.length() || (c == ',' && depth <= 0)) {
                var piece = text.substring(from, i).strip();
                if (!piece.isEmpty()) {
                    pieces.add(piece);
                }
                from = i + 1;
            }
        }
        return pieces;
    }
}

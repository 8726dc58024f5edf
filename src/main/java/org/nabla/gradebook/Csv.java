package org.nabla.gradebook;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a CSV file as in RFC 4180. */
final class Csv {
    /** What a spreadsheet may take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r|%].*", Pattern.DOTALL);

    /** Where a spreadsheet splits at semicolons, as those of half of Europe do, a cell may begin within the text. */
    private static final Pattern FORMULA_WITHIN = Pattern.compile("([;\\t]\\s*)(?=[=+\\-@|%])");

    private static final Pattern NAME = Pattern.compile("[+@-]?[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");

    private Csv() {}

    static String lines(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    /** Text of people, in which nothing may come to life: an apostrophe before it keeps a formula text. */
    static String text(String text) {
        var within = FORMULA_WITHIN.matcher(text).replaceAll("$1'");
        return FORMULA.matcher(within).matches() && !NUMBER.matcher(within).matches() ? "'" + within : within;
    }

    /** A name by which another system knows somebody: left as it is, unless more than a name could be in it. */
    static String name(String name) {
        return NAME.matcher(name).matches() ? name : text(name);
    }

    private static String cell(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}

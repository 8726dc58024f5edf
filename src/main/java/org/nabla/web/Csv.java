package org.nabla.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** Files of comma-separated values as in RFC 4180, in which nothing comes to life when a spreadsheet opens them. */
public final class Csv {

    /** What a file begins with so that old spreadsheets take its letters for UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a spreadsheet may take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r|%].*", Pattern.DOTALL);

    /** Where a spreadsheet splits at semicolons, as those of half of Europe do, a cell may begin within the text. */
    private static final Pattern FORMULA_WITHIN = Pattern.compile("([;\\t]\\s*)(?=[=+\\-@|%])");

    private static final Pattern NAME = Pattern.compile("[+@-]?[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+");

    /** Blanks at an end are meant: other systems tell by them what a line is. */
    private static final QuoteStrategy BLANKS = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return !value.equals(value.strip());
        }
    };

    private Csv() {}

    /** A writer of lines, each ended as Windows does; what it writes to is closed with it. */
    public static CsvWriter to(Writer out) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(BLANKS)
                .build(out);
    }

    /** A whole file. */
    public static String lines(List<List<String>> rows) {
        var out = new java.io.StringWriter();
        var csv = to(out);
        rows.forEach(csv::writeRecord);
        try {
            csv.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Text of people, in which nothing may come to life: an apostrophe before it keeps a formula text. */
    public static String text(String text) {
        var within = FORMULA_WITHIN.matcher(text).replaceAll("$1'");
        return FORMULA.matcher(within).matches() && !NUMBER.matcher(within).matches() ? "'" + within : within;
    }

    /** A name by which another system knows somebody: left as it is, unless more than a name could be in it. */
    public static String name(String name) {
        return NAME.matcher(name).matches() ? name : text(name);
    }
}

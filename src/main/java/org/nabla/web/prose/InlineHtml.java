package org.nabla.web.prose;

/**
 * Reads one run of prose from left to right: formulas between dollars, {@code *emphasis*} and {@code `code`}. A mark without
 * its partner is what it looks like; {@code \$} is a dollar.
 */
final class InlineHtml {

    private static final String CLOSING = ".,;:!?)";
    private static final int SHORT = 24;

    private final String text;
    private final StringBuilder html = new StringBuilder();
    private int at = 0;

    private InlineHtml(String text) {
        this.text = text;
    }

    static String of(String text) {
        return new InlineHtml(text).read();
    }

    private String read() {
        while (at < text.length()) {
            if (text.startsWith("\\$", at)) {
                html.append('$');
                at += 2;
            } else if (!formula("$$", true) && !formula("$", false) && !code() && !emphasis()) {
                html.append(Html.escape(String.valueOf(text.charAt(at))));
                at++;
            }
        }
        return html.toString();
    }

    private boolean formula(String mark, boolean display) {
        int end = endOf(mark);
        if (end < 0) {
            return false;
        }
        var latex = text.substring(at + mark.length(), end).strip();
        var formula = FormulaHtml.of(latex, display);
        at = end + mark.length();
        // A long formula must stay free to break inside, for a narrow window.
        var sign = display || latex.length() > SHORT ? "" : punctuation();
        at += sign.length();
        html.append(sign.isEmpty() ? formula : "<span class=\"keep\">" + formula + sign + "</span>");
        return true;
    }

    /** What follows a formula and must not begin the next line: a browser would break there. */
    private String punctuation() {
        var end = at;
        while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(at, end);
    }

    private boolean code() {
        int end = endOf("`");
        if (end < 0) {
            return false;
        }
        html.append("<code>").append(Html.escape(text.substring(at + 1, end))).append("</code>");
        at = end + 1;
        return true;
    }

    /** Opens only before a word and closes only after one, so that 2 * 3 * 4 stays a product. */
    private boolean emphasis() {
        int end = endOf("*");
        if (end < 0 || isSpace(at + 1) || isSpace(end - 1)) {
            return false;
        }
        html.append("<em>").append(of(text.substring(at + 1, end))).append("</em>");
        at = end + 1;
        return true;
    }

    /** Where the partner of the mark that stands here begins, or -1; a backslash keeps a dollar from being one. */
    private int endOf(String mark) {
        if (!text.startsWith(mark, at)) {
            return -1;
        }
        int end = text.indexOf(mark, at + mark.length());
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf(mark, end + 1);
        }
        return end > at + mark.length() ? end : -1;
    }

    private boolean isSpace(int i) {
        return Character.isWhitespace(text.charAt(i));
    }
}

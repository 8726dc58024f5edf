package org.nabla.classroom.roster;

import java.util.OptionalLong;

/** Looks for a cell whose quotation mark nobody closed, which would swallow the lines after it. */
final class Quotes {

    private final String text;
    private final char separator;
    private int at;
    private long line = 1;

    private Quotes(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The line, from 1, in which the first such cell begins. */
    static OptionalLong unclosed(String text, char separator) {
        return new Quotes(text, separator).unclosed();
    }

    private OptionalLong unclosed() {
        var begins = true;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '"' && begins) {
                var opened = line;
                if (!closes() || (line > opened && !endsCell())) {
                    return OptionalLong.of(opened);
                }
                begins = false;
            } else {
                count(c);
                begins = c == separator || c == '\n' || c == '\r';
                at++;
            }
        }
        return OptionalLong.empty();
    }

    /** Goes behind the quotation mark that closes this cell. */
    private boolean closes() {
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c != '"') {
                count(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
            } else {
                at++;
                return true;
            }
        }
        return false;
    }

    /** Where letters follow, the mark was meant to open another cell. */
    private boolean endsCell() {
        var next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next == text.length()
                || text.charAt(next) == separator
                || text.charAt(next) == '\n'
                || text.charAt(next) == '\r';
    }

    private void count(char c) {
        if (c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'))) {
            line++;
        }
    }
}

package org.nabla.math.lexing;

import java.util.ArrayList;
import java.util.List;
import org.nabla.math.SyntaxException;

/** The text while it is cut up: where the reader stands, and the tokens so far. */
public final class TokenBuffer {
    public final String text;
    public final boolean latex;
    final List<Lexeme> tokens = new ArrayList<>();
    public final List<String> notices = new ArrayList<>();
    int index;
    private boolean spaced;

    public TokenBuffer(String text) {
        this.text = inUsualWidth(text);
        this.latex = text.indexOf('\\') >= 0;
    }

    /** Wide forms, as some keyboards give, are read as the usual ones; each takes one place as before. */
    private static String inUsualWidth(String text) {
        if (text.chars().noneMatch(TokenBuffer::isWide)) {
            return text;
        }
        var usual = new StringBuilder(text.length());
        text.chars().forEach(c -> usual.append((char) (isWide(c) ? c - '\uff01' + '!' : c)));
        return usual.toString();
    }

    private static boolean isWide(int c) {
        return c >= '\uff01' && c <= '\uff5e';
    }

    boolean atEnd() {
        return index >= text.length();
    }

    /** The character that many places ahead, or 0 beyond the end. */
    char peek(int ahead) {
        return index + ahead < text.length() ? text.charAt(index + ahead) : 0;
    }

    char current() {
        return peek(0);
    }

    void space(int length) {
        index += length;
        spaced = true;
    }

    /** Takes the next characters as a token. */
    void take(Lexeme.Kind kind, String normalised, int length) {
        add(kind, normalised, index, length);
        index += length;
    }

    void add(Lexeme.Kind kind, String normalised, int position, int length) {
        tokens.add(new Lexeme(kind, normalised, position, length, spaced));
        spaced = false;
    }

    /** Whether a letter comes next, after at least one blank. */
    boolean letterFollowsSpace(int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i > from && i < text.length() && Character.isLetter(text.charAt(i));
    }

    /** Whether an opening round bracket comes next, in whichever spelling. */
    boolean bracketFollows(int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        if (text.startsWith("\\left", i) || text.startsWith("\\bigl", i) || text.startsWith("\\Bigl", i)) {
            i += 5;
        } else if (text.startsWith("\\mleft", i)) {
            i += 6;
        }
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i < text.length()
                && (text.charAt(i) == '('
                        || text.charAt(i) == '（'
                        || text.startsWith("\\lparen", i)
                        || latex && text.charAt(i) == '{');
    }

    SyntaxException refuse(String message, int length) {
        return new SyntaxException(message, index, length);
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c >= '\u2060' && c <= '\u2064'
                || c == '\u200b'
                || c == '\ufeff';
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

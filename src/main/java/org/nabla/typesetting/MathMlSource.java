package org.nabla.typesetting;

import java.util.Optional;

/** A formula in LaTeX and where its reader stands. */
final class MathMlSource {
    private final String latex;
    private int index;

    MathMlSource(String latex) {
        this.latex = latex;
    }

    boolean atEnd() {
        return index >= latex.length();
    }

    int position() {
        return index;
    }

    char current() {
        return peek(0);
    }

    char peek(int ahead) {
        return index + ahead < latex.length() ? latex.charAt(index + ahead) : 0;
    }

    boolean at(char c) {
        return !atEnd() && current() == c;
    }

    char next() {
        return latex.charAt(index++);
    }

    String rest(int most) {
        return latex.substring(index, Math.min(latex.length(), index + most));
    }

    void skipSpace() {
        while (!atEnd() && Character.isWhitespace(current())) {
            index++;
        }
    }

    int count(char c) {
        int start = index;
        while (at(c)) {
            index++;
        }
        return index - start;
    }

    /** Whether a group, a cell, a bracket or a table ends here. */
    boolean closes() {
        return current() == '}'
                || current() == '&'
                || latex.startsWith("\\\\", index)
                || isCommand("\\right")
                || isCommand("\\end");
    }

    private boolean isCommand(String command) {
        int end = index + command.length();
        return latex.startsWith(command, index) && !(end < latex.length() && isLetter(latex.charAt(end)));
    }

    boolean accept(String command) {
        if (command.equals("\\\\") ? !latex.startsWith(command, index) : !isCommand(command)) {
            return false;
        }
        index += command.length();
        return true;
    }

    /** Takes a command; its name is letters, or one other character. */
    String command() {
        int start = ++index;
        while (!atEnd() && isLetter(current())) {
            index++;
        }
        if (index == start && !atEnd()) {
            index++;
        }
        return latex.substring(start, index);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    String number() {
        int start = index;
        while (Character.isDigit(current()) || current() == '.' && Character.isDigit(peek(1))) {
            index++;
        }
        return latex.substring(start, index);
    }

    /** The text of the braces that follow. */
    String braced() {
        skipSpace();
        int close = at('{') ? latex.indexOf('}', index) : -1;
        if (close < 0) {
            throw refuse("Write braces here.", 0);
        }
        var text = latex.substring(index + 1, close);
        index = close + 1;
        return text;
    }

    /** The text of the square brackets that follow; a bracket in braces does not close them. */
    String bracketed() {
        int close = index;
        for (int depth = 0; close < latex.length() && (depth > 0 || latex.charAt(close) != ']'); close++) {
            depth += latex.charAt(close) == '{' ? 1 : latex.charAt(close) == '}' ? -1 : 0;
        }
        if (close == latex.length()) {
            throw refuse("Close this bracket with ].", 1);
        }
        var text = latex.substring(index + 1, close);
        index = close + 1;
        return text;
    }

    /** A word in braces, if that is what follows. */
    Optional<String> bracedWord() {
        int close = at('{') ? latex.indexOf('}', index) : -1;
        if (close < 0 || !latex.substring(index + 1, close).matches("[A-Za-z]+")) {
            return Optional.empty();
        }
        return Optional.of(braced());
    }

    UnreadableException refuse(String message, int length) {
        return refuseAt(message, index, Math.min(length, latex.length() - index));
    }

    UnreadableException refuseAt(String message, int position, int length) {
        return new UnreadableException(new LatexProblem(message, position, length));
    }
}

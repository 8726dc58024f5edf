package org.nabla.math.lexing;

import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme.Kind;

/** Reads numbers: {@code 12}, {@code 12 000}, {@code 1.5}, {@code .5}, {@code 1.2e-3}. */
final class NumberLexer {
    static final int MAX_DIGITS = 1_000;
    private static final int MAX_EXPONENT = 1_000;

    private final TokenBuffer in;
    private final Names names;
    private final RepeatingDecimals repeating;

    NumberLexer(TokenBuffer in, Names names) {
        this.in = in;
        this.names = names;
        this.repeating = new RepeatingDecimals(in);
    }

    boolean starts() {
        return TokenBuffer.isDigit(in.current()) || in.current() == '.' && TokenBuffer.isDigit(in.peek(1));
    }

    void read() {
        int start = in.index;
        var number = new StringBuilder(digits());
        if (number.length() > 0) {
            thousands(number);
        }
        if (repeating.read(number.toString(), start)) {
            return;
        }
        boolean decimal = in.current() == '.' && TokenBuffer.isDigit(in.peek(1));
        if (decimal) {
            in.index++;
            number.append('.').append(digits());
        } else if (in.current() == '.' && in.peek(1) != '.') {
            in.index++;
        }
        if (in.text.startsWith("{,}", in.index)) {
            throw in.refuse("Write a decimal with a point: 1.5.", 3);
        }
        if (in.current() == '.') {
            throw in.refuse("There is a point too many: a decimal is written 1.5.", 1);
        }
        if (number.length() > MAX_DIGITS) {
            throw new SyntaxException("This number is too long: at most 1,000 digits.", start, in.index - start);
        }
        exponent(number, decimal, start);
        refuseImaginary(start);
        in.add(Kind.NUMBER, number.toString(), start, in.index - start);
    }

    /** Python writes the imaginary unit as j, right behind a number. */
    private void refuseImaginary(int start) {
        char next = in.peek(1);
        boolean j = in.current() == 'j' && !Character.isLetterOrDigit(next) && next != '_';
        if (j && !names.vocabulary().unitVectors() && !names.isDeclared("j")) {
            throw new SyntaxException(
                    "There is no j here: this is a complex number, and a real one is asked.",
                    start,
                    in.index + 1 - start);
        }
    }

    private String digits() {
        int start = in.index;
        while (TokenBuffer.isDigit(in.current())) {
            in.index++;
        }
        return in.text.substring(start, in.index);
    }

    /** A space or an apostrophe between groups of three digits. */
    private void thousands(StringBuilder number) {
        if (number.length() > 3 || number.charAt(0) == '0') {
            return;
        }
        for (int gap = gap(); gap > 0 && threeDigits(gap); gap = gap()) {
            in.index += gap;
            number.append(digits());
        }
    }

    private int gap() {
        if (in.current() == '\\' && in.peek(1) == ',') {
            return 2;
        }
        return TokenBuffer.isSpace(in.current()) || in.current() == '\'' || in.current() == '’' ? 1 : 0;
    }

    private boolean threeDigits(int from) {
        return TokenBuffer.isDigit(in.peek(from))
                && TokenBuffer.isDigit(in.peek(from + 1))
                && TokenBuffer.isDigit(in.peek(from + 2))
                && !TokenBuffer.isDigit(in.peek(from + 3));
    }

    private void exponent(StringBuilder number, boolean decimal, int start) {
        char e = in.current();
        if (e != 'e' && e != 'E' || names.isDeclared(String.valueOf(e))) {
            return;
        }
        char next = in.peek(1);
        boolean signed = next == '-' || next == '+' || next == '−';
        int first = signed ? 2 : 1;
        if (!TokenBuffer.isDigit(in.peek(first))) {
            return;
        }
        if (next == '+' && !decimal && e == 'e' && !TokenBuffer.isDigit(in.peek(3)) && in.peek(2) != '0') {
            return; // nobody and no program writes 20 so: it is a sum
        }
        boolean certain = e == 'E' || decimal || !signed || number.toString().equals("1") || in.peek(first) == '0';
        int end = in.index + first;
        while (end < in.text.length() && TokenBuffer.isDigit(in.text.charAt(end))) {
            end++;
        }
        var digits = in.text.substring(in.index + first, end);
        if (!certain) {
            var sign = next == '+' ? "+" : "-";
            throw new SyntaxException(
                    "This can mean two numbers: write " + number + "*e " + sign + " " + digits + " or " + number
                            + "*10^(" + (sign.equals("-") ? "-" : "") + digits + ").",
                    start,
                    end - start);
        }
        if (digits.length() > 4 || Integer.parseInt(digits) > MAX_EXPONENT) {
            throw new SyntaxException(
                    "This number is too large or too small: powers of ten up to 1,000.", start, end - start);
        }
        number.append('E').append(signed && next != '+' ? "-" : "").append(digits);
        in.index = end;
    }
}

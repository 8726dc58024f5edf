package org.nabla.math.lexing;

import org.nabla.math.Expression;
import org.nabla.math.Span;

/**
 * A piece of a text with its place.
 *
 * @param text what it says, normalised: a number in digits, a declared name, the name of a constant or a function
 * @param spaced whether white space stands before it
 */
public record Lexeme(Kind kind, String text, int position, int length, boolean spaced) implements Span {

    /** What a token is for. */
    public enum Kind {
        NUMBER,
        /** One character such as ½; the text is {@code 1/2}. */
        FRACTION,
        SYMBOL,
        CONSTANT,
        FUNCTION,
        DECLARED_FUNCTION,
        /** A name that is not declared; whether it is allowed depends on where it stands. */
        UNKNOWN,
        WORD,
        PLUS,
        MINUS,
        PLUS_MINUS,
        MINUS_PLUS,
        /** The text says which sign: {@code *}, {@code .} for a dot in the middle, {@code x} for a cross. */
        TIMES,
        DIVIDE,
        CARET,
        UNDERSCORE,
        BANG,
        COMMA,
        SEMICOLON,
        OPEN_ROUND,
        CLOSE_ROUND,
        OPEN_SQUARE,
        CLOSE_SQUARE,
        /** The brace of a set. */
        OPEN_BRACE,
        CLOSE_BRACE,
        /** The brace of LaTeX, which only groups. */
        OPEN_GROUP,
        CLOSE_GROUP,
        OPEN_ANGLE,
        CLOSE_ANGLE,
        OPEN_FLOOR,
        CLOSE_FLOOR,
        OPEN_CEILING,
        CLOSE_CEILING,
        /** A bar that may open or close. */
        BAR,
        OPEN_BAR,
        CLOSE_BAR,
        /** A double bar that may open or close. */
        NORM,
        OPEN_NORM,
        CLOSE_NORM,
        /** The text is the name of a {@link Expression.Sign}. */
        SIGN,
        ELEMENT_OF,
        AND,
        OR,
        UNION,
        /** What stands behind it is left out of the set before it. */
        SETMINUS,
        /** Within the braces of a set: such that. */
        COLON,
        IF,
        OTHERWISE,
        FRAC,
        /** The text is the degree: 2, 3 or 4. */
        RADICAL,
        BEGIN,
        END,
        CELL,
        ROW,
        TRANSPOSE,
        /** The right side of LaTeX's invisible delimiter. */
        CLOSE_NOTHING,
        END_OF_TEXT
    }

    public int end() {
        return position + length;
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    public boolean isSign(Expression.Sign sign) {
        return kind == Kind.SIGN && text.equals(sign.name());
    }
}

package org.nabla.math.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nabla.math.Expression.Sign;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;

/**
 * Puts commas where people and programs separate by blanks: between equations, as in {@code x=t y=2t z=3t} or one to a line, and
 * between the entries of {@code [1 2; 3 4]} and {@code [[1 2] [3 4]]}. Only where no other reading makes sense.
 */
final class Separators {
    private final List<Lexeme> tokens;
    private final Set<Integer> before = new HashSet<>();

    private Separators(List<Lexeme> tokens) {
        this.tokens = tokens;
    }

    static List<Lexeme> insert(List<Lexeme> tokens) {
        var separators = new Separators(tokens);
        separators.equations();
        separators.rows();
        return separators.before.isEmpty() ? tokens : separators.separated();
    }

    private List<Lexeme> separated() {
        var all = new ArrayList<Lexeme>();
        for (int i = 0; i < tokens.size(); i++) {
            if (before.contains(i)) {
                all.add(new Lexeme(Kind.COMMA, ",", tokens.get(i).position(), 0, true));
            }
            all.add(tokens.get(i));
        }
        return all;
    }

    /** Outside of brackets, behind an equation that begins with a name, a name and a sign begin the next one. */
    private void equations() {
        int level = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            level += step(token);
            if (level != 0) {
                continue;
            }
            if (token.is(Kind.COMMA) || token.is(Kind.SEMICOLON) || token.is(Kind.AND) || token.is(Kind.OR)) {
                start = i + 1;
            } else if (i > start + 2 && isName(start) && isEqual(start + 1) && beginsCondition(i)) {
                before.add(i);
                start = i;
            }
        }
    }

    private boolean beginsCondition(int at) {
        var next = tokens.get(Math.min(at + 1, tokens.size() - 1));
        boolean name = isName(at) && (isEqual(at + 1) || next.is(Kind.ELEMENT_OF));
        boolean range = tokens.get(at).is(Kind.NUMBER)
                && (next.isSign(Sign.LESS) || next.isSign(Sign.LESS_OR_EQUAL))
                && isName(at + 2);
        return tokens.get(at).spaced() && (name || range) && endsOperand(tokens.get(at - 1));
    }

    private boolean isName(int at) {
        return at < tokens.size()
                && (tokens.get(at).is(Kind.SYMBOL) || tokens.get(at).is(Kind.UNKNOWN));
    }

    private boolean isEqual(int at) {
        return at < tokens.size() && tokens.get(at).isSign(Sign.EQUAL);
    }

    private void rows() {
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            int step = step(tokens.get(i));
            if (step > 0) {
                open.push(i);
            } else if (step < 0 && !open.isEmpty()) {
                int from = open.pop();
                if (tokens.get(from).is(Kind.OPEN_SQUARE) && tokens.get(i).is(Kind.CLOSE_SQUARE)) {
                    row(from, i);
                }
            }
        }
    }

    /** The entries between two square brackets, if they are separated by blanks. */
    private void row(int from, int to) {
        var gaps = new ArrayList<Integer>();
        boolean certain = false;
        boolean numbers = true;
        int level = 0;
        for (int i = from + 1; i < to; i++) {
            var token = tokens.get(i);
            if (level == 0 && token.is(Kind.COMMA)) {
                return;
            }
            if (level == 0 && i > from + 1 && isGap(i)) {
                gaps.add(i);
                certain |= token.is(Kind.NUMBER) || token.is(Kind.OPEN_SQUARE);
            }
            numbers &= token.is(Kind.NUMBER) || token.is(Kind.MINUS) || token.is(Kind.SEMICOLON);
            level += step(token);
        }
        if (certain || numbers) {
            before.addAll(gaps);
        }
    }

    private boolean isGap(int at) {
        var token = tokens.get(at);
        var previous = tokens.get(at - 1);
        boolean sign = token.is(Kind.MINUS) && !tokens.get(at + 1).spaced();
        boolean row = token.is(Kind.OPEN_SQUARE) && previous.is(Kind.CLOSE_SQUARE);
        return endsOperand(previous) && (row || token.spaced() && (sign || startsOperand(token)));
    }

    private static int step(Lexeme token) {
        return switch (token.kind()) {
            case OPEN_ROUND, OPEN_SQUARE, OPEN_BRACE, OPEN_GROUP, OPEN_ANGLE, BEGIN -> 1;
            case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_BRACE, CLOSE_GROUP, CLOSE_ANGLE, END -> -1;
            default -> 0;
        };
    }

    private static boolean endsOperand(Lexeme token) {
        return switch (token.kind()) {
            case NUMBER,
                    FRACTION,
                    SYMBOL,
                    UNKNOWN,
                    CONSTANT,
                    BANG,
                    CLOSE_ROUND,
                    CLOSE_SQUARE,
                    CLOSE_GROUP,
                    CLOSE_ANGLE -> true;
            case SIGN -> token.isSign(Sign.GREATER);
            default -> false;
        };
    }

    private static boolean startsOperand(Lexeme token) {
        return switch (token.kind()) {
            case NUMBER, FRACTION, SYMBOL, UNKNOWN, CONSTANT, FUNCTION, RADICAL, FRAC, OPEN_ROUND -> true;
            default -> false;
        };
    }
}

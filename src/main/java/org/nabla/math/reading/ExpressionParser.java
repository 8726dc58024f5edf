package org.nabla.math.reading;

import java.util.List;
import org.nabla.math.SyntaxError;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;
import org.nabla.math.lexing.Lexer;
import org.nabla.math.lexing.Names;
import org.nabla.math.lexing.TokenBuffer;
import org.nabla.math.lexing.Typing;
import org.nabla.math.lexing.Vocabulary;

/**
 * Reads expressions: what learners type, paste or write with a formula editor, and the formulas of exercises.
 *
 * <pre>
 * text      = statement { (, | ;) statement }
 * statement = and { or and }            and = relation { and relation }
 * relation  = [label =] sets { sign sets }      sets = sum { U sum }
 * sum       = [+ | -] product { (+ | -) product }
 * product   = factor { (* | /) [-] factor | factor }     a factor without sign before it multiplies
 * factor    = primary { ! } [^ exponent]        exponent = [+ | -] factor     2^3^2 is 2^(3^2)
 * primary   = number | name | function [_ base] [^ exponent] (brackets | argument)
 *           | (list) | [list] | {list} | &lt;list&gt; | |sets| | √factor | LaTeX's \frac, \sqrt, \begin
 * argument  = [-] factor { name }       up to the next sign, bracket or function: sin x cos y is sin(x)*cos(y)
 * </pre>
 *
 * <p>Every reading ends: the text, the tree and its depth are limited, and each letter is looked at a bounded number of
 * times. Reading the same text twice gives the same result.
 */
public final class ExpressionParser {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_NODES = 500;
    /** Formulas of exercises are written by people who may write long ones, and stored with computed values in them. */
    private static final int FOR_AUTHORS = 10;

    private ExpressionParser() {}

    /** Reads a text under a vocabulary: an expression, or an error with a sentence and a place. */
    public static Reading parse(String text, Vocabulary vocabulary) {
        int factor = vocabulary.forAuthors() ? FOR_AUTHORS : 1;
        if (text.length() > MAX_LENGTH * factor) {
            return refused("This is too long: at most 2,000 characters.", 0, text.length());
        }
        if (text.isBlank()) {
            return refused("Nothing is here yet: type an answer.", 0, 0);
        }
        var typing = Typing.of(text, !vocabulary.forAuthors());
        try {
            return read(typing.text(), vocabulary, MAX_NODES * factor);
        } catch (SyntaxException e) {
            return new Reading.Refused(typing.typed(e.error()));
        }
    }

    private static Reading read(String text, Vocabulary vocabulary, int maxNodes) {
        var names = new Names(vocabulary);
        var buffer = new TokenBuffer(text);
        var lexed = new Lexer(buffer, names).tokens();
        var tokens = vocabulary.forAuthors() ? lexed : Separators.insert(lexed);
        var reading = trees(buffer, names, tokens);
        Size.check(reading.expression(), maxNodes, text.length());
        return reading;
    }

    /** Where bars may open or close and the usual reading fails, the first pairing that can be read is meant. */
    private static Reading.Understood trees(TokenBuffer buffer, Names names, List<Lexeme> tokens) {
        try {
            return tree(buffer, names, tokens);
        } catch (SyntaxException usual) {
            for (var pairing : Bars.pairings(tokens)) {
                try {
                    return tree(buffer, names, pairing);
                } catch (SyntaxException next) {
                    // the next pairing, or what the usual reading says
                }
            }
            throw usual;
        }
    }

    private static Reading.Understood tree(TokenBuffer buffer, Names names, List<Lexeme> tokens) {
        var both = tokens.stream().anyMatch(t -> t.is(Kind.PLUS_MINUS) || t.is(Kind.MINUS_PLUS));
        var first = new TokenCursor(buffer, both ? signs(tokens, Kind.PLUS, Kind.MINUS) : tokens, names);
        var expression = new StatementParser(first).text();
        if (both) {
            var second = new TokenCursor(buffer, signs(tokens, Kind.MINUS, Kind.PLUS), names);
            expression = BothSigns.of(expression, new StatementParser(second).text());
        }
        return new Reading.Understood(expression, first.notices(), first.alternatives());
    }

    private static List<Lexeme> signs(List<Lexeme> tokens, Kind forPlusMinus, Kind forMinusPlus) {
        return tokens.stream()
                .map(t -> t.is(Kind.PLUS_MINUS)
                        ? new Lexeme(forPlusMinus, t.text(), t.position(), t.length(), t.spaced())
                        : t.is(Kind.MINUS_PLUS)
                                ? new Lexeme(forMinusPlus, t.text(), t.position(), t.length(), t.spaced())
                                : t)
                .toList();
    }

    private static Reading refused(String message, int position, int length) {
        return new Reading.Refused(new SyntaxError(message, position, length));
    }
}

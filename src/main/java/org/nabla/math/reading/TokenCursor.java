package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.math.Expression;
import org.nabla.math.Greek;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;
import org.nabla.math.lexing.Names;
import org.nabla.math.lexing.TokenBuffer;

/** The tokens of a text, where the parser stands among them, and what it has to keep in mind meanwhile. */
final class TokenCursor {
    static final int MAX_DEPTH = 60;

    final Names names;
    final String text;
    final boolean latex;
    private final List<Lexeme> tokens;
    private final Set<String> notices;
    private final Set<String> alternatives = new LinkedHashSet<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private Optional<String> arbitraryConstant = Optional.empty();
    private int index;
    private int depth;
    /** How many bars, and double bars, are open at this level of brackets. */
    int bars;

    int norms;

    TokenCursor(TokenBuffer buffer, List<Lexeme> tokens, Names names) {
        this.names = names;
        this.text = buffer.text;
        this.latex = buffer.latex;
        this.tokens = new ArrayList<>(tokens);
        this.notices = new LinkedHashSet<>(buffer.notices);
    }

    Lexeme peek() {
        return peek(0);
    }

    Lexeme peek(int ahead) {
        return tokens.get(Math.max(0, Math.min(index + ahead, tokens.size() - 1)));
    }

    Lexeme next() {
        var token = peek();
        index = Math.min(index + 1, tokens.size() - 1);
        return token;
    }

    int index() {
        return index;
    }

    Lexeme token(int at) {
        return tokens.get(at);
    }

    boolean at(Kind kind) {
        return peek().is(kind);
    }

    boolean accept(Kind kind) {
        if (at(kind)) {
            next();
            return true;
        }
        return false;
    }

    /** Takes only the first digit of a whole number, as LaTeX does without braces. */
    Lexeme nextDigit() {
        var token = peek();
        boolean digits = token.text().chars().allMatch(Character::isDigit)
                && token.text().length() == token.length();
        if (token.length() == 1 || !digits) {
            return next();
        }
        var rest = new Lexeme(Kind.NUMBER, token.text().substring(1), token.position() + 1, token.length() - 1, false);
        tokens.set(index, rest);
        return new Lexeme(Kind.NUMBER, token.text().substring(0, 1), token.position(), 1, token.spaced());
    }

    void replace(Lexeme token) {
        tokens.set(index, token);
    }

    /** Goes one level deeper; every {@code enter} is matched by a {@code leave}. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException("This is nested too deeply: at most 60 levels.", peek());
        }
    }

    void leave() {
        depth--;
    }

    void notice(String sentence) {
        notices.add(sentence);
    }

    /** Keeps another text that may be meant: this one with a part of it written otherwise. */
    void alternative(int start, int end, String by) {
        alternatives.add(text.substring(0, start) + by + text.substring(end));
    }

    List<String> alternatives() {
        return List.copyOf(alternatives);
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    /** The text of some tokens; {@code to} is not among them. */
    String source(int fromToken, int to) {
        return text.substring(
                        tokens.get(fromToken).position(), tokens.get(to - 1).end())
                .strip();
    }

    /** The text from one token up to where the parser stands. */
    String source(int fromToken) {
        return text.substring(
                        tokens.get(fromToken).position(),
                        tokens.get(Math.max(index - 1, fromToken)).end())
                .strip();
    }

    /** What an undeclared name means: a parameter or a constant where one is welcome, otherwise an error. */
    Expression undeclared(Lexeme token) {
        var name = token.text();
        var vocabulary = names.vocabulary();
        boolean letter = name.length() == 1;
        if (vocabulary.arbitraryConstant()
                && letter
                && "CcKk".contains(name)
                && arbitraryConstant.map(name::equals).orElse(true)) {
            arbitraryConstant = Optional.of(name);
            return new Expression.Symbol("C");
        }
        if (vocabulary.freeParameter()
                && (letter || Greek.isName(name))
                && (parameters.contains(name) || parameters.size() < 2)) {
            parameters.add(name);
            return new Expression.Symbol(name);
        }
        throw new SyntaxException(names.complaint(name), token);
    }
}

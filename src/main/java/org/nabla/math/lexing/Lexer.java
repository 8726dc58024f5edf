package org.nabla.math.lexing;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.nabla.math.Expression.Sign;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme.Kind;

/** Cuts a text into tokens: plain typing, Unicode as pasted, and LaTeX, in any mixture. */
public final class Lexer {
    private record Simple(Kind kind, String text) {}

    private static final Map<String, Simple> PAIRS = Map.ofEntries(
            entry("**", new Simple(Kind.CARET, "^")),
            entry("<=", sign(Sign.LESS_OR_EQUAL)),
            entry(">=", sign(Sign.GREATER_OR_EQUAL)),
            entry("=<", sign(Sign.LESS_OR_EQUAL)),
            entry("=>", sign(Sign.GREATER_OR_EQUAL)),
            entry("!=", sign(Sign.NOT_EQUAL)),
            entry("==", sign(Sign.EQUAL)),
            entry(":=", sign(Sign.EQUAL)),
            entry("&&", new Simple(Kind.AND, "and")));
    private static final Map<Character, Simple> SINGLES = Map.ofEntries(
            entry('+', new Simple(Kind.PLUS, "+")),
            entry('-', new Simple(Kind.MINUS, "-")),
            entry('−', new Simple(Kind.MINUS, "-")),
            entry('–', new Simple(Kind.MINUS, "-")),
            entry('‐', new Simple(Kind.MINUS, "-")),
            entry('‑', new Simple(Kind.MINUS, "-")),
            entry('—', new Simple(Kind.MINUS, "-")),
            entry('±', new Simple(Kind.PLUS_MINUS, "+-")),
            entry('∓', new Simple(Kind.MINUS_PLUS, "-+")),
            entry('*', new Simple(Kind.TIMES, "*")),
            entry('∗', new Simple(Kind.TIMES, "*")),
            entry('·', new Simple(Kind.TIMES, ".")),
            entry('⋅', new Simple(Kind.TIMES, ".")),
            entry('∙', new Simple(Kind.TIMES, ".")),
            entry('•', new Simple(Kind.TIMES, ".")),
            entry('×', new Simple(Kind.TIMES, "x")),
            entry('✕', new Simple(Kind.TIMES, "x")),
            entry('⨯', new Simple(Kind.TIMES, "x")),
            entry('/', new Simple(Kind.DIVIDE, "/")),
            entry('÷', new Simple(Kind.DIVIDE, "/")),
            entry('∕', new Simple(Kind.DIVIDE, "/")),
            entry('⁄', new Simple(Kind.DIVIDE, "/")),
            entry('^', new Simple(Kind.CARET, "^")),
            entry('ˆ', new Simple(Kind.CARET, "^")),
            entry('_', new Simple(Kind.UNDERSCORE, "_")),
            entry('!', new Simple(Kind.BANG, "!")),
            entry(',', new Simple(Kind.COMMA, ",")),
            entry(';', new Simple(Kind.SEMICOLON, ";")),
            entry('(', new Simple(Kind.OPEN_ROUND, "(")),
            entry(')', new Simple(Kind.CLOSE_ROUND, ")")),
            entry('[', new Simple(Kind.OPEN_SQUARE, "[")),
            entry(']', new Simple(Kind.CLOSE_SQUARE, "]")),
            entry('⟨', new Simple(Kind.OPEN_ANGLE, "<")),
            entry('〈', new Simple(Kind.OPEN_ANGLE, "<")),
            entry('⟩', new Simple(Kind.CLOSE_ANGLE, ">")),
            entry('〉', new Simple(Kind.CLOSE_ANGLE, ">")),
            entry('⌊', new Simple(Kind.OPEN_FLOOR, "floor")),
            entry('⌋', new Simple(Kind.CLOSE_FLOOR, "floor")),
            entry('⌈', new Simple(Kind.OPEN_CEILING, "ceil")),
            entry('⌉', new Simple(Kind.CLOSE_CEILING, "ceil")),
            entry('|', new Simple(Kind.BAR, "|")),
            entry('∣', new Simple(Kind.BAR, "|")),
            entry('‖', new Simple(Kind.NORM, "||")),
            entry('∥', new Simple(Kind.NORM, "||")),
            entry('=', sign(Sign.EQUAL)),
            entry('<', sign(Sign.LESS)),
            entry('>', sign(Sign.GREATER)),
            entry('≤', sign(Sign.LESS_OR_EQUAL)),
            entry('⩽', sign(Sign.LESS_OR_EQUAL)),
            entry('≦', sign(Sign.LESS_OR_EQUAL)),
            entry('≥', sign(Sign.GREATER_OR_EQUAL)),
            entry('⩾', sign(Sign.GREATER_OR_EQUAL)),
            entry('≧', sign(Sign.GREATER_OR_EQUAL)),
            entry('≠', sign(Sign.NOT_EQUAL)),
            entry('∈', new Simple(Kind.ELEMENT_OF, "in")),
            entry('∧', new Simple(Kind.AND, "and")),
            entry('∨', new Simple(Kind.OR, "or")),
            entry('∪', new Simple(Kind.UNION, "U")),
            entry('∖', new Simple(Kind.SETMINUS, "\\")),
            entry('∄', new Simple(Kind.WORD, "DNE")),
            entry('√', new Simple(Kind.RADICAL, "2")),
            entry('∛', new Simple(Kind.RADICAL, "3")),
            entry('∜', new Simple(Kind.RADICAL, "4")),
            entry('∞', new Simple(Kind.CONSTANT, "inf")),
            entry('∅', new Simple(Kind.WORD, "empty set")),
            entry('⌀', new Simple(Kind.WORD, "empty set")),
            entry('ℝ', new Simple(Kind.WORD, "all reals")),
            entry('ℯ', new Simple(Kind.CONSTANT, "e")),
            entry('ⅇ', new Simple(Kind.CONSTANT, "e")),
            entry('ⅈ', new Simple(Kind.CONSTANT, "i")),
            entry('⊤', new Simple(Kind.TRANSPOSE, "T")));

    private final TokenBuffer in;
    private final WordLexer words;
    private final NumberLexer numbers;
    private final LatexLexer latex;

    public Lexer(TokenBuffer in, Names names) {
        this.in = in;
        this.words = new WordLexer(in, names);
        this.numbers = new NumberLexer(in, names);
        this.latex = new LatexLexer(in, words);
    }

    private static Simple sign(Sign sign) {
        return new Simple(Kind.SIGN, sign.name());
    }

    public List<Lexeme> tokens() {
        while (!in.atEnd()) {
            next();
        }
        in.take(Kind.END_OF_TEXT, "", 0);
        return in.tokens;
    }

    private void next() {
        char c = in.current();
        if (TokenBuffer.isSpace(c) || c == '~' && in.latex) {
            in.space(1);
        } else if (numbers.starts()) {
            numbers.read();
        } else if (c == '\\') {
            latex.read();
        } else if (words.starts()) {
            words.read();
        } else if (c == '{' || c == '}') {
            brace(c);
        } else if (c == '&') {
            in.take(in.peek(1) == '&' ? Kind.AND : in.latex ? Kind.CELL : Kind.AND, "&", in.peek(1) == '&' ? 2 : 1);
        } else if (c == ':' && inBraces()) {
            in.take(Kind.COLON, ":", 1);
        } else if (c == '.' && in.text.substring(in.index + 1).isBlank()) {
            lastPoint();
        } else if (!superscript(c) && !subscript(c) && !simple(c)) {
            other(c);
        }
    }

    /** Whether the innermost open bracket is the brace of a set. */
    private boolean inBraces() {
        int level = 0;
        for (int i = in.tokens.size() - 1; i >= 0; i--) {
            switch (in.tokens.get(i).kind()) {
                case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_BRACE, CLOSE_GROUP -> level++;
                case OPEN_ROUND, OPEN_SQUARE, OPEN_GROUP -> level--;
                case OPEN_BRACE -> {
                    if (level == 0) {
                        return true;
                    }
                    level--;
                }
                default -> {}
            }
        }
        return false;
    }

    /** A word may end as a sentence does. */
    private void lastPoint() {
        var last = in.tokens.isEmpty()
                ? Kind.END_OF_TEXT
                : in.tokens.get(in.tokens.size() - 1).kind();
        if (last != Kind.WORD) {
            throw in.refuse("Leave the point at the end away.", 1);
        }
        in.space(1);
    }

    /** In LaTeX a bare brace only groups; typed plainly it is the brace of a set. */
    private void brace(char c) {
        if (in.latex) {
            in.take(c == '{' ? Kind.OPEN_GROUP : Kind.CLOSE_GROUP, String.valueOf(c), 1);
        } else {
            in.take(c == '{' ? Kind.OPEN_BRACE : Kind.CLOSE_BRACE, String.valueOf(c), 1);
        }
    }

    private boolean simple(char c) {
        var pair = in.peek(1) == 0 ? null : PAIRS.get("" + c + in.peek(1));
        if (pair != null && !(c == '=' && in.peek(1) == '<' && in.text.indexOf('>', in.index) > 0)) {
            in.take(pair.kind(), pair.text(), 2);
            return true;
        }
        var single = SINGLES.get(c);
        if (single != null) {
            in.take(single.kind(), single.text(), 1);
            return true;
        }
        return false;
    }

    /** {@code x⁻¹} is {@code x^(-1)}. */
    private boolean superscript(char c) {
        if (c == 'ᵀ') {
            in.add(Kind.CARET, "^", in.index, 0);
            in.take(Kind.TRANSPOSE, "T", 1);
            return true;
        }
        if (Superscripts.plain(c).isEmpty()) {
            return false;
        }
        if (degree()) {
            return true;
        }
        in.add(Kind.CARET, "^", in.index, 0);
        in.add(Kind.OPEN_GROUP, "{", in.index, 0);
        while (!in.atEnd() && Superscripts.plain(in.current()).isPresent()) {
            char plain = Superscripts.plain(in.current()).get();
            if (TokenBuffer.isDigit(plain)) {
                var digits = new StringBuilder();
                int start = in.index;
                while (Superscripts.plain(in.current())
                        .filter(TokenBuffer::isDigit)
                        .isPresent()) {
                    digits.append(Superscripts.plain(in.current()).get().charValue());
                    in.index++;
                }
                in.add(Kind.NUMBER, digits.toString(), start, in.index - start);
            } else if (Character.isLetter(plain)) {
                words.letters(String.valueOf(plain), in.index, 1);
                in.index++;
            } else {
                var single = SINGLES.get(plain);
                if (single != null) {
                    in.take(single.kind(), single.text(), 1);
                }
            }
        }
        in.add(Kind.CLOSE_GROUP, "}", in.index, 0);
        return true;
    }

    /** {@code ³√x}: raised digits before a root are its degree, unless they touch something that has them as its power. */
    private boolean degree() {
        var digits = new StringBuilder();
        while (Superscripts.plain(in.peek(digits.length()))
                .filter(TokenBuffer::isDigit)
                .isPresent()) {
            digits.append(Superscripts.plain(in.peek(digits.length())).get().charValue());
        }
        boolean root = digits.length() > 0 && digits.length() < 4 && in.peek(digits.length()) == '√';
        if (!root
                || touchesOperand()
                || digits.charAt(0) == '0'
                || digits.toString().equals("1")) {
            return false;
        }
        in.take(Kind.RADICAL, digits.toString(), digits.length() + 1);
        return true;
    }

    private boolean touchesOperand() {
        if (in.tokens.isEmpty()) {
            return false;
        }
        var last = in.tokens.get(in.tokens.size() - 1);
        return last.end() == in.index
                && switch (last.kind()) {
                    case NUMBER, SYMBOL, CONSTANT, UNKNOWN, CLOSE_ROUND, CLOSE_SQUARE, CLOSE_GROUP, CLOSE_BAR, BAR ->
                        true;
                    default -> false;
                };
    }

    /** {@code log₂}: the base of a logarithm; under a name an index is read with the name. */
    private boolean subscript(char c) {
        boolean function =
                !in.tokens.isEmpty() && in.tokens.get(in.tokens.size() - 1).is(Kind.FUNCTION);
        if (!function || Superscripts.plainOfLowered(c).isEmpty()) {
            return false;
        }
        int start = in.index;
        var base = new StringBuilder();
        while (Superscripts.plainOfLowered(in.current()).isPresent()) {
            base.append(Superscripts.plainOfLowered(in.current()).get().charValue());
            in.index++;
        }
        in.add(Kind.UNDERSCORE, "_", start, 0);
        if (base.chars().allMatch(digit -> TokenBuffer.isDigit((char) digit))) {
            in.add(Kind.NUMBER, base.toString(), start, in.index - start);
        } else {
            words.letters(base.toString(), start, in.index - start);
        }
        return true;
    }

    /** A fraction in one character, a character in another width or style, or one that has no meaning here. */
    private void other(char c) {
        var plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        if (plain.matches("[0-9]+⁄[0-9]+")) {
            in.take(Kind.FRACTION, plain.replace('⁄', '/'), 1);
            return;
        }
        if (plain.length() == 1 && plain.charAt(0) != c) {
            var single = SINGLES.get(plain.charAt(0));
            if (single != null) {
                in.take(single.kind(), single.text(), 1);
                return;
            }
        }
        throw new SyntaxException(
                Characters.complaint(in.text, in.index), in.index, Characters.lengthAt(in.text, in.index));
    }
}

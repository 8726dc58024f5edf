package org.nabla.math.lexing;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Function;
import org.nabla.math.Greek;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme.Kind;

/** Reads the commands of LaTeX, as people and formula editors write them. */
final class LatexLexer {
    private record Simple(Kind kind, String text) {}

    private static final Set<String> SPACES = Set.of(
            ",",
            ";",
            ":",
            "!",
            ">",
            " ",
            "quad",
            "qquad",
            "enspace",
            "thinspace",
            "medspace",
            "thickspace",
            "negthinspace",
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "biggl",
            "biggr",
            "Biggl",
            "Biggr",
            "middle",
            "phantom");
    private static final Set<String> DECORATIONS = Set.of(
            "mathbf",
            "vec",
            "hat",
            "boldsymbol",
            "bm",
            "mathit",
            "mathsf",
            "mathtt",
            "mathcal",
            "overrightarrow",
            "mathnormal",
            "bold",
            "mathbfit",
            "boxed");
    private static final Set<String> TEXTS =
            Set.of("mathrm", "operatorname", "text", "textrm", "mbox", "textit", "textbf", "mathop");
    private static final Map<String, Simple> COMMANDS = Map.ofEntries(
            entry("cdot", new Simple(Kind.TIMES, ".")),
            entry("cdotp", new Simple(Kind.TIMES, ".")),
            entry("bullet", new Simple(Kind.TIMES, ".")),
            entry("ast", new Simple(Kind.TIMES, "*")),
            entry("times", new Simple(Kind.TIMES, "x")),
            entry("div", new Simple(Kind.DIVIDE, "/")),
            entry("pm", new Simple(Kind.PLUS_MINUS, "+-")),
            entry("mp", new Simple(Kind.MINUS_PLUS, "-+")),
            entry("le", sign(Sign.LESS_OR_EQUAL)),
            entry("leq", sign(Sign.LESS_OR_EQUAL)),
            entry("leqslant", sign(Sign.LESS_OR_EQUAL)),
            entry("ge", sign(Sign.GREATER_OR_EQUAL)),
            entry("geq", sign(Sign.GREATER_OR_EQUAL)),
            entry("geqslant", sign(Sign.GREATER_OR_EQUAL)),
            entry("lt", sign(Sign.LESS)),
            entry("gt", sign(Sign.GREATER)),
            entry("ne", sign(Sign.NOT_EQUAL)),
            entry("neq", sign(Sign.NOT_EQUAL)),
            entry("coloneq", sign(Sign.EQUAL)),
            entry("infty", new Simple(Kind.CONSTANT, "inf")),
            entry("infin", new Simple(Kind.CONSTANT, "inf")),
            entry("exponentialE", new Simple(Kind.CONSTANT, "e")),
            entry("imaginaryI", new Simple(Kind.CONSTANT, "i")),
            entry("imaginaryJ", new Simple(Kind.CONSTANT, "i")),
            entry("emptyset", new Simple(Kind.WORD, "empty set")),
            entry("varnothing", new Simple(Kind.WORD, "empty set")),
            entry("R", new Simple(Kind.WORD, "all reals")),
            entry("Reals", new Simple(Kind.WORD, "all reals")),
            entry("reals", new Simple(Kind.WORD, "all reals")),
            entry("real", new Simple(Kind.WORD, "all reals")),
            entry("frac", new Simple(Kind.FRAC, "frac")),
            entry("dfrac", new Simple(Kind.FRAC, "frac")),
            entry("tfrac", new Simple(Kind.FRAC, "frac")),
            entry("cfrac", new Simple(Kind.FRAC, "frac")),
            entry("sqrt", new Simple(Kind.RADICAL, "sqrt")),
            entry("langle", new Simple(Kind.OPEN_ANGLE, "<")),
            entry("rangle", new Simple(Kind.CLOSE_ANGLE, ">")),
            entry("{", new Simple(Kind.OPEN_BRACE, "{")),
            entry("}", new Simple(Kind.CLOSE_BRACE, "}")),
            entry("lbrace", new Simple(Kind.OPEN_BRACE, "{")),
            entry("rbrace", new Simple(Kind.CLOSE_BRACE, "}")),
            entry("lbrack", new Simple(Kind.OPEN_SQUARE, "[")),
            entry("rbrack", new Simple(Kind.CLOSE_SQUARE, "]")),
            entry("lparen", new Simple(Kind.OPEN_ROUND, "(")),
            entry("rparen", new Simple(Kind.CLOSE_ROUND, ")")),
            entry("lfloor", new Simple(Kind.OPEN_FLOOR, "floor")),
            entry("rfloor", new Simple(Kind.CLOSE_FLOOR, "floor")),
            entry("lceil", new Simple(Kind.OPEN_CEILING, "ceil")),
            entry("rceil", new Simple(Kind.CLOSE_CEILING, "ceil")),
            entry("lvert", new Simple(Kind.OPEN_BAR, "|")),
            entry("rvert", new Simple(Kind.CLOSE_BAR, "|")),
            entry("vert", new Simple(Kind.BAR, "|")),
            entry("mid", new Simple(Kind.BAR, "|")),
            entry("lVert", new Simple(Kind.OPEN_NORM, "||")),
            entry("rVert", new Simple(Kind.CLOSE_NORM, "||")),
            entry("Vert", new Simple(Kind.NORM, "||")),
            entry("|", new Simple(Kind.NORM, "||")),
            entry("\\", new Simple(Kind.ROW, "\\\\")),
            entry("cr", new Simple(Kind.ROW, "\\\\")),
            entry("in", new Simple(Kind.ELEMENT_OF, "in")),
            entry("cup", new Simple(Kind.UNION, "U")),
            entry("setminus", new Simple(Kind.SETMINUS, "\\")),
            entry("smallsetminus", new Simple(Kind.SETMINUS, "\\")),
            entry("backslash", new Simple(Kind.SETMINUS, "\\")),
            entry("colon", new Simple(Kind.COLON, ":")),
            entry("nexists", new Simple(Kind.WORD, "DNE")),
            entry("land", new Simple(Kind.AND, "and")),
            entry("wedge", new Simple(Kind.AND, "and")),
            entry("lor", new Simple(Kind.OR, "or")),
            entry("vee", new Simple(Kind.OR, "or")),
            entry("top", new Simple(Kind.TRANSPOSE, "T")),
            entry("intercal", new Simple(Kind.TRANSPOSE, "T")));
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            entry("placeholder", "This is not finished yet: fill the empty box."),
            entry("int", "Write the value of the integral: \\int cannot be read here."),
            entry("partial", "Write the derivative itself: \\partial cannot be read here."),
            entry("dot", "Write the derivative itself: \\dot cannot be read here."),
            entry("prime", "Write the derivative itself: a prime cannot be read here."),
            entry("nabla", "Write the gradient itself: \\nabla cannot be read here."),
            entry("lim", "Write the value of the limit: \\lim cannot be read here."),
            entry("sum", "Write the value of the sum: \\sum cannot be read here."),
            entry("%", "Write 0.05 or 5/100: a percent sign cannot be read here."),
            entry("differentialD", "Leave the d of the differential away."),
            entry("circ", "Write angles in radians: 180 degrees are \\pi."),
            entry("degree", "Write angles in radians: 180 degrees are \\pi."));

    private final TokenBuffer in;
    private final WordLexer words;

    LatexLexer(TokenBuffer in, WordLexer words) {
        this.in = in;
        this.words = words;
    }

    private static Simple sign(Sign sign) {
        return new Simple(Kind.SIGN, sign.name());
    }

    /** Reads the command at which the reader stands. */
    void read() {
        int start = in.index;
        var name = commandName();
        int length = name.length() + 1;
        var simple = COMMANDS.get(name);
        if (simple != null) {
            in.take(simple.kind(), simple.text(), length);
        } else if (SPACES.contains(name)) {
            in.space(length);
        } else if (SENTENCES.containsKey(name)) {
            throw new SyntaxException(SENTENCES.getOrDefault(name, ""), start, length);
        } else if (name.equals("left") || name.equals("mleft") || name.equals("right") || name.equals("mright")) {
            in.index += length;
            delimiter(name.endsWith("left"), start);
        } else if (name.equals("begin") || name.equals("end")) {
            in.index += length;
            environment(name.equals("begin") ? Kind.BEGIN : Kind.END, start);
        } else if (name.equals("mathbb")) {
            in.index += length;
            var letter = group(start);
            if (!letter.equals("R")) {
                throw new SyntaxException("Only \\mathbb{R} can be read here.", start, in.index - start);
            }
            in.add(Kind.WORD, "all reals", start, in.index - start);
        } else if (TEXTS.contains(name) || DECORATIONS.contains(name)) {
            in.index += length;
            word(start, TEXTS.contains(name));
        } else {
            named(name, start);
        }
    }

    private String commandName() {
        int end = in.index + 1;
        while (end < in.text.length() && in.text.charAt(end) < 128 && Character.isLetter(in.text.charAt(end))) {
            end++;
        }
        if (end == in.index + 1 && end < in.text.length()) {
            end++;
        }
        return in.text.substring(in.index + 1, end);
    }

    /** A Greek letter or a function. */
    private void named(String name, int start) {
        var greek = Greek.ofCommand(name);
        in.index += name.length() + 1;
        if (greek.isPresent()) {
            words.atom(greek.get(), start);
        } else if (name.equals("lg") || name.equals("lb")) {
            in.add(Kind.FUNCTION, "log", start, in.index - start);
            in.add(Kind.UNDERSCORE, "_", in.index, 0);
            in.add(Kind.NUMBER, name.equals("lg") ? "10" : "2", in.index, 0);
        } else if (name.equals("imath") || name.equals("jmath")) {
            words.atom(name.substring(0, 1), start);
        } else {
            var function = Function.named(name).filter(f -> !f.forAuthors());
            if (function.isEmpty()) {
                var shown = name.isEmpty() ? "A single backslash" : "\\" + name;
                throw new SyntaxException(shown + " has no meaning here: take it away.", start, in.index - start);
            }
            in.add(Kind.FUNCTION, name, start, in.index - start);
        }
    }

    /** What follows {@code \left} or {@code \right}. */
    private void delimiter(boolean left, int start) {
        while (TokenBuffer.isSpace(in.current())) {
            in.index++;
        }
        char c = in.current();
        if (c == '\\') {
            commandDelimiter(left, start);
            return;
        }
        var kind = switch (c) {
            case '(' -> Kind.OPEN_ROUND;
            case ')' -> Kind.CLOSE_ROUND;
            case '[' -> Kind.OPEN_SQUARE;
            case ']' -> Kind.CLOSE_SQUARE;
            case '|' -> left ? Kind.OPEN_BAR : Kind.CLOSE_BAR;
            case '‖' -> left ? Kind.OPEN_NORM : Kind.CLOSE_NORM;
            case '<', '⟨' -> Kind.OPEN_ANGLE;
            case '>', '⟩' -> Kind.CLOSE_ANGLE;
            case '.' -> Kind.CLOSE_NOTHING;
            default -> throw new SyntaxException("Write a bracket after \\left and \\right.", start, in.index - start);
        };
        in.index++;
        if (kind != Kind.CLOSE_NOTHING || !left) {
            in.add(kind, String.valueOf(c), start, in.index - start);
        }
    }

    private void commandDelimiter(boolean left, int start) {
        var name = commandName();
        var simple = COMMANDS.get(name);
        if (simple == null || simple.kind() == Kind.ROW) {
            throw new SyntaxException("Write a bracket after \\left and \\right.", start, in.index - start);
        }
        var kind = switch (simple.kind()) {
            case BAR -> left ? Kind.OPEN_BAR : Kind.CLOSE_BAR;
            case NORM -> left ? Kind.OPEN_NORM : Kind.CLOSE_NORM;
            case SIGN -> left ? Kind.OPEN_ANGLE : Kind.CLOSE_ANGLE;
            default -> simple.kind();
        };
        in.index += name.length() + 1;
        in.add(kind, simple.text(), start, in.index - start);
    }

    private void environment(Kind kind, int start) {
        var name = group(start).replace("*", "");
        if (kind == Kind.BEGIN && name.equals("array") && in.current() == '{') {
            group(start);
        }
        in.add(kind, name, start, in.index - start);
    }

    /** The text of the braces that follow. */
    private String group(int start) {
        while (TokenBuffer.isSpace(in.current())) {
            in.index++;
        }
        int close = in.current() == '{' ? in.text.indexOf('}', in.index) : -1;
        if (close < 0) {
            throw new SyntaxException("Write a name in braces after this.", start, in.index - start);
        }
        var content = in.text.substring(in.index + 1, close);
        in.index = close + 1;
        return content.strip();
    }

    /** Letters in another face: a name or, upright, a word. */
    private void word(int start, boolean upright) {
        while (TokenBuffer.isSpace(in.current())) {
            in.index++;
        }
        int close = in.current() == '{' ? in.text.indexOf('}', in.index) : -1;
        var content = close < 0 ? "" : in.text.substring(in.index + 1, close);
        if (upright && content.isBlank() && close > 0) {
            in.space(close + 1 - in.index);
        } else if (upright && content.length() < 40 && content.strip().matches("[A-Za-z' ]+( if)?")) {
            phrase(content, start, close);
        } else if (words.names().function(content.strip()).isPresent()) {
            in.index = close + 1;
            in.add(Kind.FUNCTION, content.strip(), start, in.index - start);
        } else if (content.matches("\\s*[A-Za-z]+\\s*")) {
            letters(content, start, close);
        } else if (content.matches("\\s*\\\\[A-Za-z]+\\s*")) {
            in.index = close + 1;
            var name = content.strip().substring(1);
            words.atom(
                    name.equals("imath") || name.equals("jmath")
                            ? name.substring(0, 1)
                            : Greek.ofCommand(name).orElse(name),
                    start);
        }
    }

    private void letters(String content, int start, int close) {
        var places = new ArrayList<Integer>();
        int from = in.index + 1 + content.indexOf(content.strip());
        for (int i = 0; i < content.strip().length(); i++) {
            places.add(i == 0 ? start : from + i);
        }
        places.add(close + 1);
        in.index = close + 1;
        words.run(content.strip(), places);
    }

    /** {@code \text{does not exist}}, {@code \text{ and }}, {@code \text{if }}, {@code \operatorname{arcsin}}. */
    private void phrase(String content, int start, int close) {
        var word = content.strip();
        if (word.indexOf(' ') < 0) {
            if (word.length() == 1 || words.isWord(word)) {
                letters(content, start, close);
            } else {
                in.index = close + 1;
                in.add(Kind.UNKNOWN, word, start, in.index - start);
            }
            return;
        }
        var inner = new TokenBuffer(content);
        var reader = new WordLexer(inner, words.names());
        while (!inner.atEnd()) {
            if (reader.starts()) {
                reader.read();
            } else {
                inner.space(1);
            }
        }
        int shift = in.index + 1;
        for (var token : inner.tokens) {
            in.add(token.kind(), token.text(), token.position() + shift, token.length());
        }
        in.index = close + 1;
    }
}

package org.nabla.typesetting;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.typesetting.MathMlSymbols.Kind;

/** Reads LaTeX and writes MathML as it goes. */
final class MathMlParser {
    private static final int MAX_DEPTH = 60;
    private static final Map<String, MathMlLetters> FACES = Map.ofEntries(
            Map.entry("mathbf", MathMlLetters.BOLD),
            Map.entry("boldsymbol", MathMlLetters.BOLD),
            Map.entry("bm", MathMlLetters.BOLD),
            Map.entry("mathrm", MathMlLetters.UPRIGHT),
            Map.entry("mathsf", MathMlLetters.SANS),
            Map.entry("mathtt", MathMlLetters.MONOSPACE),
            Map.entry("mathbb", MathMlLetters.DOUBLE),
            Map.entry("mathcal", MathMlLetters.SCRIPT),
            Map.entry("mathit", MathMlLetters.PLAIN),
            Map.entry("mathnormal", MathMlLetters.PLAIN));
    private static final Map<String, String> ACCENTS = Map.of(
            "vec",
            "→",
            "overrightarrow",
            "→",
            "hat",
            "^",
            "widehat",
            "^",
            "bar",
            "¯",
            "overline",
            "¯",
            "tilde",
            "~",
            "dot",
            "˙",
            "ddot",
            "¨");
    private static final Set<String> TEXTS = Set.of("text", "textrm", "textnormal", "mbox", "textit", "textbf");
    private static final Set<String> FRACTIONS = Set.of("frac", "dfrac", "tfrac", "cfrac");
    private static final Set<String> SIZES = Set.of(
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
            "bigm",
            "Bigm",
            "middle",
            "limits",
            "nolimits");

    private final MathMlSource in;
    private MathMlLetters face = MathMlLetters.PLAIN;
    private int depth;

    MathMlParser(String latex) {
        this.in = new MathMlSource(latex);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String formula() {
        var row = row();
        if (!in.atEnd()) {
            throw in.refuse("There is a " + in.rest(6) + " too many.", 1);
        }
        return row;
    }

    /** Everything up to what closes this group, cell or bracket. */
    String row() {
        if (++depth > MAX_DEPTH) {
            throw in.refuse("This formula is nested too deeply.", 0);
        }
        var row = new MathMlRow();
        for (in.skipSpace(); !in.atEnd() && !in.closes(); in.skipSpace()) {
            if (in.accept("\\displaystyle")) {
                row.add("<mstyle displaystyle=\"true\">" + row() + "</mstyle>", Kind.ORDINARY);
            } else if (in.at('^') || in.at('_') || in.at('\'')) {
                scripts(row);
            } else {
                atom(row);
            }
        }
        depth--;
        return row.element();
    }

    private void scripts(MathMlRow row) {
        var base = row.takeLast();
        Optional<String> lower = Optional.empty();
        Optional<String> upper = Optional.empty();
        for (in.skipSpace(); in.at('^') || in.at('_') || in.at('\''); in.skipSpace()) {
            if (in.at('\'')) {
                upper = Optional.of("<mo>" + "′".repeat(in.count('\'')) + "</mo>");
            } else if (in.next() == '_') {
                lower = Optional.of(argument());
            } else {
                upper = Optional.of(upper.map(prime -> "<mrow>" + prime + argument() + "</mrow>")
                        .orElseGet(this::argument));
            }
        }
        row.add(scripted(base, lower, upper), base.kind());
    }

    private static String scripted(MathMlRow.Node base, Optional<String> lower, Optional<String> upper) {
        boolean limits = base.kind() == Kind.LIMITS;
        var name = limits
                ? (upper.isEmpty() ? "munder" : lower.isEmpty() ? "mover" : "munderover")
                : (upper.isEmpty() ? "msub" : lower.isEmpty() ? "msup" : "msubsup");
        return "<" + name + ">" + base.markup() + lower.orElse("") + upper.orElse("") + "</" + name + ">";
    }

    /** A group in braces, or the next character or command. */
    private String argument() {
        in.skipSpace();
        if (in.at('{')) {
            return group();
        }
        if (in.atEnd() || in.closes()) {
            throw in.refuse("Something is missing here.", 0);
        }
        if (++depth > MAX_DEPTH) {
            throw in.refuse("This formula is nested too deeply.", 0);
        }
        var row = new MathMlRow();
        if (Character.isDigit(in.current())) {
            row.add("<mn>" + face.of(in.next()) + "</mn>", Kind.ORDINARY);
        } else {
            atom(row);
        }
        depth--;
        return row.element();
    }

    private String group() {
        int start = in.position();
        in.next();
        var content = row();
        if (in.atEnd() || !in.at('}')) {
            throw in.refuseAt("This brace is not closed.", start, 1);
        }
        in.next();
        return content;
    }

    private void atom(MathMlRow row) {
        char c = in.current();
        if (c == '{') {
            row.add(group(), Kind.ORDINARY);
        } else if (c == '\\') {
            command(row);
        } else if (Character.isDigit(c) || c == '.' && Character.isDigit(in.peek(1))) {
            row.add("<mn>" + face.of(in.number()) + "</mn>", Kind.ORDINARY);
        } else if (Character.isLetter(c)) {
            row.add(letter(in.next()), Kind.ORDINARY);
        } else {
            sign(row, in.next());
        }
    }

    private String letter(char c) {
        return face == MathMlLetters.UPRIGHT
                ? "<mi mathvariant=\"normal\">" + c + "</mi>"
                : "<mi>" + face.of(c) + "</mi>";
    }

    private static void sign(MathMlRow row, char c) {
        switch (c) {
            case '-' -> row.add("<mo>−</mo>", Kind.OPERATOR);
            case '*' -> row.add("<mo>∗</mo>", Kind.OPERATOR);
            case '(', '[' -> row.add("<mo stretchy=\"false\">" + c + "</mo>", Kind.OPEN);
            case ')', ']', '|', '‖' -> row.add("<mo stretchy=\"false\">" + c + "</mo>", Kind.CLOSE);
            case '~' -> row.add("<mspace width=\"0.25em\"/>", Kind.SPACE);
            case '∞', '°', '…', '?', '"' -> row.add("<mi>" + escaped(String.valueOf(c)) + "</mi>", Kind.ORDINARY);
            default -> row.add("<mo>" + escaped(String.valueOf(c)) + "</mo>", Kind.OPERATOR);
        }
    }

    private void command(MathMlRow row) {
        int start = in.position();
        var name = in.command();
        var space = MathMlSymbols.space(name);
        if (space.isPresent()) {
            row.add("<mspace width=\"" + space.get() + "\"/>", Kind.SPACE);
        } else if (FRACTIONS.contains(name)) {
            var fraction = "<mfrac>" + argument() + argument() + "</mfrac>";
            row.add(
                    name.equals("dfrac") ? "<mstyle displaystyle=\"true\">" + fraction + "</mstyle>" : fraction,
                    Kind.ORDINARY);
        } else if (name.equals("sqrt")) {
            row.add(root(), Kind.ORDINARY);
        } else if (name.equals("left")) {
            row.add(fence(start), Kind.ORDINARY);
        } else if (name.equals("begin")) {
            row.add(new MathMlTable(in, this).read(start), Kind.ORDINARY);
        } else if (TEXTS.contains(name)) {
            row.add("<mtext>" + escaped(in.braced()).replace(' ', '\u00a0') + "</mtext>", Kind.ORDINARY);
        } else if (name.equals("operatorname")) {
            row.add("<mi>" + escaped(in.braced()) + "</mi>", Kind.FUNCTION);
        } else if (FACES.containsKey(name)) {
            row.add(inFace(FACES.getOrDefault(name, MathMlLetters.PLAIN)), Kind.ORDINARY);
        } else if (!SIZES.contains(name)) {
            stacked(row, name, start);
        }
    }

    /** Something above or below something else, such as a vector arrow or a brace; otherwise a symbol. */
    private void stacked(MathMlRow row, String name, int start) {
        var accent = ACCENTS.get(name);
        if (accent != null) {
            boolean wide = name.startsWith("over") || name.startsWith("wide");
            row.add(
                    "<mover accent=\"true\">" + argument() + "<mo stretchy=\"" + wide + "\">" + accent
                            + "</mo></mover>",
                    Kind.ORDINARY);
        } else if (name.equals("overset") || name.equals("stackrel") || name.equals("underset")) {
            var script = argument();
            var element = name.equals("underset") ? "munder" : "mover";
            row.add("<" + element + ">" + argument() + script + "</" + element + ">", Kind.OPERATOR);
        } else if (name.equals("underline")) {
            row.add("<munder>" + argument() + "<mo>_</mo></munder>", Kind.ORDINARY);
        } else if (name.equals("underbrace")) {
            row.add("<munder>" + argument() + "<mo>⏟</mo></munder>", Kind.LIMITS);
        } else if (name.equals("overbrace")) {
            row.add("<mover>" + argument() + "<mo>⏞</mo></mover>", Kind.LIMITS);
        } else if (name.equals("binom")) {
            row.add(
                    "<mrow><mo>(</mo><mfrac linethickness=\"0\">" + argument() + argument()
                            + "</mfrac><mo>)</mo></mrow>",
                    Kind.ORDINARY);
        } else {
            symbol(row, name, start);
        }
    }

    private void symbol(MathMlRow row, String name, int start) {
        var symbol = MathMlSymbols.of(name)
                .orElseThrow(() -> in.refuseAt(
                        name.isEmpty()
                                ? "A backslash needs a command behind it."
                                : "The command \\" + name + " is not known.",
                        start,
                        name.length() + 1));
        var text = symbol.text();
        switch (symbol.kind()) {
            case ORDINARY ->
                row.add(
                        Character.isLetter(text.charAt(0))
                                        && text.length() == 1
                                        && !Character.isUpperCase(text.charAt(0))
                                ? "<mi>" + face.of(text) + "</mi>"
                                : "<mi mathvariant=\"normal\">" + escaped(text) + "</mi>",
                        Kind.ORDINARY);
            case FUNCTION -> row.add("<mi>" + text + "</mi>", Kind.FUNCTION);
            case LIMITS -> row.add("<mo movablelimits=\"true\">" + text + "</mo>", Kind.LIMITS);
            case OPEN, CLOSE -> row.add("<mo stretchy=\"false\">" + text + "</mo>", symbol.kind());
            default -> row.add("<mo>" + text + "</mo>", symbol.kind());
        }
    }

    private String inFace(MathMlLetters inner) {
        in.skipSpace();
        var word = inner == MathMlLetters.UPRIGHT ? in.bracedWord() : Optional.<String>empty();
        if (word.isPresent()) {
            return "<mi mathvariant=\"normal\">" + word.get() + "</mi>";
        }
        var outer = face;
        face = inner;
        var content = argument();
        face = outer;
        return content;
    }

    private String root() {
        in.skipSpace();
        if (!in.at('[')) {
            return "<msqrt>" + argument() + "</msqrt>";
        }
        var degree = new MathMlParser(in.bracketed()).formula();
        return "<mroot>" + argument() + degree + "</mroot>";
    }

    private String fence(int start) {
        var open = delimiter();
        var content = row();
        if (!in.accept("\\right")) {
            throw in.refuseAt("This \\left has no \\right.", start, 5);
        }
        return "<mrow>" + open + content + delimiter() + "</mrow>";
    }

    private String delimiter() {
        in.skipSpace();
        if (in.atEnd()) {
            throw in.refuse("A bracket is missing here.", 0);
        }
        int start = in.position();
        char c = in.current();
        if (c == '\\') {
            var name = in.command();
            var symbol = MathMlSymbols.of(name).filter(s -> s.kind() == Kind.OPEN || s.kind() == Kind.CLOSE);
            return "<mo>"
                    + symbol.orElseThrow(() -> in.refuseAt("\\" + name + " is no bracket.", start, name.length() + 1))
                            .text()
                    + "</mo>";
        }
        in.next();
        return switch (c) {
            case '.' -> "";
            case '<' -> "<mo>⟨</mo>";
            case '>' -> "<mo>⟩</mo>";
            case '(', ')', '[', ']', '|', '/', '⟨', '⟩', '‖' -> "<mo>" + c + "</mo>";
            default -> throw in.refuseAt("This is no bracket.", start, 1);
        };
    }
}

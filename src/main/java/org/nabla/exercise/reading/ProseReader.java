package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.template.Condition;
import org.nabla.exercise.template.Prose;

/**
 * Reads prose. Outside dollars, braces put a value in. Between dollars they do too, except where LaTeX wants a group: right
 * after {@code ^} or {@code _}, or after a command that takes arguments ({@code \frac{1}{2}}); a value inside such a group
 * has braces of its own: <code>\frac{1}{{n}}</code>. Between backticks stands code, in which a value is written as NumPy
 * does.
 */
final class ProseReader {
    private static final Map<String, Integer> ARGUMENTS = arguments();

    private final FormulaReader formulas;
    private final boolean python;

    ProseReader(FormulaReader formulas) {
        this(formulas, false);
    }

    private ProseReader(FormulaReader formulas, boolean python) {
        this.formulas = formulas;
        this.python = python;
    }

    private static Map<String, Integer> arguments() {
        var counts = new java.util.HashMap<String, Integer>();
        List.of("frac", "dfrac", "tfrac", "binom", "overset", "underset", "stackrel")
                .forEach(command -> counts.put(command, 2));
        List.of(
                        "sqrt",
                        "mathbf",
                        "mathbb",
                        "mathrm",
                        "mathcal",
                        "mathit",
                        "boldsymbol",
                        "text",
                        "textbf",
                        "textit",
                        "operatorname",
                        "begin",
                        "end",
                        "vec",
                        "hat",
                        "bar",
                        "tilde",
                        "dot",
                        "ddot",
                        "overline",
                        "underline",
                        "underbrace",
                        "overbrace",
                        "widehat",
                        "boxed",
                        "tag",
                        "substack")
                .forEach(command -> counts.put(command, 1));
        return Map.copyOf(counts);
    }

    Prose read(Text text) {
        return new Pass(text, false).read();
    }

    /** A NumPy snippet: only {@code {python(…)}} is a value, all other braces are Python's. */
    Prose python(Text text) {
        var segments = new ArrayList<Prose.Segment>();
        int from = 0;
        int next;
        while ((next = text.value().indexOf("{python(", from)) >= 0) {
            int end = closing(text.value(), next);
            if (end < 0) {
                break;
            }
            segments.add(new Prose.Literal(text.value().substring(from, next)));
            new ProseReader(formulas, true).value(text.cut(next + 1, end), true).ifPresent(segments::add);
            from = end + 1;
        }
        segments.add(new Prose.Literal(text.value().substring(from)));
        return new Prose(segments);
    }

    /** The brace that closes the one at this position; −1 if none does. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Prose.Segment> value(Text inside, boolean inMath) {
        var text = inside.strip();
        if (text.startsWith("if")) {
            return branch(text.after("if"), inMath);
        }
        if (text.startsWith("case")) {
            return pick(text.after("case"), inMath);
        }
        if (formulas.names().isWord(text.value())) {
            return Optional.of(new Prose.Word(text.value()));
        }
        for (var style : Prose.Style.values()) {
            var call = word(style) + "(";
            if (text.value().startsWith(call) && text.value().endsWith(")") && style != Prose.Style.TIDY) {
                if (python != (style == Prose.Style.PYTHON)) {
                    formulas.error(text.place(), word(style) + "(…) has no meaning here");
                    return Optional.empty();
                }
                return formulas.formula(text.cut(call.length(), text.value().length() - 1))
                        .map(f -> new Prose.Value(f, style, inMath));
            }
        }
        return formulas.formula(text).map(f -> new Prose.Value(f, Prose.Style.TIDY, inMath));
    }

    private static String word(Prose.Style style) {
        return switch (style) {
            case TIDY -> "";
            case SHOWN -> "show";
            case SIGNED -> "signed";
            case PYTHON -> "python";
        };
    }

    /** {@code D < 0: text | D > 0: text | text}. */
    private Optional<Prose.Segment> branch(Text text, boolean inMath) {
        var arms = new ArrayList<Prose.Arm>();
        var texts = text.split(" | ");
        for (int i = 0; i < texts.size(); i++) {
            var arm = texts.get(i).startsWith("if") ? texts.get(i).after("if") : texts.get(i);
            boolean otherwise = i > 0 && !texts.get(i).startsWith("if");
            int colon = arm.find(":", 0);
            if (!otherwise && colon < 0) {
                formulas.error(
                        arm.place(),
                        "expected {if condition: text | text} or {if condition: text | if condition: text | text}");
                return Optional.empty();
            }
            var condition = otherwise ? Optional.<Condition>empty() : formulas.condition(arm.cut(0, colon));
            if (!otherwise && condition.isEmpty()) {
                return Optional.empty();
            }
            var prose = new Pass(otherwise ? arm : arm.cut(colon + 1).strip(), inMath).read();
            arms.add(new Prose.Arm(condition, prose));
        }
        return Optional.of(new Prose.Branch(arms));
    }

    /** {@code k: first | second | third}. */
    private Optional<Prose.Segment> pick(Text text, boolean inMath) {
        int colon = text.find(":", 0);
        if (colon < 0) {
            formulas.error(text.place(), "expected {case k: first | second | …}");
            return Optional.empty();
        }
        var texts = text.cut(colon + 1).split(" | ").stream()
                .map(t -> new Pass(t, inMath).read())
                .toList();
        return formulas.formula(text.cut(0, colon)).map(index -> new Prose.Pick(index, texts));
    }

    /** One walk along a text. */
    private final class Pass {
        private final Text text;
        private final String s;
        private final List<Prose.Segment> segments = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private boolean inMath;
        private boolean inCode;
        /** How many LaTeX groups may still follow at this very place. */
        private int groups;

        Pass(Text text, boolean inMath) {
            this.text = text;
            this.s = text.value();
            this.inMath = inMath;
        }

        Prose read() {
            int i = 0;
            while (i < s.length()) {
                i = step(i);
            }
            if (inCode) {
                formulas.error(text.place(), "a backtick has no partner; code stands between two");
            }
            flush();
            return new Prose(segments);
        }

        private int step(int i) {
            char c = s.charAt(i);
            if (c == '`' && !inMath) {
                inCode = !inCode;
                literal.append(c);
                return i + 1;
            }
            if (c == '\\') {
                return command(i);
            }
            if (c == '{') {
                return brace(i);
            }
            if (c == '}') {
                formulas.error(text.placeOf(i), "this brace was never opened; write \\} for a brace that is shown");
            } else if (c == '$' && !inCode) {
                inMath = !inMath;
                if (i + 1 < s.length() && s.charAt(i + 1) == '$') {
                    literal.append('$');
                    i++;
                }
            }
            literal.append(c);
            groups = inMath && (c == '^' || c == '_') ? 1 : 0;
            return i + 1;
        }

        private int command(int i) {
            int end = i + 1;
            while (end < s.length() && Character.isLetter(s.charAt(end))) {
                end++;
            }
            if (end == i + 1) {
                end = Math.min(s.length(), i + 2);
            }
            literal.append(s, i, end);
            groups = ARGUMENTS.getOrDefault(s.substring(Math.min(i + 1, s.length()), end), 0);
            if (groups > 0 && end < s.length() && s.charAt(end) == '[') { // \sqrt[3]{…}
                int close = s.indexOf(']', end);
                if (close > 0) {
                    literal.append(s, end, close + 1);
                    end = close + 1;
                }
            }
            return end;
        }

        private int brace(int i) {
            int end = closing(s, i);
            if (end < 0) {
                formulas.error(text.placeOf(i), "this brace is never closed");
                return s.length();
            }
            if (inCode) {
                flush();
                formulas.formula(text.cut(i + 1, end))
                        .map(f -> new Prose.Value(f, Prose.Style.PYTHON, false))
                        .ifPresent(segments::add);
            } else if (inMath && groups > 0) {
                int left = groups - 1;
                boolean array = s.startsWith("{array}", i) && s.startsWith("\\begin", i - 6);
                literal.append('{');
                flush();
                segments.addAll(new Pass(text.cut(i + 1, end), true).read().segments());
                literal.append('}');
                groups = array ? 1 : left;
            } else {
                flush();
                value(text.cut(i + 1, end), inMath).ifPresent(segments::add);
                groups = 0;
            }
            return end + 1;
        }

        private void flush() {
            if (!literal.isEmpty()) {
                segments.add(new Prose.Literal(literal.toString()));
                literal.setLength(0);
            }
        }
    }
}

package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A label of prose as plain characters, since a drawing has no typesetting: {@code $\nabla f$} becomes ∇f, and
 * {@code $(\ln 7, 0)$} stays (ln 7, 0). What has no raised or lowered character is a run of its own.
 */
final class PlainLabel {

    /** A piece of a label; {@code shift} is 1 where it is raised, −1 where it is lowered. */
    record Run(String text, int shift) {}

    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)\\s*");
    private static final Pattern SPACE = Pattern.compile("\\\\[,;:! ]|~");
    private static final Pattern HAT = Pattern.compile("\\\\hat\\s*\\{?(\\w)}?");
    private static final Pattern FRACTION =
            Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*+(?:\\{[^{}]*+}[^{}]*+)*+)}\\s*\\{([^{}]*+)}");
    private static final Pattern ROOT = Pattern.compile("\\\\sqrt\\s*\\{([^{}]*+)}");
    private static final Pattern SCRIPT = Pattern.compile("([\\^_])(?:\\{([^{}]*+)}|(\\S))");
    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("nabla", "∇"),
            Map.entry("partial", "∂"),
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("Delta", "Δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("eta", "η"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("theta", "θ"),
            Map.entry("phi", "φ"),
            Map.entry("varphi", "φ"),
            Map.entry("omega", "ω"),
            Map.entry("cdot", "·"),
            Map.entry("times", "×"),
            Map.entry("pm", "±"),
            Map.entry("le", "≤"),
            Map.entry("leq", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("geq", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("approx", "≈"),
            Map.entry("to", "→"),
            Map.entry("infty", "∞"),
            Map.entry("langle", "⟨"),
            Map.entry("rangle", "⟩"),
            Map.entry("quad", " "));
    /** Functions keep their names, with the space that TeX sets after them. */
    private static final List<String> NAMES = List.of(
            "ln", "log", "exp", "sin", "cos", "tan", "arctan", "arcsin", "arccos", "sinh", "cosh", "tanh", "max", "min",
            "det");

    private static final Map<Character, Character> RAISED = Map.ofEntries(
            Map.entry('0', '⁰'),
            Map.entry('1', '¹'),
            Map.entry('2', '²'),
            Map.entry('3', '³'),
            Map.entry('4', '⁴'),
            Map.entry('n', 'ⁿ'),
            Map.entry('-', '⁻'));
    private static final Map<Character, Character> LOWERED = Map.ofEntries(
            Map.entry('0', '₀'),
            Map.entry('1', '₁'),
            Map.entry('2', '₂'),
            Map.entry('3', '₃'),
            Map.entry('4', '₄'),
            Map.entry('5', '₅'));

    private PlainLabel() {}

    /** As one line of characters: what has no raised or lowered one follows its mark, as in f_x. */
    static String of(String prose) {
        var text = new StringBuilder();
        for (var run : runs(prose)) {
            text.append(run.shift() < 0 ? "_" : run.shift() > 0 ? "^" : "").append(run.text());
        }
        return text.toString().strip();
    }

    /** As pieces, each on its height. */
    static List<Run> runs(String prose) {
        var plain = commands(prose);
        var runs = new ArrayList<Run>();
        var line = new StringBuilder();
        var script = SCRIPT.matcher(plain);
        int done = 0;
        while (script.find()) {
            line.append(plain, done, script.start());
            done = script.end();
            var body = script.group(2) != null ? script.group(2) : script.group(3);
            var up = script.group(1).equals("^");
            var characters = characters(body, up ? RAISED : LOWERED);
            if (characters.isEmpty()) {
                add(runs, line, 0);
                add(runs, new StringBuilder(body), up ? 1 : -1);
            } else {
                line.append(characters);
            }
        }
        line.append(plain.substring(done));
        add(runs, line, 0);
        return runs;
    }

    private static String commands(String prose) {
        var text = SPACE.matcher(prose).replaceAll(" ");
        text = HAT.matcher(text).replaceAll("$1\u0302");
        text = ROOT.matcher(text).replaceAll("√$1");
        text = FRACTION.matcher(text).replaceAll("$1/$2");
        return COMMAND.matcher(text)
                .replaceAll(
                        m -> NAMES.contains(m.group(1)) ? m.group(1) + " " : CHARACTERS.getOrDefault(m.group(1), ""));
    }

    private static String characters(String body, Map<Character, Character> known) {
        var text = new StringBuilder();
        for (char c : body.toCharArray()) {
            if (!known.containsKey(c)) {
                return "";
            }
            text.append(known.get(c));
        }
        return text.toString();
    }

    private static void add(List<Run> runs, StringBuilder text, int shift) {
        var plain = text.toString()
                .replaceAll("[$*`{}\\\\]", "")
                .replace("-", "−")
                .replaceAll(" +", " ")
                .replace(" (", "(")
                .replaceAll("([,;=<>≤≥])\\(", "$1 (");
        if (!plain.isEmpty()) {
            runs.add(new Run(plain, shift));
        }
        text.setLength(0);
    }
}

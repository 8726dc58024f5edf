package org.nabla.web.figure;

import java.util.Map;
import java.util.regex.Pattern;

/** A label of prose as plain characters, since a drawing has no typesetting: {@code $\nabla f$} becomes ∇f. */
final class PlainLabel {

    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)\\s*");
    private static final Pattern HAT = Pattern.compile("\\\\hat\\s*\\{?(\\w)}?");
    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("nabla", "∇"),
            Map.entry("partial", "∂"),
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("eta", "η"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("theta", "θ"),
            Map.entry("phi", "φ"),
            Map.entry("cdot", "·"),
            Map.entry("le", "≤"),
            Map.entry("leq", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("geq", "≥"),
            Map.entry("to", "→"),
            Map.entry("infty", "∞"));
    private static final Map<String, String> RAISED = Map.of("2", "²", "3", "³", "n", "ⁿ");
    private static final Map<String, String> LOWERED = Map.of("0", "₀", "1", "₁", "2", "₂", "3", "₃");

    private PlainLabel() {}

    static String of(String prose) {
        var text = HAT.matcher(prose).replaceAll("$1\u0302");
        text = COMMAND.matcher(text).replaceAll(m -> CHARACTERS.getOrDefault(m.group(1), ""));
        text = scripts(text, "\\^", RAISED);
        text = scripts(text, "_", LOWERED);
        return text.replaceAll("[$*`{}\\\\]", "").replace("-", "−").strip();
    }

    private static String scripts(String text, String mark, Map<String, String> characters) {
        return Pattern.compile(mark + "\\{?(\\w)}?")
                .matcher(text)
                .replaceAll(m -> characters.getOrDefault(m.group(1), m.group(1)));
    }
}

package org.nabla.math.writing;

import org.nabla.math.Greek;

/** Names in LaTeX: {@code \theta}, {@code x_{1}}, {@code \mathrm{rate}}. */
final class LatexNames {
    private LatexNames() {}

    static String symbol(String name) {
        var spelled = Greek.spelledOut(name).replace("{", "").replace("}", "");
        int cut = spelled.indexOf('_');
        if (cut < 0) {
            cut = spelled.length();
            while (cut > 1 && Character.isDigit(spelled.charAt(cut - 1))) {
                cut--;
            }
        }
        var base = base(spelled.substring(0, cut));
        if (cut == spelled.length()) {
            return base;
        }
        return base + "_{" + spelled.substring(spelled.charAt(cut) == '_' ? cut + 1 : cut) + "}";
    }

    private static String base(String name) {
        if (name.length() == 1) {
            return name;
        }
        if (!Greek.isName(name)) {
            return "\\mathrm{" + name + "}";
        }
        // The capitals that look like Latin letters, and omicron, have no command.
        return LOOK_LATIN.contains(name) ? "\\mathrm{" + name + "}" : "\\" + name;
    }

    private static final java.util.Set<String> LOOK_LATIN = java.util.Set.of(
            "Alpha", "Beta", "Epsilon", "Zeta", "Eta", "Iota", "Kappa", "Mu", "Nu", "Omicron", "omicron", "Rho", "Tau",
            "Chi");
}

package org.nabla.math.lexing;

import java.util.Map;
import java.util.Optional;

/** Letters of other alphabets that look like Latin ones: whoever typed them cannot see what is wrong. */
final class Lookalikes {
    private static final String CYRILLIC = "авекмнорстухіјѕԁԛԝһпАВЕКМНОРСТУХІЈЅЗ";
    private static final String LATIN_FOR_CYRILLIC = "abekmhopctyxijsdqwhnABEKMHOPCTYXIJS3";
    /** By its name, the letter and what it looks like. */
    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "αa"),
            Map.entry("beta", "βB"),
            Map.entry("gamma", "γy"),
            Map.entry("eta", "ηn"),
            Map.entry("iota", "ιi"),
            Map.entry("kappa", "κk"),
            Map.entry("mu", "μu"),
            Map.entry("nu", "νv"),
            Map.entry("omicron", "οo"),
            Map.entry("rho", "ρp"),
            Map.entry("tau", "τt"),
            Map.entry("upsilon", "υu"),
            Map.entry("chi", "χx"),
            Map.entry("omega", "ωw"),
            Map.entry("Alpha", "ΑA"),
            Map.entry("Beta", "ΒB"),
            Map.entry("Epsilon", "ΕE"),
            Map.entry("Zeta", "ΖZ"),
            Map.entry("Eta", "ΗH"),
            Map.entry("Iota", "ΙI"),
            Map.entry("Kappa", "ΚK"),
            Map.entry("Mu", "ΜM"),
            Map.entry("Nu", "ΝN"),
            Map.entry("Omicron", "ΟO"),
            Map.entry("Rho", "ΡP"),
            Map.entry("Tau", "ΤT"),
            Map.entry("Upsilon", "ΥY"),
            Map.entry("Chi", "ΧX"));

    /** What a name looks like, and a sentence that says so. */
    record Likeness(String latin, String sentence) {}

    private Lookalikes() {}

    static Optional<Likeness> of(String name) {
        var greek = GREEK.get(name);
        if (greek != null) {
            var latin = greek.substring(1);
            return Optional.of(new Likeness(
                    latin,
                    "There is no " + name + " here: this is the Greek letter " + greek.charAt(0) + ". Did you mean "
                            + latin + "?"));
        }
        if (!isCyrillic(name)) {
            return Optional.empty();
        }
        var latin = new StringBuilder();
        for (char c : name.toCharArray()) {
            int i = CYRILLIC.indexOf(c);
            latin.append(i < 0 ? c : LATIN_FOR_CYRILLIC.charAt(i));
        }
        var cyrillic = name.chars()
                .filter(c -> isCyrillic(Character.toString(c)))
                .mapToObj(Character::toString)
                .findFirst()
                .orElse(name);
        return Optional.of(new Likeness(
                latin.toString(),
                "There is no " + name + " here: " + cyrillic
                        + " is a Cyrillic letter that only looks like a Latin one. Did you mean " + latin + "?"));
    }

    static boolean isCyrillic(String name) {
        return name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    }
}

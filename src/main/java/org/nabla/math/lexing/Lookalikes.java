package org.nabla.math.lexing;

import java.util.Map;
import java.util.Optional;
import org.nabla.math.Greek;

/** Letters of other alphabets that look like Latin ones: whoever typed them cannot see what is wrong. */
final class Lookalikes {
    private static final String CYRILLIC = "авекмнорстухіјѕԁԛԝһпАВЕКМНОРСТУХІЈЅЗ";
    private static final String LATIN_FOR_CYRILLIC = "abekmhopctyxijsdqwhnABEKMHOPCTYXIJS3";
    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "a"),
            Map.entry("beta", "B"),
            Map.entry("gamma", "y"),
            Map.entry("eta", "n"),
            Map.entry("iota", "i"),
            Map.entry("kappa", "k"),
            Map.entry("mu", "u"),
            Map.entry("nu", "v"),
            Map.entry("omicron", "o"),
            Map.entry("rho", "p"),
            Map.entry("tau", "t"),
            Map.entry("upsilon", "u"),
            Map.entry("chi", "x"),
            Map.entry("omega", "w"),
            Map.entry("Alpha", "A"),
            Map.entry("Beta", "B"),
            Map.entry("Epsilon", "E"),
            Map.entry("Zeta", "Z"),
            Map.entry("Eta", "H"),
            Map.entry("Iota", "I"),
            Map.entry("Kappa", "K"),
            Map.entry("Mu", "M"),
            Map.entry("Nu", "N"),
            Map.entry("Omicron", "O"),
            Map.entry("Rho", "P"),
            Map.entry("Tau", "T"),
            Map.entry("Upsilon", "Y"),
            Map.entry("Chi", "X"));

    /** What a name looks like, and a sentence that says so. */
    record Likeness(String latin, String sentence) {}

    private Lookalikes() {}

    static Optional<Likeness> of(String name) {
        var greek = GREEK.get(name);
        if (greek != null) {
            var letter = Greek.letterOf(name, name).orElse(name);
            return Optional.of(new Likeness(
                    greek, "There is no " + name + " here: this is the Greek letter " + letter + ". Did you mean " + greek + "?"));
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

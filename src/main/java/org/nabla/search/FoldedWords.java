package org.nabla.search;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words as they are compared: lower case, without accents, in American spelling, signs and short names as the words they stand
 * for. What is searched and what is found go the same way, so that a rule that is too broad does no harm.
 */
final class FoldedWords {
    private static final int LONGEST = 200;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> SIGNS = Map.of(
            "∇", " nabla ",
            "∂", " partial derivative ",
            "∫", " integral ",
            "∬", " double integral ",
            "∭", " triple integral ",
            "∮", " line integral ",
            "λ", " lambda lagrange ",
            "×", " cross product ",
            "·", " dot product ",
            "Σ", " sum ");

    /** Whole words. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("div", "divergence"),
            Map.entry("grad", "gradient"),
            Map.entry("rot", "curl"),
            Map.entry("nabla", "gradient nabla"),
            Map.entry("del", "gradient nabla"),
            Map.entry("backprop", "backpropagation"),
            Map.entry("svd", "singular value decomposition"),
            Map.entry("kkt", "kkt conditions"),
            Map.entry("sgd", "stochastic gradients"),
            Map.entry("lin", "linear"),
            Map.entry("diff", "derivative"),
            Map.entry("differentiation", "derivative"),
            Map.entry("differentiate", "derivative"),
            Map.entry("integration", "integral"),
            Map.entry("integrate", "integral"),
            Map.entry("maths", "math"),
            Map.entry("centre", "center"),
            Map.entry("metre", "meter"),
            Map.entry("colour", "color"),
            Map.entry("neighbour", "neighbor"),
            Map.entry("behaviour", "behavior"),
            Map.entry("practise", "practice"),
            Map.entry("analyse", "analyze"));

    private static final Map<Pattern, String> ENDINGS = endings();

    private FoldedWords() {}

    private static Map<Pattern, String> endings() {
        var endings = new LinkedHashMap<Pattern, String>();
        endings.put(Pattern.compile("(\\w{3})is(e|es|ed|er|ers|ing|ation|ations)\\b"), "$1iz$2");
        endings.put(Pattern.compile("(\\w{3})elled\\b"), "$1eled");
        endings.put(Pattern.compile("(\\w{3})elling\\b"), "$1eling");
        return endings;
    }

    static String of(String text) {
        var folded = text.length() > LONGEST * 10 ? text.substring(0, LONGEST * 10) : text;
        for (var sign : SIGNS.entrySet()) {
            folded = folded.replace(sign.getKey(), sign.getValue());
        }
        folded = MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
                .replaceAll("");
        folded =
                NO_WORD.matcher(folded.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        var words = new StringBuilder();
        for (var word : folded.split(" ")) {
            words.append(words.isEmpty() ? "" : " ").append(NAMES.getOrDefault(word, word));
        }
        folded = words.toString();
        for (var ending : ENDINGS.entrySet()) {
            folded = ending.getKey().matcher(folded).replaceAll(ending.getValue());
        }
        return folded;
    }

    /** What somebody typed, as far as it is read. */
    static String ofQuery(String typed) {
        return of(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
    }
}

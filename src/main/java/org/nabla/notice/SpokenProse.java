package org.nabla.notice;

import java.util.HashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nabla.math.Domain;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.speech.SpeechWriter;
import org.nabla.typesetting.LatexWords;

/** Prose with formulas between dollars in plain sentences: no program of mail shows formulas, and few read them out. */
final class SpokenProse {
    private static final Pattern FORMULA = Pattern.compile("\\$\\$(.+?)\\$\\$|\\$(.+?)(?<!\\\\)\\$", Pattern.DOTALL);
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*])\\*(\\S(?:[^*\\n]*\\S)?)\\*(?![\\w*])|`([^`\\n]+)`");
    private static final Pattern DOLLAR = Pattern.compile("\\\\\\$");
    /** Stands for a dollar that begins no formula. */
    private static final String KEPT = "\uE000";

    private static final Vocabulary LETTERS = letters();

    private SpokenProse() {}

    static String of(String prose) {
        var kept = DOLLAR.matcher(prose).replaceAll(KEPT);
        var plain = EMPHASIS.matcher(
                        FORMULA.matcher(kept).replaceAll(found -> Matcher.quoteReplacement(formula(found))))
                .replaceAll("$1$2");
        return plain.replace(KEPT, "$").replaceAll("\\s+", " ").strip();
    }

    private static String formula(java.util.regex.MatchResult found) {
        var latex = (found.group(1) == null ? found.group(2) : found.group(1)).strip();
        // An arrow over a letter is read, and not kept.
        if (latex.contains("\\vec")) {
            return LatexWords.of(latex);
        }
        return ExpressionParser.parse(latex, LETTERS)
                .either(
                        read -> read.alternatives().isEmpty()
                                ? SpeechWriter.write(read.expression())
                                : LatexWords.of(latex),
                        refused -> LatexWords.of(latex));
    }

    /** Those that stand for numbers nearly always; with f, g and h a formula is said sign by sign. */
    private static Vocabulary letters() {
        var letters = new HashMap<String, Domain>();
        for (var name : "a b c m n p q r s t u v w x y z theta lambda alpha beta".split(" ")) {
            letters.put(name, Domain.REAL);
        }
        return Vocabulary.of(letters);
    }
}

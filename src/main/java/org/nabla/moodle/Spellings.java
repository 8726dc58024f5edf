package org.nabla.moodle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.writing.TextWriter;

/** Several ways to type the same: with and without stars and blanks. That is all that a comparison of letters can have. */
final class Spellings {
    private static final int MOST = 6;

    /** Without blanks a list of numbers would look like one with a decimal comma. */
    private static final Set<String> FORMULAS = Set.of("expression", "limit", "vector", "point", "matrix");

    private Spellings() {}

    static List<String> of(String text, AnswerSpec answer) {
        var ways = new LinkedHashSet<String>();
        add(ways, text, answer);
        MoodleNumbers.read(text, answer).map(TextWriter::write).ifPresent(written -> add(ways, written, answer));
        return ways.stream().limit(MOST).toList();
    }

    private static void add(Set<String> ways, String text, AnswerSpec answer) {
        ways.add(text);
        if (FORMULAS.contains(answer.kind())) {
            ways.add(text.replace(" ", ""));
            ways.add(withoutStars(text));
            ways.add(withoutStars(text.replace(" ", "")));
        }
    }

    /** Stars go where a letter or a bracket follows, and none before it may take it for its argument. */
    private static String withoutStars(String text) {
        return text.replaceAll("(?<=[0-9)])\\*(?=[a-zA-Z(])|(?<=\\b[a-z])\\*(?=[a-z]\\b)", "");
    }
}

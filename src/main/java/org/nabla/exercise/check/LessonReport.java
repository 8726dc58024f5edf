package org.nabla.exercise.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the checks found of one lesson.
 *
 * @param words how many words each part has
 * @param grade the reading ease after Flesch and Kincaid, in years of school
 */
public record LessonReport(
        String lesson,
        Map<String, Integer> words,
        int whole,
        int sentences,
        double mean,
        int longest,
        double grade,
        int claims,
        int mistakes,
        List<Finding> findings) {

    public LessonReport {
        findings = List.copyOf(findings);
    }

    /**
     * One thing that was found.
     *
     * @param note worth a look only; without it the lesson has failed
     */
    public record Finding(Check check, boolean note, String message) {

        @Override
        public String toString() {
            return (note ? "note" : "FAILED") + ", " + check.title + ": " + message;
        }
    }

    /** What is looked at. */
    public enum Check {
        READS("0 reads"),
        NUMBERS("1 numbers come from the engine"),
        COVERAGE("2 every relation is given or claimed"),
        TRUTH("3 claims hold"),
        STEPS("4 steps arrive at the answer"),
        NUMPY("5 NumPy prints it"),
        TYPESETS("6 typesets"),
        LINKS("7 links"),
        WORDS("8 words"),
        CONTROL("9 figure and control"),
        QUESTION("10 your turn");

        private final String title;

        Check(String title) {
            this.title = title;
        }
    }

    /** What fails the lesson: all findings but the notes. */
    public List<Finding> failures() {
        return findings.stream().filter(f -> !f.note()).toList();
    }

    public boolean passed() {
        return failures().isEmpty();
    }

    /** The report for a reader. */
    public String text() {
        var out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%s: %s. %d words %s, %d sentences, mean %.1f words, longest %d, grade %.1f, %d claims, %d mistakes%n",
                lesson,
                passed() ? "passes" : "FAILS",
                whole,
                words,
                sentences,
                mean,
                longest,
                grade,
                claims,
                mistakes));
        findings.stream().distinct().forEach(f -> out.append("  ").append(f).append('\n'));
        return out.toString();
    }
}

package org.nabla.exercise.check;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;

/**
 * What the checks found of one template.
 *
 * @param seeds how many exercises were generated, from seed 0 on
 * @param distinct how many of them differ in prompt or answer
 * @param findings what is wrong or worth a look
 * @param shares how often the most frequent value answers each part
 * @param samples some of the exercises
 */
public record TemplateReport(
        String template,
        int seeds,
        int distinct,
        Duration median,
        Duration worst,
        List<Finding> findings,
        List<Share> shares,
        List<Exercise> samples) {

    public TemplateReport {
        findings = List.copyOf(findings);
        shares = List.copyOf(shares);
        samples = List.copyOf(samples);
    }

    /**
     * One thing that was found.
     *
     * @param note worth a look only; without it the check has failed
     * @param seed of the exercise it was found in, where it was found in one
     */
    public record Finding(Check check, boolean note, Optional<Seed> seed, String message) {

        @Override
        public String toString() {
            return (note ? "note" : "FAILED") + ", " + check.title
                    + seed.map(s -> ", seed " + s).orElse("") + ": " + message;
        }
    }

    /**
     * How the answers of one part are spread.
     *
     * @param values how many different ones there are
     * @param value the most frequent one
     * @param times how often it comes
     * @param of among how many exercises
     */
    public record Share(String part, String kind, int values, String value, int times, int of) {

        @Override
        public String toString() {
            return "part " + part + ", " + kind + ": " + values + " different answers, most often " + value + " ("
                    + Math.round(100.0 * times / of) + " %)";
        }
    }

    /** The checks, and the reading before them. */
    public enum Check {
        READS("0 reads"),
        GENERATES("1 generates"),
        ANSWER("2 its own answer is correct"),
        MISTAKES("3 mistakes are told apart"),
        VERIFIED("4 verified by another route"),
        DISTINCT("5 many exercises"),
        TYPESETS("6 typesets"),
        PYTHON("7 Python prints the answer"),
        GUESSED("8 no answer can be guessed"),
        QUOTED("9 the steps speak of this exercise"),
        FIGURE("10 the figure is true");

        private final String title;

        Check(String title) {
            this.title = title;
        }

        /** Whether it asks for enough different exercises. What is right and only seldom different may still be set. */
        public boolean ofVariety() {
            return this == DISTINCT || this == GUESSED;
        }
    }

    /** What fails the template: all findings but the notes. */
    public List<Finding> failures() {
        return findings.stream().filter(f -> !f.note()).toList();
    }

    /** Whether nothing is wrong with the exercises themselves, however many of them there are. */
    public boolean isTrue() {
        return failures().stream().allMatch(finding -> finding.check().ofVariety());
    }

    public boolean passed() {
        return failures().isEmpty();
    }

    /** The report for a reader. */
    public String text() {
        var out = new StringBuilder(summary());
        shares.forEach(s -> out.append("  ").append(s).append('\n'));
        samples.forEach(s -> out.append('\n').append(SampleText.of(s)));
        return out.toString();
    }

    /** The report without its samples. */
    public String summary() {
        var out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%s: %s. %d seeds, %d different exercises, generated in %.1f ms (median), %.1f ms (worst)%n",
                template,
                passed() ? "passes" : "FAILS",
                seeds,
                distinct,
                median.toNanos() / 1e6,
                worst.toNanos() / 1e6));
        findings.stream().distinct().forEach(f -> out.append("  ").append(f).append('\n'));
        return out.toString();
    }
}

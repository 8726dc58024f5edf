package org.nabla.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.authoring.template.TemplateWorkshop;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TemplateError;

/**
 * What a text gives: exercises, and what is wrong with it.
 *
 * @param missing what is still to be written
 * @param warnings what an author may not have meant
 * @param next the seed from which the next ones are made
 */
record TrialView(
        List<VariantView> variants, List<Problem> problems, List<Missing> missing, List<String> warnings, int next) {

    /** Where each key stands in the form, in the form's words. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("title", "Title"),
            Map.entry("skill", "Skill"),
            Map.entry("level", "Level"),
            Map.entry("variables", "Letters that a learner may type"),
            Map.entry("letters", "Letters of your formulas"),
            Map.entry("parameters", "Numbers that are drawn"),
            Map.entry("define", "Values that are computed"),
            Map.entry("require", "What must hold"),
            Map.entry("prompt", "Question"),
            Map.entry("answer", "Answer"),
            Map.entry("parts", "Answer"),
            Map.entry("mistakes", "Mistakes you expect"),
            Map.entry("verify", "Confirmed by"),
            Map.entry("hints", "Hints"),
            Map.entry("solution", "Worked way"),
            Map.entry("figure", "Figure"));

    private static final Pattern MISSING = Pattern.compile("the key (\\w+) is missing(?:: (.*))?");

    /**
     * What is wrong, and where; line and column count from 1.
     *
     * @param where the name of that place in the form; empty where the form has none
     */
    record Problem(int line, int column, String message, String where, String anchor) {}

    /** What is still to be written. */
    record Missing(String where, String anchor, String message) {}

    static final TrialView NONE = new TrialView(List.of(), List.of(), List.of(), List.of(), 0);

    static TrialView of(TemplateWorkshop.Trial trial, int firstSeed, String yaml) {
        var lines = yaml.lines().toList();
        return new TrialView(
                trial.exercises().stream().map(VariantView::of).toList(),
                trial.errors().stream()
                        .filter(error -> missing(error).isEmpty())
                        .map(error -> problem(error, lines))
                        .toList(),
                trial.errors().stream()
                        .flatMap(error -> missing(error).stream())
                        .toList(),
                trial.warnings(),
                (firstSeed + TemplateWorkshop.VARIANTS) % Seed.COUNT);
    }

    private static Optional<Missing> missing(TemplateError error) {
        var match = MISSING.matcher(error.message());
        if (!match.matches() || !PLACES.containsKey(match.group(1))) {
            return Optional.empty();
        }
        var key = match.group(1);
        return Optional.of(
                new Missing(PLACES.getOrDefault(key, ""), anchor(key), match.group(2) == null ? "" : match.group(2)));
    }

    private static Problem problem(TemplateError error, List<String> lines) {
        var key = keyAt(lines, error.place().line());
        return new Problem(
                error.place().line(),
                error.place().column(),
                error.message(),
                PLACES.getOrDefault(key, ""),
                anchor(key));
    }

    private static String anchor(String key) {
        return "form-" + (key.equals("parts") ? "answer" : key);
    }

    /** The key of the first level to which a line belongs. */
    private static String keyAt(List<String> lines, int line) {
        for (int i = Math.min(line, lines.size()) - 1; i >= 0; i--) {
            var match = Pattern.compile("([a-z]+):.*").matcher(lines.get(i));
            if (match.matches()) {
                return match.group(1);
            }
        }
        return "";
    }

    /** Whether there is anything to show yet. */
    public boolean isBlank() {
        return variants.isEmpty() && problems.isEmpty() && missing.isEmpty();
    }
}

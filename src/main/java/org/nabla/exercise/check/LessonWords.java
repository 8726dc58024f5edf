package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.nabla.exercise.check.LessonReport.Check;
import org.nabla.exercise.check.LessonReport.Finding;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.exercise.lesson.Said;
import org.nabla.exercise.lesson.Said.Section;

/** Counts the words of a lesson, and finds long sentences, words that are not used, and plain digits. */
final class LessonWords {
    private static final int SHORTEST = 270;
    private static final int LONGEST = 450;
    private static final int LONGEST_SENTENCE = 25;
    private static final double MEAN_SENTENCE = 14;
    private static final double HARDEST = 8;
    private static final Map<Section, Integer> LIMITS = limits();
    private static final Set<Section> UNCOUNTED = Set.of(Section.FEEDBACK, Section.FIGURE, Section.LABEL, Section.MOVE);
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(simply(?! connected)|just|obviously|obvious|clearly|trivial|trivially|easy|easily|recall that|note"
                    + " that|utilise|utilize|w\\.r\\.t\\.|respectively|let us|of course|very important)(?![a-z])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern MATH = Pattern.compile("(?s)\\$\\$?.+?\\$\\$?");
    private static final Pattern BREAK = Pattern.compile("(?<=[.?!:])[”’\"]?\\s+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z’']+");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w.^_{\\\\])(?<![\\^_]\\{)[0-9]+(?:\\.[0-9]+)?");

    private final LessonPlan plan;
    private final Map<Section, Integer> counts = new EnumMap<>(Section.class);
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private int longest;

    LessonWords(LessonPlan plan) {
        this.plan = plan;
        count();
    }

    private static Map<Section, Integer> limits() {
        var limits = new EnumMap<Section, Integer>(Section.class);
        limits.put(Section.QUESTION, 25);
        limits.put(Section.IDEA, 95);
        limits.put(Section.RULE, 120);
        limits.put(Section.EXAMPLE, 190);
        limits.put(Section.CHECK, 45);
        limits.put(Section.PITFALL, 75);
        limits.put(Section.ML, 75);
        return limits;
    }

    Map<String, Integer> counts() {
        var named = new LinkedHashMap<String, Integer>();
        LIMITS.keySet().forEach(s -> named.put(s.name().toLowerCase(Locale.ROOT), counts.getOrDefault(s, 0)));
        return named;
    }

    int whole() {
        return counts.entrySet().stream()
                .filter(e -> !UNCOUNTED.contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int sentences() {
        return sentences.size();
    }

    int longest() {
        return longest;
    }

    double mean() {
        return sentences.isEmpty()
                ? 0
                : sentences.stream().mapToInt(LessonWords::words).sum() / (double) sentences.size();
    }

    /** The reading ease after Flesch and Kincaid; a formula counts as one word of the sentence and as none of the syllables. */
    double grade() {
        var all = sentences.stream()
                .flatMap(s -> WORD.matcher(s).results().map(m -> m.group()))
                .filter(w -> !w.equals("formula") && !w.equals("value"))
                .toList();
        double syllables = all.stream().mapToInt(LessonWords::syllables).sum();
        return all.isEmpty() ? 0 : 0.39 * mean() + 11.8 * syllables / all.size() - 15.59;
    }

    List<Finding> findings() {
        return findings;
    }

    private void count() {
        for (var said : plan.all()) {
            counts.merge(said.section(), words(said.source()), Integer::sum);
            if (said.section() == Section.LABEL) {
                continue;
            }
            for (var sentence : sentences(said.source())) {
                int words = words(sentence);
                if (said.section() != Section.FIGURE) {
                    sentences.add(sentence);
                    longest = Math.max(longest, words);
                }
                if (words > LONGEST_SENTENCE) {
                    fail(said.place() + ": a sentence of " + words + " words, at most " + LONGEST_SENTENCE + ": "
                            + sentence);
                }
            }
            var found = FORBIDDEN.matcher(said.source());
            while (found.find()) {
                fail(said.place() + ": the word \"" + found.group() + "\" is not used in lessons: leave it out");
            }
            digits(said);
        }
        LIMITS.forEach((section, most) -> {
            if (counts.getOrDefault(section, 0) > most) {
                fail(section.name().toLowerCase(Locale.ROOT) + " has " + counts.get(section) + " words, at most "
                        + most);
            }
        });
        if (whole() > LONGEST || whole() < SHORTEST) {
            fail("the lesson has " + whole() + " words, expected " + SHORTEST + " to " + LONGEST);
        }
        if (mean() > MEAN_SENTENCE) {
            fail(String.format(Locale.ROOT, "sentences have %.1f words on average, at most 14", mean()));
        }
        if (grade() > HARDEST) {
            fail(String.format(Locale.ROOT, "reading ease is grade %.1f, at most 8: use shorter words", grade()));
        }
    }

    private void fail(String message) {
        findings.add(new Finding(Check.WORDS, false, message));
    }

    /** A number beside a formula must be computed, or part of something given or claimed; 0 and 1 are let pass. */
    private void digits(Said said) {
        boolean strict = Set.of(Section.EXAMPLE, Section.MOVE, Section.FEEDBACK, Section.CHECK)
                .contains(said.section());
        var math = MATH.matcher(said.flat());
        while (math.find()) {
            var formula = math.group();
            if (plan.grounds().cover(formula)) {
                continue;
            }
            var digits = DIGITS.matcher(PLACEHOLDER.matcher(formula).replaceAll(" "));
            while (digits.find()) {
                if (digits.group().equals("0") || digits.group().equals("1")) {
                    continue;
                }
                findings.add(new Finding(
                        Check.NUMBERS,
                        !strict,
                        said.place() + ": the number " + digits.group() + " in " + formula
                                + " is typed by hand: compute it, {…}, or claim it"));
            }
        }
    }

    private static String withoutFormulas(String text) {
        var filled = PLACEHOLDER.matcher(text).replaceAll("value");
        return MATH.matcher(filled).replaceAll(" formula ");
    }

    private static int words(String text) {
        var stripped = withoutFormulas(text).strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    private static List<String> sentences(String text) {
        return BREAK.splitAsStream(withoutFormulas(text).strip())
                .filter(s -> !s.isBlank())
                .toList();
    }

    private static int syllables(String word) {
        var letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        int groups =
                (int) Pattern.compile("[aeiouy]+").matcher(letters).results().count();
        boolean silent = letters.endsWith("e") && !letters.endsWith("le") && groups > 1;
        return Math.max(1, silent ? groups - 1 : groups);
    }
}

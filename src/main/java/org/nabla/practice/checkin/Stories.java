package org.nabla.practice.checkin;

import java.util.Arrays;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Prose;

/** Tells exercises that put their question into a story from those that only ask. */
final class Stories {
    /** A task needs fewer words than this. */
    private static final int LONG = 22;

    private Stories() {}

    static boolean isOne(ExerciseTemplate template) {
        return words(template.page().prompt()) > LONG;
    }

    /** The words outside the formulas, where there is a choice in the longest of the texts. */
    static int words(Prose prose) {
        var words = 0;
        for (var segment : prose.segments()) {
            words += (int) segment.literal("")
                    .replaceAll("\\$[^$]*\\$?", " ")
                    .lines()
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .filter(word -> word.matches("\\p{L}{2,}\\p{Punct}*"))
                    .count();
            words += segment.choices().stream().mapToInt(Stories::words).max().orElse(0);
        }
        return words;
    }
}

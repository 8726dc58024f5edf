package org.nabla.progress.history;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.HistoryFilter;

/**
 * Which part of the history somebody chose, and what they can choose.
 *
 * @param skills of which they have answered an exercise, in the order of the curriculum
 */
record Choice(List<Option> skills, List<Option> outcomes) {

    /** What can be chosen. */
    record Option(String value, String label, boolean chosen) {}

    static Choice of(
            List<ExerciseId> answered,
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            @Nullable String skill,
            @Nullable String outcome) {
        var known = answered.stream()
                .flatMap(id -> catalogue.find(id).stream())
                .map(ExerciseTemplate::skills)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(HashSet::new));
        return new Choice(
                curriculum.skills().stream()
                        .filter(s -> known.contains(s.id().value()))
                        .map(s -> new Option(
                                s.id().value(), s.name(), s.id().value().equals(skill)))
                        .toList(),
                Arrays.stream(Outcome.values())
                        .map(o -> new Option(word(o), HistoryView.word(o), word(o).equals(outcome)))
                        .toList());
    }

    HistoryFilter filter(ExerciseCatalogue catalogue) {
        return new HistoryFilter(
                chosen(skills)
                        .map(skill -> catalogue.bySkill(skill).stream()
                                .map(ExerciseTemplate::id)
                                .collect(Collectors.<ExerciseId, Set<ExerciseId>>toCollection(HashSet::new))),
                chosen(outcomes).map(word -> Outcome.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    public boolean made() {
        return chosen(skills).isPresent() || chosen(outcomes).isPresent();
    }

    /** The choice as the end of an address, from {@code &} on. */
    public String query() {
        return chosen(skills).map(skill -> "&skill=" + encoded(skill)).orElse("")
                + chosen(outcomes)
                        .map(outcome -> "&outcome=" + encoded(outcome))
                        .orElse("");
    }

    private static Optional<String> chosen(List<Option> options) {
        return options.stream().filter(Option::chosen).map(Option::value).findFirst();
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

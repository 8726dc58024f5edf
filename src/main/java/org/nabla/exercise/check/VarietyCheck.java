package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.check.TemplateCheck.Problem;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.check.TemplateReport.Share;
import org.nabla.exercise.generator.ExerciseGenerator;

/** Whether many different exercises come and no answer can be guessed: counted over the seeds, so only where there are many. */
final class VarietyCheck {
    /** Fewer seeds say nothing of shares. */
    private static final int MEANINGFUL = 100;

    private static final double MOST = 0.25;
    /** Where there are two or three answers to choose from, or the answer is chosen at all. */
    private static final double MOST_CHOSEN = 0.6;

    /** Different answers taken together, as a share of the seeds: 60 of 200. */
    private static final double DIFFERENT = 0.3;

    private static final int SEEDS_FOR_VALUES = 200;
    private static final int VALUES = 15;
    private static final int MOST_PROMPTS = 5;
    private static final int PROMPTS = 50;

    private VarietyCheck() {}

    static List<Problem> problems(List<ExerciseGenerator.Work> works) {
        if (works.size() < MEANINGFUL) {
            return List.of();
        }
        var problems = new ArrayList<Problem>();
        for (var share : shares(works)) {
            boolean chosen = isChosen(share.kind());
            if (share.times() > (chosen ? MOST_CHOSEN : MOST) * share.of()) {
                problems.add(Problem.failure(
                        Check.GUESSED,
                        "part " + share.part() + ": " + share.value() + " answers " + share.times() + " of "
                                + share.of()));
            }
            if (share.kind().equals("number") && works.size() >= SEEDS_FOR_VALUES && share.values() < VALUES) {
                problems.add(Problem.failure(
                        Check.GUESSED, "part " + share.part() + ": only " + share.values() + " different values"));
            }
        }
        different(works).ifPresent(problems::add);
        prompts(works).ifPresent(problems::add);
        return problems;
    }

    /** How often which value answers each part. */
    static List<Share> shares(List<ExerciseGenerator.Work> works) {
        var shares = new ArrayList<Share>();
        if (works.isEmpty()) {
            return shares;
        }
        var parts = works.get(0).exercise().parts();
        for (int i = 0; i < parts.size(); i++) {
            if (isOpen(parts.get(i))) {
                continue;
            }
            var counts = new HashMap<String, Integer>();
            for (var work : works) {
                counts.merge(value(work.exercise().parts().get(i)), 1, Integer::sum);
            }
            var most = counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .orElseThrow();
            shares.add(new Share(
                    parts.get(i).id(),
                    parts.get(i).answer().kind(),
                    counts.size(),
                    most.getKey(),
                    most.getValue(),
                    works.size()));
        }
        return shares;
    }

    /** Its key is a condition in words that stay the same; the numbers stand in the prompt. */
    private static boolean isOpen(Exercise.Part part) {
        return part.answer().kind().equals("condition");
    }

    private static boolean isChosen(String kind) {
        return kind.startsWith("choice");
    }

    private static String value(Exercise.Part part) {
        var value = part.answer().value();
        return String.join(
                "; ",
                part.answer().kind().equals("set") || part.answer().kind().equals("choices")
                        ? value.stream().sorted().toList()
                        : value);
    }

    private static Optional<Problem> different(List<ExerciseGenerator.Work> works) {
        boolean onlyChosen = works.get(0).exercise().parts().stream()
                .allMatch(p ->
                        isChosen(p.answer().kind()) || isOpen(p) || !p.steps().isEmpty());
        Set<Object> seen = new HashSet<>();
        for (var work : works) {
            var answers =
                    work.exercise().parts().stream().map(VarietyCheck::value).toList();
            seen.add(onlyChosen ? List.of(answers, work.exercise().prompt()) : answers);
        }
        return seen.size() >= DIFFERENT * works.size()
                ? Optional.empty()
                : Optional.of(Problem.failure(
                        Check.DISTINCT,
                        "only " + seen.size() + " of " + works.size() + " exercises differ in their answers"
                                + (onlyChosen ? " and prompts" : "")));
    }

    private static Optional<Problem> prompts(List<ExerciseGenerator.Work> works) {
        var counts = new HashMap<String, Integer>();
        works.stream().limit(MEANINGFUL).forEach(w -> counts.merge(shown(w.exercise()), 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElse(0);
        return counts.size() >= PROMPTS && most <= MOST_PROMPTS
                ? Optional.empty()
                : Optional.of(Problem.failure(
                        Check.DISTINCT,
                        "only " + counts.size() + " different prompts among " + MEANINGFUL + ", one of them " + most
                                + " times"));
    }

    /** All that is read before an answer is typed: what is asked may stand in a label, a picture or the options. */
    private static String shown(Exercise exercise) {
        var shown = new StringBuilder(exercise.prompt());
        exercise.parts()
                .forEach(p -> shown.append('\n')
                        .append(p.label())
                        .append(p.answer().options().getOrDefault("options", List.of())));
        exercise.figure().ifPresent(f -> shown.append('\n').append(f.data()));
        return shown.toString();
    }
}

package org.nabla.gradebook.mistakes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.ExerciseId;

/**
 * Groups wrong responses by what they mean. Where a mistake was recognised, it is the meaning, whatever the numbers. Others are
 * compared with each other, those with the same numbers only: of others nothing can be said.
 */
final class MistakeGrouping {
    private final SameMeaning meaning;

    MistakeGrouping(SameMeaning meaning) {
        this.meaning = meaning;
    }

    private record Box(ExerciseId template, String part) {}

    /** By template and part; in each those that most learners made first. */
    List<MistakeGroup> group(List<WrongResponse> responses) {
        var byBox = new LinkedHashMap<Box, List<WrongResponse>>();
        responses.forEach(r -> byBox.computeIfAbsent(new Box(r.template(), r.part()), b -> new ArrayList<>())
                .add(r));
        var groups = new ArrayList<MistakeGroup>();
        byBox.forEach((box, wrong) -> {
            var of = new ArrayList<>(recognised(box, wrong));
            of.addAll(equal(box, wrong));
            of.sort(Comparator.comparingInt((MistakeGroup g) -> g.learners().size())
                    .thenComparingInt(g -> g.responses().size())
                    .reversed());
            groups.addAll(of);
        });
        return groups;
    }

    private static List<MistakeGroup> recognised(Box box, List<WrongResponse> wrong) {
        var byMistake = new LinkedHashMap<String, List<WrongResponse>>();
        for (var response : wrong) {
            response.mistake()
                    .ifPresent(m ->
                            byMistake.computeIfAbsent(m, k -> new ArrayList<>()).add(response));
        }
        return byMistake.entrySet().stream()
                .map(e -> new MistakeGroup(
                        box.template(),
                        box.part(),
                        "mistake-" + e.getKey(),
                        e.getKey().matches("[0-9]+") ? MistakeGroup.How.FORESEEN : MistakeGroup.How.RECOGNISED,
                        e.getValue()))
                .toList();
    }

    private List<MistakeGroup> equal(Box box, List<WrongResponse> wrong) {
        var byExercise = new LinkedHashMap<Long, List<List<WrongResponse>>>();
        for (var response : wrong) {
            if (response.mistake().isEmpty()) {
                var known = byExercise.computeIfAbsent(response.exercise(), e -> new ArrayList<>());
                home(known, response)
                        .ifPresentOrElse(
                                group -> group.add(response), () -> known.add(new ArrayList<>(List.of(response))));
            }
        }
        return byExercise.values().stream()
                .flatMap(List::stream)
                .map(group ->
                        new MistakeGroup(box.template(), box.part(), key(group.get(0)), MistakeGroup.How.EQUAL, group))
                .toList();
    }

    /** First by spelling, which costs nothing, then by meaning. */
    private Optional<List<WrongResponse>> home(List<List<WrongResponse>> known, WrongResponse response) {
        return known.stream()
                .filter(group -> group.stream().anyMatch(r -> sameSpelling(r, response)))
                .findFirst()
                .or(() -> known.stream()
                        .filter(group -> meaning.same(
                                response.exercise(),
                                response.part(),
                                group.get(0).typed(),
                                response.typed()))
                        .findFirst());
    }

    private static boolean sameSpelling(WrongResponse one, WrongResponse other) {
        return one.typed().equals(other.typed())
                || one.understood().isPresent() && one.understood().equals(other.understood());
    }

    private static String key(WrongResponse first) {
        return "equal-" + first.exercise() + "-"
                + Integer.toHexString(first.typed().hashCode());
    }
}

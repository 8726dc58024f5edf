package org.nabla.gradebook.mistakes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        var byExercise = new LinkedHashMap<Long, List<WrongResponse>>();
        for (var response : wrong) {
            if (response.mistake().isEmpty()) {
                byExercise
                        .computeIfAbsent(response.exercise(), e -> new ArrayList<>())
                        .add(response);
            }
        }
        meaning.expect(byExercise.entrySet().stream()
                .filter(e -> e.getValue().stream()
                                .map(WrongResponse::typed)
                                .distinct()
                                .count()
                        > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
        return byExercise.values().stream()
                .flatMap(responses -> new Homes(meaning).of(responses).stream())
                .map(group ->
                        new MistakeGroup(box.template(), box.part(), key(group.get(0)), MistakeGroup.How.EQUAL, group))
                .toList();
    }

    /** The groups of one exercise, found first by spelling, which costs nothing, then by meaning. */
    private static final class Homes {
        private final SameMeaning meaning;
        private final List<List<WrongResponse>> groups = new ArrayList<>();
        /** The first group in which something is typed, or read, like this. */
        private final Map<String, Integer> typed = new HashMap<>();

        private final Map<String, Integer> understood = new HashMap<>();

        Homes(SameMeaning meaning) {
            this.meaning = meaning;
        }

        List<List<WrongResponse>> of(List<WrongResponse> responses) {
            for (var response : responses) {
                var home = bySpelling(response).or(() -> byMeaning(response)).orElseGet(() -> {
                    groups.add(new ArrayList<>());
                    return groups.size() - 1;
                });
                groups.get(home).add(response);
                typed.merge(response.typed(), home, Math::min);
                response.understood().ifPresent(reading -> understood.merge(reading, home, Math::min));
            }
            return groups;
        }

        private Optional<Integer> bySpelling(WrongResponse response) {
            return Stream.concat(
                            Stream.ofNullable(typed.get(response.typed())),
                            response.understood().stream()
                                    .flatMap(reading -> Stream.ofNullable(understood.get(reading))))
                    .min(Comparator.naturalOrder());
        }

        private Optional<Integer> byMeaning(WrongResponse response) {
            return IntStream.range(0, groups.size())
                    .boxed()
                    .filter(i -> meaning.same(
                            response.exercise(),
                            response.part(),
                            groups.get(i).get(0).typed(),
                            response.typed()))
                    .findFirst();
        }
    }

    private static String key(WrongResponse first) {
        return "equal-" + first.exercise() + "-"
                + Integer.toHexString(first.typed().hashCode());
    }
}

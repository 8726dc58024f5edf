package org.nabla.grading.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.Remark;

/** The assignment of given entries to expected ones that gives the learner the best score. */
final class Matching {

    private final List<List<Judgement>> found;
    private final List<Double> weights;
    /** For each given entry the expected one it stands for, or -1. */
    private final int[] expectedOf;

    /** @param found for each given entry its judgement against each expected one */
    Matching(List<List<Judgement>> found, List<Double> weights) {
        this.found = found;
        this.weights = weights;
        this.expectedOf = new int[found.size()];
        Arrays.fill(expectedOf, -1);
        // Heaviest first: which expected entries can be reached together is a matroid, so that greed is best.
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(weights::get).reversed())
                .forEach(expected -> augment(expected, new boolean[found.size()]));
    }

    private boolean augment(int expected, boolean[] visited) {
        for (var given = 0; given < found.size(); given++) {
            if (!visited[given] && found.get(given).get(expected).isCorrect()) {
                visited[given] = true;
                if (expectedOf[given] < 0 || augment(expectedOf[given], visited)) {
                    expectedOf[given] = expected;
                    return true;
                }
            }
        }
        return false;
    }

    Judgement judgement() {
        var matched =
                Arrays.stream(expectedOf).filter(expected -> expected >= 0).count();
        if (matched == found.size() && matched == weights.size()) {
            return Judgement.correct(Entries.weakest(IntStream.range(0, found.size())
                            .mapToObj(given -> found.get(given).get(expectedOf[given]))
                            .toList()))
                    .with(parts());
        }
        var open = IntStream.range(0, found.size())
                .filter(given -> expectedOf[given] < 0)
                .boxed()
                .toList();
        if (open.stream().anyMatch(given -> has(given, Outcome.UNDECIDED))) {
            return Judgement.undecided().with(parts());
        }
        if (found.size() == weights.size() && open.stream().allMatch(given -> has(given, Outcome.INVALID))) {
            return first(open.get(0), Outcome.INVALID).with(parts());
        }
        return scored().with(parts());
    }

    private boolean has(int given, Outcome outcome) {
        return found.get(given).stream().anyMatch(judgement -> judgement.outcome() == outcome);
    }

    private Judgement first(int given, Outcome outcome) {
        return found.get(given).stream()
                .filter(j -> j.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    /** Superfluous entries cost as much as missing ones: who lists every number has found none. */
    private Judgement scored() {
        var total = weights.stream().mapToDouble(Double::doubleValue).sum();
        var right = Arrays.stream(expectedOf)
                .filter(expected -> expected >= 0)
                .mapToDouble(weights::get)
                .sum();
        var matched =
                Arrays.stream(expectedOf).filter(expected -> expected >= 0).count();
        var wrong = found.size() - matched;
        var mean = total / weights.size();
        var score = right / (total + mean * Math.max(0, found.size() - weights.size()));
        var missing = weights.size() - matched;
        Optional<Remark> remark = wrong == 0
                ? Optional.of(new Remark(
                        "missing",
                        matched > 0 ? "All of this is right, but it is not everything." : "Something is missing."))
                : missing == 0 ? Optional.of(new Remark("superfluous", "Something is too much.")) : Optional.empty();
        return new Judgement(
                score > 0 ? Outcome.PARTIAL : Outcome.WRONG,
                score,
                Optional.of(Verdict.Decided.REFUTED),
                List.of(),
                Optional.empty(),
                remark);
    }

    private List<Verdict.Entry> parts() {
        var parts = new ArrayList<Verdict.Entry>();
        for (var given = 0; given < found.size(); given++) {
            var outcome = expectedOf[given] >= 0
                    ? Outcome.CORRECT
                    : has(given, Outcome.UNDECIDED) ? Outcome.UNDECIDED : Outcome.WRONG;
            parts.add(new Verdict.Entry("entry " + (given + 1), outcome, ""));
        }
        return parts;
    }
}

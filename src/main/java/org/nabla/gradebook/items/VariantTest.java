package org.nabla.gradebook.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nabla.gradebook.mistakes.Fared;
import org.nabla.gradebook.statistics.Share;
import org.nabla.gradebook.statistics.Significance;

/**
 * Whether exercises with one value of a parameter are harder or easier than the others. Each value with enough learners on both
 * sides is held against all others; because many are looked at, only what would hold among so many by more than chance is told.
 */
final class VariantTest {

    /** Of fewer learners with a value, or without it, nothing is said. */
    static final int FEWEST = 8;

    /** How probable chance may be at most, after the correction. */
    static final double LEVEL = 0.05;

    private VariantTest() {}

    /** Values of one parameter with how they did at the first try. @param chance how probable it is that nothing is behind it */
    record Finding(String name, String value, Share with, Share without, double chance) {
        boolean isHarder() {
            return with.value() < without.value();
        }

        /** In a sentence. */
        String sentence() {
            if (with.right() == with.of()) {
                return "The variant with %s = %s is trivial: %d of %d right at the first try; of the others, %d of %d."
                        .formatted(name, value, with.right(), with.of(), without.right(), without.of());
            }
            return "The variant with %s = %s is %s than the others: %d of %d right at the first try; of the others, %d of %d."
                    .formatted(
                            name,
                            value,
                            isHarder() ? "harder" : "easier",
                            with.right(),
                            with.of(),
                            without.right(),
                            without.of());
        }
    }

    /** @param drawn by the key of the exercise, what was drawn for it */
    static List<Finding> of(List<Fared> fared, Map<Long, Map<String, String>> drawn) {
        var candidates = new ArrayList<Finding>();
        for (var name : names(fared, drawn)) {
            candidates.addAll(of(name, fared, drawn));
        }
        var corrected =
                Significance.corrected(candidates.stream().map(Finding::chance).toList());
        return IntStream.range(0, candidates.size())
                .filter(i -> corrected.get(i) < LEVEL)
                .mapToObj(i -> candidates.get(i))
                .toList();
    }

    private static List<String> names(List<Fared> fared, Map<Long, Map<String, String>> drawn) {
        return fared.stream()
                .flatMap(f -> drawn.getOrDefault(f.exercise(), Map.of()).keySet().stream())
                .distinct()
                .toList();
    }

    private static List<Finding> of(String name, List<Fared> fared, Map<Long, Map<String, String>> drawn) {
        var byValue = new LinkedHashMap<String, List<Fared>>();
        for (var f : fared) {
            var value = drawn.getOrDefault(f.exercise(), Map.of()).get(name);
            if (value != null) {
                byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(f);
            }
        }
        var all = byValue.values().stream().flatMap(List::stream).toList();
        var right = count(all);
        var findings = byValue.entrySet().stream()
                .filter(e -> e.getValue().size() >= FEWEST
                        && all.size() - e.getValue().size() >= FEWEST)
                .map(e -> {
                    var with = new Share(count(e.getValue()), e.getValue().size());
                    var without = new Share(right - with.right(), all.size() - with.of());
                    return new Finding(name, e.getKey(), with, without, Significance.ofDifference(with, without));
                })
                .toList();
        // Of two values one is harder because the other is easier: that is one comparison, told of the one that stands
        // out.
        return byValue.size() == 2 && findings.size() == 2 ? List.of(plainer(findings)) : findings;
    }

    private static Finding plainer(List<Finding> two) {
        var one = two.get(0);
        return one.with().right() == one.with().of()
                        || (one.isHarder()
                                && two.get(1).with().right() < two.get(1).with().of())
                ? one
                : two.get(1);
    }

    private static int count(List<Fared> fared) {
        return (int) fared.stream().filter(Fared::firstRight).count();
    }
}

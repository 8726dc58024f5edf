package org.nabla.gradebook.marks;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a course makes one number of many marks. Without categories every point counts the same.
 *
 * @param categories in the order in which the teacher named them
 */
public record Weighing(List<Category> categories) {

    static final Weighing NONE = new Weighing(List.of());

    /**
     * Assignments that count together.
     *
     * @param weight what it counts beside the others, above 0
     * @param drop how many of its lowest shares are left out; one always stays
     */
    public record Category(long id, String title, double weight, int drop, Set<Long> assignments) {

        /** The share of what counts in it, lowest ones dropped; empty where nothing does. */
        Optional<Double> share(List<Counted> counted) {
            var own = counted.stream()
                    .filter(c -> assignments.contains(c.assignment()) && c.of() > 0)
                    .sorted(Comparator.comparing(Counted::share))
                    .toList();
            return Weighing.plain(own.subList(Math.min(drop, Math.max(0, own.size() - 1)), own.size()));
        }
    }

    /** A mark that counts. @param of the points that can be had */
    record Counted(long assignment, double points, double of) {
        double share() {
            return points / of;
        }
    }

    boolean isUsed() {
        return !categories.isEmpty();
    }

    /** Which share of what counts a learner has; empty where nothing counts yet. */
    Optional<Double> share(List<Counted> counted) {
        if (!isUsed()) {
            return plain(counted);
        }
        var weights = 0.0;
        var sum = 0.0;
        for (var category : categories) {
            var share = category.share(counted);
            weights += share.isPresent() ? category.weight() : 0;
            sum += share.orElse(0.0) * category.weight();
        }
        return weights == 0 ? Optional.empty() : Optional.of(sum / weights);
    }

    private static Optional<Double> plain(List<Counted> counted) {
        var of = counted.stream().mapToDouble(Counted::of).sum();
        return of == 0
                ? Optional.empty()
                : Optional.of(counted.stream().mapToDouble(Counted::points).sum() / of);
    }

    /** How the number comes about, in a sentence. */
    public String sentence() {
        if (!isUsed()) {
            return "The share is that of all points that were due by now; what is excused is left out.";
        }
        var all = categories.stream().mapToDouble(Category::weight).sum();
        return "The share counts "
                + categories.stream().map(c -> words(c, all)).collect(Collectors.joining(", "))
                + ", of what was due by now; what is excused or in no category is left out.";
    }

    private static String words(Category category, double all) {
        var dropped = switch (category.drop()) {
            case 0 -> "";
            case 1 -> " (without the lowest)";
            default -> " (without the %d lowest)".formatted(category.drop());
        };
        return category.title() + dropped + " for " + percent(category.weight() / all);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                        .setScale(1, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}

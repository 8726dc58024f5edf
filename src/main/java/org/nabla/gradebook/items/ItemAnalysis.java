package org.nabla.gradebook.items;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nabla.gradebook.mistakes.Fared;
import org.nabla.gradebook.statistics.Correlation;
import org.nabla.gradebook.statistics.Share;

/**
 * How one exercise did.
 *
 * @param first how many were right at the first try
 * @param discrimination the correlation of being right at the first try with the share of all other points of the assignment;
 *     empty where too few learners or no differences allow none
 * @param time the median of what was spent up to the first right answer, as far as it is known
 * @param helped how many opened a hint or the worked way
 * @param variants which values of its parameters are harder or easier than the others
 */
record ItemAnalysis(
        Share first,
        OptionalDouble discrimination,
        Optional<Duration> time,
        Share helped,
        Share stuck,
        List<VariantTest.Finding> variants) {

    /** Of fewer learners a correlation says nothing. */
    static final int ENOUGH = 10;

    /** From so many learners on a flag is raised. */
    static final int FLAGGED = 20;

    private static final double TOO_EASY = 0.9;
    private static final double TOO_HARD = 0.25;
    private static final double TELLS_NOTHING = 0.2;
    private static final double MANY_STUCK = 0.2;

    /** @param fared not empty */
    static ItemAnalysis of(List<Fared> fared, Map<Long, Map<String, String>> drawn) {
        var times = fared.stream().flatMap(f -> f.time().stream()).sorted().toList();
        return new ItemAnalysis(
                share(fared, Fared::firstRight),
                discrimination(fared.stream().filter(f -> f.rest().isPresent()).toList()),
                times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2)),
                share(fared, Fared::helped),
                share(fared, Fared::stuck),
                VariantTest.of(fared, drawn));
    }

    private static Share share(List<Fared> fared, java.util.function.Predicate<Fared> is) {
        return new Share((int) fared.stream().filter(is).count(), fared.size());
    }

    private static OptionalDouble discrimination(List<Fared> fared) {
        return fared.size() < ENOUGH
                ? OptionalDouble.empty()
                : Correlation.of(
                        fared.stream().mapToDouble(f -> f.firstRight() ? 1 : 0).toArray(),
                        fared.stream().mapToDouble(f -> f.rest().orElseThrow()).toArray());
    }

    /** What a teacher should look at, in sentences. */
    List<String> flags() {
        var flags = new ArrayList<String>();
        variants.forEach(finding -> flags.add(finding.sentence()));
        if (first.of() < FLAGGED) {
            return flags;
        }
        if (first.low() > TOO_EASY) {
            flags.add("Nearly everybody is right at the first try, %d of %d: it tells little of who can do it."
                    .formatted(first.right(), first.of()));
        }
        if (first.high() < TOO_HARD) {
            flags.add("Few are right at the first try, %d of %d: perhaps something is missing before it."
                    .formatted(first.right(), first.of()));
        }
        var most = discrimination.isPresent() ? Correlation.high(discrimination.getAsDouble(), first.of()) : 1;
        if (most < 0) {
            flags.add("Those who do well in the rest do worse here: look at its prompt and its key.");
        } else if (most < TELLS_NOTHING) {
            flags.add("Those who do well in the rest do no better here: it measures something else, or chance.");
        }
        if (stuck.low() > MANY_STUCK) {
            flags.add("%d of %d are stuck at it.".formatted(stuck.right(), stuck.of()));
        }
        return flags;
    }
}

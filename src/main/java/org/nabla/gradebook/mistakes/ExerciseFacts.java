package org.nabla.gradebook.mistakes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nabla.gradebook.statistics.Correlation;

/**
 * How a course fared with one exercise.
 *
 * @param learners who have answered it
 * @param answered how often it was: one learner may have it several times, with other numbers
 * @param firstRight the share of these that was right at first try
 * @param attempts the mean number
 * @param time the median of what was spent on it up to the first right answer; empty where nobody was right
 * @param helped the share for which help was opened
 * @param discrimination how well it tells those who know from those who do not: the correlation of its share with that of the
 *     rest of the assignment, from -1 to 1; empty where too few learners or no differences allow none
 */
record ExerciseFacts(
        int learners,
        int answered,
        double firstRight,
        double attempts,
        Optional<Duration> time,
        double helped,
        int stuck,
        OptionalDouble discrimination) {

    /** Of fewer learners a correlation says nothing. */
    static final int ENOUGH = 10;

    /** @param fared not empty */
    static ExerciseFacts of(List<Fared> fared) {
        var n = fared.size();
        var times = fared.stream().flatMap(f -> f.time().stream()).sorted().toList();
        return new ExerciseFacts(
                (int) fared.stream().map(Fared::learner).distinct().count(),
                n,
                fared.stream().filter(Fared::firstRight).count() / (double) n,
                fared.stream().mapToInt(Fared::attempts).average().orElse(0),
                times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2)),
                fared.stream().filter(Fared::helped).count() / (double) n,
                (int) fared.stream().filter(Fared::stuck).count(),
                correlation(fared.stream().filter(f -> f.rest().isPresent()).toList()));
    }

    private static OptionalDouble correlation(List<Fared> fared) {
        return fared.size() < ENOUGH
                ? OptionalDouble.empty()
                : Correlation.of(
                        fared.stream().mapToDouble(Fared::share).toArray(),
                        fared.stream().mapToDouble(f -> f.rest().orElseThrow()).toArray());
    }
}

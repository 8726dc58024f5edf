package org.nabla.gradebook.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;

class ExerciseFactsTest {

    @Test
    void sharesMeansAndTheMedianAreOfThoseWhoAnswered() {
        var facts = ExerciseFacts.of(List.of(
                fared(1, 1, 1, true, true, 0, false, 2, 0.5),
                fared(2, 1, 3, false, true, 0, true, 20, 0.5),
                fared(3, 0, 6, false, false, 6, true, 0, 0.5),
                fared(1, 1, 2, false, true, 0, false, 5, 0.5)));

        assertThat(facts.learners()).isEqualTo(3);
        assertThat(facts.answered()).as("one of them had it twice").isEqualTo(4);
        assertThat(facts.firstRight()).isEqualTo(0.25);
        assertThat(facts.attempts()).isEqualTo(3);
        assertThat(facts.time()).contains(Duration.ofMinutes(5));
        assertThat(facts.helped()).isEqualTo(0.5);
        assertThat(facts.stuck()).isEqualTo(1);
        assertThat(facts.discrimination()).as("of four learners").isEmpty();
    }

    @Test
    void discriminationIsTheCorrelationWithTheRest() {
        assertThat(discrimination(i -> i / 19.0, i -> i / 19.0)).hasValueCloseTo(1.0, within(1e-12));
        assertThat(discrimination(i -> i / 19.0, i -> 1 - i / 19.0)).hasValueCloseTo(-1.0, within(1e-12));
        assertThat(discrimination(i -> i % 2, i -> i / 2 / 9.0)).hasValueCloseTo(0.0, within(1e-12));
        assertThat(discrimination(i -> 1.0, i -> i / 19.0)).as("all alike").isEmpty();
    }

    private static OptionalDouble discrimination(IntFunction<Number> share, IntFunction<Number> rest) {
        return ExerciseFacts.of(IntStream.range(0, 20)
                        .mapToObj(i -> fared(
                                i,
                                share.apply(i).doubleValue(),
                                1,
                                true,
                                true,
                                0,
                                false,
                                1,
                                rest.apply(i).doubleValue()))
                        .toList())
                .discrimination();
    }

    private static Fared fared(
            int learner,
            double share,
            int attempts,
            boolean first,
            boolean solved,
            int wrong,
            boolean helped,
            int minutes,
            double rest) {
        return new Fared(
                new ExerciseId("gradient"),
                1,
                1,
                new UserId(learner + 1L),
                share,
                attempts,
                first,
                solved,
                wrong,
                helped,
                solved ? Optional.of(Duration.ofMinutes(minutes)) : Optional.empty(),
                OptionalDouble.of(rest));
    }
}

package org.nabla.progress.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nabla.SetClock;
import org.nabla.exercise.ExerciseId;

class FailuresTest {
    private static final ExerciseId ID = new ExerciseId("a-template");

    private final SetClock clock = new SetClock();
    private final Failures failures = new Failures(clock);

    @Test
    void twoFailuresAreForgiven() {
        assertThat(failures.add(ID)).isFalse();
        assertThat(failures.add(ID)).isFalse();

        assertThat(failures.isResting(ID)).isFalse();
    }

    @Test
    void afterThreeATemplateRestsForTenMinutes() {
        failures.add(ID);
        failures.add(ID);
        assertThat(failures.add(ID)).isTrue();

        clock.pass(Duration.ofMinutes(9));
        assertThat(failures.isResting(ID)).isTrue();
        assertThat(failures.rested()).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        assertThat(failures.isResting(ID)).isFalse();
        assertThat(failures.rested()).containsExactly(ID);
        assertThat(failures.rested()).isEmpty();
        assertThat(failures.add(ID)).isFalse();
    }
}

package org.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.nabla.exercise.ExerciseId;

class FailuresTest {
    private static final ExerciseId ID = new ExerciseId("a-template");

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Failures failures = new Failures(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

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

        now = now.plus(Duration.ofMinutes(9));
        assertThat(failures.isResting(ID)).isTrue();
        assertThat(failures.rested()).isEmpty();

        now = now.plus(Duration.ofMinutes(1));
        assertThat(failures.isResting(ID)).isFalse();
        assertThat(failures.rested()).containsExactly(ID);
        assertThat(failures.rested()).isEmpty();
        assertThat(failures.add(ID)).isFalse();
    }
}

package org.nabla.progress.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;

/** Shows among the metrics how many stored exercises wait for a second opinion, and how many are doubted. */
@Singleton
class ExerciseMetrics implements MeterBinder {
    private final ExerciseRepository exercises;

    ExerciseMetrics(ExerciseRepository exercises) {
        this.exercises = exercises;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        // The others are many, and counting them is no work for each look.
        gauge(registry, ExerciseStanding.OPEN);
        gauge(registry, ExerciseStanding.DISPUTED);
    }

    private void gauge(MeterRegistry registry, ExerciseStanding standing) {
        Gauge.builder(
                        "nabla.exercises",
                        exercises,
                        kept -> QuarkusTransaction.joiningExisting().call(() -> kept.count(standing)))
                .tag("standing", standing.name())
                .register(registry);
    }
}

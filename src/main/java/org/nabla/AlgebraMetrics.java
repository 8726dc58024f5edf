package org.nabla;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.nabla.math.symja.CasStatistics;
import org.nabla.math.symja.SymjaCas;

/** What the algebra system does, on the page of metrics. */
@Singleton
class AlgebraMetrics implements MeterBinder {
    private final SymjaCas algebra;

    AlgebraMetrics(SymjaCas algebra) {
        this.algebra = algebra;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        answers(registry, "found", CasStatistics::answered);
        answers(registry, "unsupported", CasStatistics::unsupported);
        answers(registry, "timeout", CasStatistics::timedOut);
        answers(registry, "overloaded", CasStatistics::overloaded);
        counter(registry, "nabla.algebra.workers.killed", "Workers killed by a budget", CasStatistics::killed);
        counter(registry, "nabla.algebra.workers.restarted", "Workers replaced", CasStatistics::restarted);
        workers(registry, "busy", CasStatistics::busy);
        workers(registry, "idle", CasStatistics::idle);
    }

    private void answers(MeterRegistry registry, String outcome, ToDoubleFunction<CasStatistics> value) {
        FunctionCounter.builder("nabla.algebra.requests", algebra, cas -> value.applyAsDouble(cas.statistics()))
                .description("Requests to the algebra system by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    private void counter(
            MeterRegistry registry, String name, String description, ToDoubleFunction<CasStatistics> value) {
        FunctionCounter.builder(name, algebra, cas -> value.applyAsDouble(cas.statistics()))
                .description(description)
                .register(registry);
    }

    private void workers(MeterRegistry registry, String state, ToDoubleFunction<CasStatistics> value) {
        Gauge.builder("nabla.algebra.workers", algebra, cas -> value.applyAsDouble(cas.statistics()))
                .description("Workers of the algebra system by state")
                .tag("state", state)
                .register(registry);
    }
}

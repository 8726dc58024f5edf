package org.nabla;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.nabla.math.symja.worker.CasStatistics;
import org.nabla.math.symja.worker.SymjaCas;

/** Shows among the metrics how much algebra is asked, and how it copes. */
@Singleton
class AlgebraMetrics implements MeterBinder {

    private final SymjaCas algebra;

    AlgebraMetrics(SymjaCas algebra) {
        this.algebra = algebra;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        requests(registry, "answered", CasStatistics::answered);
        requests(registry, "unsupported", CasStatistics::unsupported);
        requests(registry, "timed-out", CasStatistics::timedOut);
        requests(registry, "overloaded", CasStatistics::overloaded);
        counter("nabla.algebra.workers.killed", CasStatistics::killed).register(registry);
        counter("nabla.algebra.workers.restarted", CasStatistics::restarted).register(registry);
        counter("nabla.algebra.workers.failed", CasStatistics::failedStarts).register(registry);
        Gauge.builder("nabla.algebra.waiting", algebra, cas -> cas.statistics().waiting())
                .register(registry);
        workers(registry, "busy", CasStatistics::busy);
        workers(registry, "idle", CasStatistics::idle);
    }

    private void requests(MeterRegistry registry, String outcome, ToDoubleFunction<CasStatistics> count) {
        counter("nabla.algebra.requests", count).tag("outcome", outcome).register(registry);
    }

    private FunctionCounter.Builder<SymjaCas> counter(String name, ToDoubleFunction<CasStatistics> count) {
        return FunctionCounter.builder(name, algebra, cas -> count.applyAsDouble(cas.statistics()));
    }

    private void workers(MeterRegistry registry, String state, ToDoubleFunction<CasStatistics> count) {
        Gauge.builder("nabla.algebra.workers", algebra, cas -> count.applyAsDouble(cas.statistics()))
                .tag("state", state)
                .register(registry);
    }
}

package org.nabla.web.admission;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Shows among the metrics how many requests of each kind are inside, wait, and were refused. */
@Singleton
class AdmissionMetrics implements MeterBinder {
    private final Admission admission;
    private final Bodies bodies;

    AdmissionMetrics(Admission admission, Bodies bodies) {
        this.admission = admission;
        this.bodies = bodies;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var kind : RequestKind.values()) {
            var turnstile = admission.at(kind);
            Gauge.builder("nabla.admission.inside", turnstile, Turnstile::inside)
                    .tag("kind", kind.word())
                    .register(registry);
            Gauge.builder("nabla.admission.waiting", turnstile, Turnstile::waiting)
                    .tag("kind", kind.word())
                    .register(registry);
            FunctionCounter.builder("nabla.admission.refused", turnstile, Turnstile::sentAway)
                    .tag("kind", kind.word())
                    .register(registry);
        }
        Gauge.builder("nabla.admission.bodies", bodies, Bodies::arriving).register(registry);
    }
}

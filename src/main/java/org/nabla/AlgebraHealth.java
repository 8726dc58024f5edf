package org.nabla;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.nabla.math.symja.worker.SymjaCas;

/**
 * Tells how it stands with the algebra system. It never makes an instance unready: without a worker the site serves the
 * exercises that are confirmed, checks what it can decide, and says so where it cannot.
 */
@Readiness
class AlgebraHealth implements HealthCheck {

    private final SymjaCas algebra;

    AlgebraHealth(SymjaCas algebra) {
        this.algebra = algebra;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Algebra")
                .up()
                .withData("state", algebra.state().name())
                .withData("workers", algebra.statistics().workers())
                .build();
    }
}

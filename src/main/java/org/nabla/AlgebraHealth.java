package org.nabla;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.nabla.math.Cas;

/** Without algebra no answer is checked, so a proxy should send learners to another instance. */
@Readiness
class AlgebraHealth implements HealthCheck {

    private final Cas algebra;

    AlgebraHealth(Cas algebra) {
        this.algebra = algebra;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Algebra").status(algebra.ready()).build();
    }
}

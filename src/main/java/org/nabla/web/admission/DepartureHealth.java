package org.nabla.web.admission;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells a proxy that this instance is about to end. */
@Readiness
class DepartureHealth implements HealthCheck {
    private final Departure departure;

    DepartureHealth(Departure departure) {
        this.departure = departure;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Stays").status(!departure.isLeaving()).build();
    }
}

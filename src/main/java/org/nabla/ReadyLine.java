package org.nabla;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells whoever started the application where it is, when it is there. */
class ReadyLine {

    private static final Logger LOG = Logger.getLogger(Nabla.class);

    private final String managementPort;

    ReadyLine(@ConfigProperty(name = "quarkus.management.port", defaultValue = "9000") String managementPort) {
        this.managementPort = managementPort;
    }

    void say(@ObservesAsync HttpServerStart server) {
        LOG.infof("Nabla is ready: http://localhost:%d", server.options().getPort());
        LOG.infof("Health and metrics: port %s, /q/health and /q/metrics", managementPort);
    }
}

package org.nabla;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Tells whoever started the application where it is, when it is there. */
class ReadyLine {

    private static final Logger LOG = Logger.getLogger(Nabla.class);

    void say(@ObservesAsync HttpServerStart server) {
        LOG.infof("Nabla is ready: http://localhost:%d", server.options().getPort());
    }
}

package org.nabla;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.nabla.math.symja.worker.CasConfig;

/** The worker processes of the algebra system; {@code nabla.algebra.*} in application.properties. */
@ConfigMapping(prefix = "nabla.algebra")
interface AlgebraSettings {

    /** Workers for what the check of a response asks. */
    @WithDefault("2")
    int checkers();

    /** Workers for what the making of an exercise asks. */
    @WithDefault("1")
    int generators();

    /** Workers more than that, so that some are there while a killed one is replaced; they help with checks. */
    @WithDefault("1")
    int spares();

    /** The heap of each worker in megabytes. */
    @WithDefault("256")
    int heapMegabytes();

    /** After how many requests a worker is replaced. */
    @WithDefault("5000")
    int requestsPerWorker();

    /** How much the processor may work for the start of a worker, and how long a start may stand still, busy or not. */
    @WithDefault("60s")
    Duration startLimit();

    /**
     * A folder of the application's own for the classes of the workers as the virtual machine has them in memory: they start
     * sooner. That of the embedded database where there is one; left out otherwise, none are kept.
     */
    Optional<Path> archive();

    default CasConfig toConfig() {
        return new CasConfig(
                checkers(), generators(), spares(), heapMegabytes(), requestsPerWorker(), startLimit(), archive());
    }
}

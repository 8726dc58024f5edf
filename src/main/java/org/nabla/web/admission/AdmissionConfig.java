package org.nabla.web.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much is done at once; {@code nabla.admission.*} in application.properties. */
@ConfigMapping(prefix = "nabla.admission")
interface AdmissionConfig {

    /** Pages at once; without it 8 for each processor, and no more than half of the connections to the database. */
    OptionalInt views();

    /**
     * Answers and forms at once; without it 12 for each processor: most of them need no connection while they are judged. Those
     * that need the algebra system wait in its own line.
     */
    OptionalInt sends();

    /** Sign-ins at once; without it 2 for each processor. */
    OptionalInt entries();

    /** How many of each kind wait at most; those beyond are refused at once. */
    @WithDefault("400")
    int line();

    /** How long a request waits for its turn before it is refused. */
    @WithDefault("4s")
    Duration patience();

    /** How long the body of a request may take, whatever comes of it. */
    @WithDefault("10s")
    Duration body();

    /** For each of so many bytes that came, it may take a second more: a slow line is no attack. */
    @WithDefault("16384")
    int bytesASecond();

    /** How many bodies of one address may be on their way at once. */
    @WithDefault("60")
    int bodiesOfOne();

    /** How many in all. */
    @WithDefault("2000")
    int bodies();
}

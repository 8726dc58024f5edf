package org.nabla.embed;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who may show exercises in a frame; {@code nabla.embed.*} in application.properties. */
@ConfigMapping(prefix = "nabla.embed")
interface EmbedConfig {

    /** The sites, such as {@code https://calculus.example.edu} or {@code http://localhost:8888}, with commas between them; none where it is left out. */
    Optional<List<String>> origins();
}

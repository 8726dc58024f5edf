package org.nabla.grading.grader;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.nabla.grading.Outcome;

/** The limits within which a response is graded; {@code nabla.grading.*} in application.properties. */
@ConfigMapping(prefix = "nabla.grading")
public interface GradingConfig {

    /** How long the grading of one response may take; past it the verdict is {@link Outcome#UNDECIDED}. */
    @WithDefault("1s")
    Duration budget();
}

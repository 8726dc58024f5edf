package org.nabla;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.nabla.grading.Grader;
import org.nabla.grading.GradingConfig;
import org.nabla.math.EquivalenceChecker;
import org.nabla.math.symja.SymjaCas;

/** The beans that belong to no feature. */
class Wiring {

    /** The only clock of the application, so that a test can set the time. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The algebra system. Its workers start in the background while the application does. */
    @Produces
    @Singleton
    @Startup
    SymjaCas algebra(AlgebraSettings settings) {
        return SymjaCas.start(settings.toConfig());
    }

    void close(@Disposes SymjaCas algebra) {
        algebra.close();
    }

    @Produces
    @Singleton
    EquivalenceChecker equivalence(SymjaCas algebra, GradingConfig config) {
        return new EquivalenceChecker(algebra, config.budget());
    }

    @Produces
    @Singleton
    Grader grader(EquivalenceChecker equivalence, GradingConfig config) {
        return new Grader(equivalence, config);
    }
}

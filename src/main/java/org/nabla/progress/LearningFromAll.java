package org.nabla.progress;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.mastery.Calibration;

/**
 * Learns from all answers together, in the background: how hard skills and templates are, every hour, and how good the
 * predictions were and what teaches, every night. All from the whole log, so that whoever deletes their account is out of them by then.
 */
@ApplicationScoped
class LearningFromAll {
    private static final int DIFFICULTIES = 1;
    private static final int CALIBRATION = 2;
    private static final int TEACHING = 3;
    private static final int AVERAGE_LEVEL = 3;

    private final LogRepository log;
    private final TeachingRepository teaching;
    private final ExerciseCatalogue catalogue;
    private final Clock clock;

    LearningFromAll(LogRepository log, TeachingRepository teaching, ExerciseCatalogue catalogue, Clock clock) {
        this.log = log;
        this.teaching = teaching;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void difficulties() {
        if (log.takeWork(DIFFICULTIES)) {
            log.keep(log.difficulties(
                    id -> catalogue.find(id).map(ExerciseTemplate::level).orElse(AVERAGE_LEVEL)));
        }
    }

    @Scheduled(cron = "0 30 3 * * ?")
    @Transactional
    void calibration() {
        if (log.takeWork(CALIBRATION)) {
            var outcomes = log.outcomes();
            if (!outcomes.isEmpty()) {
                log.keep(Calibration.of(outcomes), clock.instant().truncatedTo(ChronoUnit.MICROS));
            }
        }
    }

    @Scheduled(cron = "0 45 3 * * ?")
    @Transactional
    void teaching() {
        if (log.takeWork(TEACHING)) {
            teaching.measure(clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }
}

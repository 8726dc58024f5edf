package org.nabla.progress.prediction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.prediction.LearntRepository.Learnt;
import org.nabla.progress.prediction.LearntRepository.Mark;

/**
 * Learns from all answers together, in the background: how hard skills and templates are, every hour, and how good the
 * predictions were and what teaches, every night. Goes on from where it ended, in steps of a transaction each. Once a week all is
 * learnt anew, so that whoever deleted their account is out of it by then.
 */
@Singleton
class LearningFromAll {
    private static final int DIFFICULTIES = 1;
    private static final int CALIBRATION = 2;
    private static final int TEACHING = 3;
    private static final int AVERAGE_LEVEL = 3;

    /** An answer is seen by others at the end of its transaction, which has ended by then. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private static final Duration WEEK = Duration.ofDays(7);
    /** An instance that learns anew has come to its end by then, or never will. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final LogRepository log;
    private final LearntRepository kept;
    private final TeachingRepository teaching;
    private final ExerciseCatalogue catalogue;
    private final Clock clock;

    LearningFromAll(
            LogRepository log,
            LearntRepository kept,
            TeachingRepository teaching,
            ExerciseCatalogue catalogue,
            Clock clock) {
        this.log = log;
        this.kept = kept;
        this.teaching = teaching;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void learn() {
        var now = clock.instant();
        if (QuarkusTransaction.requiringNew().call(() -> kept.takeAnew(now, now.minus(WEEK), now.minus(LONGEST)))) {
            anew(now.minus(UNDER_WAY));
        } else {
            goOn(now.minus(UNDER_WAY));
        }
    }

    /** Learns from the answers since the last time. */
    void goOn(Instant until) {
        while (QuarkusTransaction.requiringNew().call(() -> learnStep(until))) {}
    }

    private boolean learnStep(Instant until) {
        if (!log.takeWork(DIFFICULTIES)) {
            return false;
        }
        var learnt = new Learnt(kept.difficulties(), Learnt.nothing().predictions());
        var mark = kept.learn(learnt, kept.mark(), until, this::level);
        mark.ifPresent(place -> kept.keep(learnt, place));
        return mark.isPresent();
    }

    /** Learns from all answers, while what was learnt before serves on. */
    void anew(Instant until) {
        var learnt = Learnt.nothing();
        var reached = Mark.BEGINNING;
        for (var next = Optional.of(reached); next.isPresent(); ) {
            var after = next.get();
            reached = after;
            next = QuarkusTransaction.requiringNew().call(() -> kept.learn(learnt, after, until, this::level));
        }
        var mark = reached;
        QuarkusTransaction.requiringNew().run(() -> {
            log.waitForWork(DIFFICULTIES);
            kept.replace(learnt, mark, clock.instant());
        });
    }

    @Scheduled(cron = "0 30 3 * * ?")
    @Transactional
    void calibration() {
        if (log.takeWork(CALIBRATION)) {
            var counts = kept.predictions();
            if (!counts.isEmpty()) {
                log.keep(counts.measured(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            }
        }
    }

    /** Every night the two months in which something can still change, on Sundays all. */
    @Scheduled(cron = "0 45 3 ? * MON-SAT")
    void teaching() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        teaching.lastMonths(now).forEach(month -> measure(month, now));
    }

    @Scheduled(cron = "0 45 3 ? * SUN")
    void teachingOfAllMonths() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        QuarkusTransaction.requiringNew().call(() -> teaching.months(now)).forEach(month -> measure(month, now));
    }

    private void measure(YearMonth month, Instant now) {
        QuarkusTransaction.requiringNew()
                .timeout((int) TeachingRepository.LONGEST.multipliedBy(4).toSeconds())
                .run(() -> {
                    if (log.takeWork(TEACHING)) {
                        teaching.measure(month, now);
                    }
                });
    }

    private int level(ExerciseId id) {
        return catalogue.find(id).map(ExerciseTemplate::level).orElse(AVERAGE_LEVEL);
    }
}

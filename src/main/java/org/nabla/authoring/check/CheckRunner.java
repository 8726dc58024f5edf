package org.nabla.authoring.check;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nabla.authoring.template.OwnTemplate;
import org.nabla.authoring.template.TemplateWorkshop;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.check.TemplateCheck;
import org.nabla.exercise.check.TemplateReport;
import org.nabla.grading.grader.Grader;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.formula.Calculus;

/** Runs the checks of own templates in the background, one after another, each for some minutes at most. */
@Singleton
class CheckRunner {

    static final int SEEDS = 100;

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final int MOST_FINDINGS = 30;

    /** The time for the checks is up. */
    private static final class OutOfTime extends RuntimeException {}

    private final CheckQueue queue;
    private final TemplateWorkshop workshop;
    private final TemplateCheck checks;
    private final AtomicBoolean busy = new AtomicBoolean();

    CheckRunner(CheckQueue queue, TemplateWorkshop workshop, Calculus calculus, Grader grader) {
        this.workshop = workshop;
        this.queue = queue;
        this.checks = TemplateCheck.withoutRunningCode(calculus, grader);
    }

    /** On a thread of its own: whatever a template does to it, the scheduler goes on. */
    @Scheduled(
            every = "${nabla.authoring.checks-every:2s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void next() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        var job = queue.take();
        if (job.isEmpty()) {
            busy.set(false);
            return;
        }
        var worker = new Thread(() -> run(job.get()), "template checks");
        worker.setDaemon(true);
        worker.start();
        var watch = new Thread(() -> stopInTime(worker, job.get()), "template checks, watched");
        watch.setDaemon(true);
        watch.start();
    }

    private void stopInTime(Thread worker, CheckQueue.Job job) {
        try {
            worker.join(LONGEST.toMillis());
            if (worker.isAlive()) {
                worker.interrupt();
                worker.join(LONGEST.toMillis());
            }
            if (worker.isAlive()) {
                Log.errorf("the checks of own-%d, version %d, cannot be stopped", job.template(), job.version());
                queue.finish(job, false, tooLong());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.set(false);
        }
    }

    /** What came of a job, in lines. */
    private record Result(boolean passed, List<String> lines) {

        static Result of(TemplateReport report) {
            return new Result(report.isTrue(), CheckLines.of(report.findings()));
        }

        static Result unreadable(List<TemplateError> errors) {
            return new Result(
                    false,
                    errors.stream()
                            .limit(MOST_FINDINGS)
                            .map(e -> "line " + e.place().line() + ": " + e.message())
                            .toList());
        }
    }

    void run(CheckQueue.Job job) {
        try {
            var id = OwnTemplate.id(job.template()).value();
            var reading = workshop.readWithSkills(id, job.yaml());
            var result = reading.either(
                    template -> Result.of(checks.check(template, SEEDS, new Steps(job))), Result::unreadable);
            queue.finish(job, result.passed(), result.lines());
        } catch (OutOfTime e) {
            queue.finish(job, false, tooLong());
        } catch (AlgebraAwayException e) {
            queue.finish(job, false, List.of(e.getMessage() + " Let the checks run again in a moment."));
        } catch (RuntimeException | StackOverflowError e) {
            Log.warnf(e, "the checks of own-%d, version %d, broke off", job.template(), job.version());
            queue.finish(job, false, List.of("The checks broke off. Simplify the formulas and try again."));
        }
    }

    private static List<String> tooLong() {
        return List.of("The checks took more than " + LONGEST.toMinutes() + " minutes. Simplify the formulas.");
    }

    /** Writes now and then how far it is, and ends it when its time is up. */
    private final class Steps implements TemplateCheck.Progress {
        private final CheckQueue.Job job;
        private final long end = System.nanoTime() + LONGEST.toNanos();
        private long written = System.nanoTime() - BETWEEN_WRITES.toNanos();

        Steps(CheckQueue.Job job) {
            this.job = job;
        }

        @Override
        public void done(int steps, int of) {
            var now = System.nanoTime();
            if (now - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new OutOfTime();
            }
            if (now - written >= BETWEEN_WRITES.toNanos()) {
                queue.progress(job, steps, of);
                written = now;
            }
        }
    }
}

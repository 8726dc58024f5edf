package org.nabla.progress.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.witness.AlgebraWitness;
import org.nabla.grading.witness.Testimony;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;
import org.nabla.progress.store.Idleness;

/**
 * Puts each judged answer to the algebra system as well, where nobody waits for it. A contradiction is a bug of ours: it is
 * kept, and the verdict is not shown as certain any more. What there is no room or time for is skipped and counted.
 */
@Singleton
public class SecondWitness {
    private static final int ROOM = 500;
    private static final long TURN = TimeUnit.SECONDS.toNanos(2);

    /** An answer that was judged. */
    private record Question(
            long learner, UUID submission, String part, AnswerSpec spec, String understood, Verdict verdict) {}

    private final BlockingQueue<Question> waiting = new ArrayBlockingQueue<>(ROOM);
    private final AlgebraWitness witness;
    private final Disagreements disagreements;
    private final Idleness idleness;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final String version;

    SecondWitness(
            AlgebraWitness witness,
            Disagreements disagreements,
            Idleness idleness,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.witness = witness;
        this.disagreements = disagreements;
        this.idleness = idleness;
        this.metrics = metrics;
        this.clock = clock;
        this.version = version;
        Gauge.builder("nabla.witness.waiting", waiting, BlockingQueue::size).register(metrics);
    }

    /** Takes in an attempt that is kept. Returns at once. */
    public void hear(UserId learner, Exercise exercise, GradedAttempt attempt) {
        for (var response : attempt.responses()) {
            exercise.parts().stream()
                    .filter(part -> part.id().equals(response.part()))
                    .findFirst()
                    .flatMap(part -> question(learner, attempt.submission(), part.answer(), response))
                    .ifPresent(this::enqueue);
        }
    }

    /** Empty where there is nothing to ask: nothing was judged, it was the key itself, or what followed from another answer. */
    private static Optional<Question> question(
            UserId learner, UUID submission, AnswerSpec spec, GradedResponse response) {
        var verdict = response.verdict();
        var judged = verdict.outcome() == Outcome.CORRECT
                || verdict.outcome() == Outcome.PARTIAL
                || verdict.outcome() == Outcome.WRONG;
        var isKey = spec.value().size() == 1
                && spec.value().get(0).equals(response.typed().strip());
        return judged && !isKey && !response.isCarried()
                ? verdict.understood()
                        .map(read ->
                                new Question(learner.value(), submission, response.part(), spec, read.text(), verdict))
                : Optional.empty();
    }

    private void enqueue(Question question) {
        if (!waiting.offer(question)) {
            skipped();
        }
    }

    private void skipped() {
        metrics.counter("nabla.witness.skipped").increment();
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        var begun = System.nanoTime();
        while (!waiting.isEmpty() && idleness.isIdle() && System.nanoTime() - begun < TURN) {
            var question = waiting.poll();
            if (question != null) {
                ask(question);
            }
        }
    }

    private void ask(Question question) {
        var said = witness.hear(question.spec(), question.understood());
        if (said.isEmpty()) {
            skipped();
            return;
        }
        var testimony = said.get();
        var outcome = question.verdict().outcome();
        metrics.counter("nabla.witness", "testimony", testimony.name(), "outcome", outcome.name())
                .increment();
        if (testimony.contradicts(outcome)) {
            keep(question, testimony);
        }
    }

    private void keep(Question question, Testimony testimony) {
        var verdict = question.verdict();
        var decided = verdict.decided().map(Enum::name).orElse("");
        var key = String.join(", ", question.spec().value());
        Log.errorf(
                "the verdict %s (%s) on %s for the key %s of kind %s is contradicted by the algebra system: %s",
                verdict.outcome(),
                decided,
                question.understood(),
                key,
                question.spec().kind(),
                testimony);
        disagreements.keep(new WitnessConflict(
                question.learner(),
                question.submission(),
                question.part(),
                question.spec().kind(),
                key,
                question.understood(),
                verdict.outcome().name(),
                decided,
                testimony.name(),
                "Nabla " + version + ", " + AlgebraWitness.VERSION,
                clock.instant()));
    }

    /** How often the witness said this of verdicts of this kind since the start. */
    long said(Testimony testimony, Outcome outcome) {
        return (long) metrics.counter("nabla.witness", "testimony", testimony.name(), "outcome", outcome.name())
                .count();
    }

    long skippedSoFar() {
        return (long) metrics.counter("nabla.witness.skipped").count();
    }

    int waiting() {
        return waiting.size();
    }
}

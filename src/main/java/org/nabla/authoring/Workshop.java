package org.nabla.authoring;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Place;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.TemplateReading;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.formula.Calculus;

/**
 * Where templates that anybody may have written are tried: two at a time, each for some seconds at most, on threads of their
 * own that are told to stop when the time is up. Nothing of it is kept.
 */
@ApplicationScoped
class Workshop {

    static final int VARIANTS = 3;

    private static final int PLACES = 2;
    private static final int QUEUE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String AGAIN = " Try again in a moment.";
    private static final String TOO_LONG = "this takes too long: simplify the formulas, or draw from smaller ranges";
    private static final String TOO_MUCH = "many templates are being tried just now: try again in a moment";

    /** Exercises made from a text, and what is wrong with it. */
    record Trial(List<Exercise> exercises, List<TemplateError> errors) {}

    private final ExerciseGenerator generator;
    private final Duration patience;
    private final ExecutorService threads = new ThreadPoolExecutor(
            PLACES, PLACES, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), Workshop::thread);

    @Inject
    Workshop(Calculus calculus) {
        this(calculus, PATIENCE);
    }

    Workshop(Calculus calculus, Duration patience) {
        this.generator = new ExerciseGenerator(calculus, patience);
        this.patience = patience;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** The template in a text, or what is wrong with it. */
    static TemplateReading read(String id, String yaml) {
        return TemplateReader.read("own/" + id + ".yaml", yaml);
    }

    /** Some exercises of a template, from a seed on. */
    Trial tryOut(String id, String yaml, int firstSeed) {
        var work = within(patience, () -> {
            var reading = read(id, yaml);
            return reading instanceof TemplateReading.Read read
                    ? make(read.template(), firstSeed)
                    : new Trial(List.of(), ((TemplateReading.Refused) reading).errors());
        });
        return work.orElseGet(() -> failed(id, TOO_LONG));
    }

    private Trial make(ExerciseTemplate template, int firstSeed) {
        var exercises = new ArrayList<Exercise>();
        for (var i = 0; i < VARIANTS; i++) {
            try {
                exercises.add(generator.generate(template, new Seed((firstSeed + i) % Seed.COUNT)));
            } catch (BrokenTemplateException e) {
                return new Trial(exercises, List.of(e.error()));
            } catch (AlgebraAwayException e) {
                return new Trial(exercises, List.of(new TemplateError(template.place(), e.getMessage() + AGAIN)));
            }
        }
        return new Trial(exercises, List.of());
    }

    /** Does some work on a thread of its own; empty where it did not end in time. */
    private Optional<Trial> within(Duration limit, Callable<Trial> work) {
        try {
            var running = threads.submit(work);
            try {
                return Optional.of(running.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                running.cancel(true);
            }
        } catch (RejectedExecutionException e) {
            return Optional.of(failed("template", TOO_MUCH));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError) {
                return Optional.of(failed("template", "the formulas are nested too deeply"));
            }
            throw new IllegalStateException("a template could not be tried", e.getCause());
        }
    }

    private static Trial failed(String id, String message) {
        return new Trial(List.of(), List.of(new TemplateError(new Place(id, 1, 1), message)));
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "template workshop");
        thread.setDaemon(true);
        return thread;
    }
}

package org.nabla.authoring.template;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
import java.util.stream.IntStream;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Place;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.TemplateReading;
import org.nabla.grading.grader.Grader;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.formula.Calculus;

/**
 * Where templates that anybody may have written are tried: two at a time, each for some seconds at most, on threads of their
 * own that are told to stop when the time is up. Nothing of it is kept.
 */
@Singleton
public class TemplateWorkshop {

    public static final int VARIANTS = 3;

    private static final int PLACES = 2;
    private static final int QUEUE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String AGAIN = " Try again in a moment.";
    private static final String TOO_LONG = "this takes too long: simplify the formulas, or draw from smaller ranges";
    private static final String UNREADABLE = "something in this text cannot be read: take out what you wrote last";
    private static final String TOO_MUCH = "many templates are being tried just now: try again in a moment";

    /** Exercises made from a text, and what is wrong with it. */
    public record Trial(List<Exercise> exercises, List<TemplateError> errors, List<String> warnings) {}

    private final ExerciseGenerator generator;
    private final Curriculum curriculum;
    private final Duration patience;
    private final ExecutorService threads = new ThreadPoolExecutor(
            PLACES, PLACES, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), TemplateWorkshop::thread);

    private final Warnings warnings;

    @Inject
    TemplateWorkshop(Calculus calculus, Grader grader, Curriculum curriculum) {
        this(calculus, grader, curriculum, PATIENCE);
    }

    TemplateWorkshop(Calculus calculus, Grader grader, Curriculum curriculum, Duration patience) {
        this.warnings = new Warnings(grader);
        this.curriculum = curriculum;
        this.generator = new ExerciseGenerator(calculus, patience);
        this.patience = patience;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /**
     * The template in a text, or what is wrong with it. Whatever stands in a text, its author must get the page on which it
     * can be mended: what the reader cannot cope with is one more thing that is wrong.
     */
    static TemplateReading read(String id, String yaml) {
        try {
            return TemplateReader.read("own/" + id + ".yaml", yaml);
        } catch (RuntimeException | StackOverflowError e) {
            Log.warnf(e, "the text of %s breaks the reader", id);
            return new TemplateReading.Refused(failed(id, UNREADABLE).errors());
        }
    }

    /** The same, and its skills must be there. */
    public TemplateReading readWithSkills(String id, String yaml) {
        var reading = read(id, yaml);
        var unknown = reading.either(template -> unknownSkills(id, yaml, template), errors -> List.<TemplateError>of());
        return unknown.isEmpty() ? reading : new TemplateReading.Refused(unknown);
    }

    private List<TemplateError> unknownSkills(String id, String yaml, ExerciseTemplate template) {
        return template.skills().stream()
                .filter(skill -> curriculum.skill(skill).isEmpty())
                .map(skill -> new TemplateError(
                        new Place("own/" + id + ".yaml", lineOf("skill", yaml), 1),
                        "there is no skill " + skill + ": choose one of the list of skills"))
                .toList();
    }

    private static int lineOf(String key, String yaml) {
        var lines = yaml.lines().toList();
        return IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).startsWith(key + ":"))
                        .findFirst()
                        .orElse(0)
                + 1;
    }

    /** Some exercises of a template, from a seed on. */
    public Trial tryOut(String id, String yaml, int firstSeed) {
        var work = within(
                id,
                patience,
                () -> readWithSkills(id, yaml)
                        .either(
                                template -> make(template, firstSeed),
                                errors -> new Trial(List.of(), errors, List.of())));
        return work.orElseGet(() -> failed(id, TOO_LONG));
    }

    private Trial make(ExerciseTemplate template, int firstSeed) {
        var exercises = new ArrayList<Exercise>();
        for (var i = 0; i < VARIANTS; i++) {
            try {
                exercises.add(generator.generate(template, new Seed((firstSeed + i) % Seed.COUNT)));
            } catch (BrokenTemplateException e) {
                return new Trial(exercises, List.of(e.error()), warnings.of(template, exercises));
            } catch (AlgebraAwayException e) {
                return new Trial(
                        exercises, List.of(new TemplateError(template.place(), e.getMessage() + AGAIN)), List.of());
            }
        }
        return new Trial(exercises, List.of(), warnings.of(template, exercises));
    }

    /** Does some work on a thread of its own; empty where it did not end in time. */
    private Optional<Trial> within(String id, Duration limit, Callable<Trial> work) {
        try {
            var running = threads.submit(work);
            try {
                return Optional.of(running.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                running.cancel(true);
            }
        } catch (RejectedExecutionException e) {
            return Optional.of(failed(id, TOO_MUCH));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError) {
                return Optional.of(failed(id, "the formulas are nested too deeply"));
            }
            Log.warnf(e.getCause(), "%s breaks the workshop", id);
            return Optional.of(failed(id, UNREADABLE));
        }
    }

    private static Trial failed(String id, String message) {
        return new Trial(List.of(), List.of(new TemplateError(new Place(id, 1, 1), message)), List.of());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "template workshop");
        thread.setDaemon(true);
        return thread;
    }
}

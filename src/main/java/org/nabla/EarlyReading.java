package org.nabla;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.catalogue.LessonCatalogue;
import org.nabla.exercise.curriculum.Curriculum;

/**
 * Something that comes with the application and takes long to read: read while the database starts, which mostly waits.
 *
 * @param <T> what is read
 */
final class EarlyReading<T> {
    static final EarlyReading<ExerciseCatalogue> EXERCISES = new EarlyReading<>(ExerciseCatalogue::load);
    static final EarlyReading<Curriculum> CURRICULUM = new EarlyReading<>(Curriculum::load);
    static final EarlyReading<LessonCatalogue> LESSONS = new EarlyReading<>(LessonCatalogue::load);

    private final Supplier<T> reader;
    private Optional<CompletableFuture<T>> begun = Optional.empty();

    private EarlyReading(Supplier<T> reader) {
        this.reader = reader;
    }

    /** Begins to read them, one after the other; returns at once. */
    static void begin() {
        var exercises = EXERCISES.begin(CompletableFuture.completedFuture(null));
        var curriculum = CURRICULUM.begin(exercises);
        LESSONS.begin(curriculum);
    }

    private synchronized CompletableFuture<T> begin(CompletableFuture<?> before) {
        // The class loader of whoever begins knows the files.
        var loader = Thread.currentThread().getContextClassLoader();
        var reading = before.handleAsync(
                (done, failed) -> {
                    Thread.currentThread().setContextClassLoader(loader);
                    return reader.get();
                },
                task -> new Thread(task, "early reading").start());
        begun = Optional.of(reading);
        return reading;
    }

    /** What was read, once; a second time, or where nobody has begun, it is read now. */
    synchronized T take() {
        var reading = begun;
        begun = Optional.empty();
        try {
            return reading.map(CompletableFuture::join).orElseGet(reader);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

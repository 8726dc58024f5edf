package org.nabla.progress.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;

/** Exercises by the keys of their rows. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ExerciseStoreTest {
    private static final long NOBODYS = -1;

    @Inject
    ExerciseStore exercises;

    @Test
    void manyAreFoundByTheirKeysAndThoseThatAreMissingAreLeftOut() {
        var first = kept(1);
        var second = kept(2);

        assertThat(exercises.find(List.of(first.id(), NOBODYS, second.id(), first.id())))
                .containsOnlyKeys(first.id(), second.id())
                .containsEntry(first.id(), first)
                .containsEntry(second.id(), second);
        assertThat(exercises.find(List.of())).isEmpty();
    }

    @Test
    void whatWasReadOnceByItsKeyIsNotReadAgain() {
        var alone = kept(3);
        var together = kept(4);

        var one = exercises.find(alone.id()).orElseThrow();
        var both = exercises.find(List.of(alone.id(), together.id()));

        assertThat(both.get(alone.id())).isSameAs(one);
        assertThat(exercises.find(List.of(together.id(), alone.id())))
                .hasEntrySatisfying(together.id(), again -> assertThat(again).isSameAs(both.get(together.id())));
        assertThat(exercises.find(together.id())).containsSame(both.get(together.id()));
    }

    /** Of no template, so that nothing else asks for it. */
    private StoredExercise kept(int seed) {
        return exercises.keep(new Exercise(
                new ExerciseId("asked-for-by-its-key"),
                1,
                new Seed(seed),
                "Asked for",
                List.of(),
                1,
                "What is it?",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }
}

package org.nabla.exercise.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.catalogue.LessonCatalogue;

class LessonMakerTest {

    @ParameterizedTest
    @ValueSource(strings = {"DF17", "DF02"})
    void thePicturesOfALessonAreMadeLongAfterItsNumbersWereDrawn(String skill) {
        var timeIsUp = new AtomicBoolean();
        var maker =
                new LessonMaker(TestAlgebra.CALCULUS, new ExerciseGenerator(TestAlgebra.CALCULUS, () -> timeIsUp::get));
        var made = maker.made(LessonCatalogue.load().find(skill).orElseThrow(), 0);

        timeIsUp.set(true);

        assertThat(maker.frames(made))
                .hasSameSizeAs(maker.stops(made))
                .allSatisfy(frame -> assertThat(frame.reads()).isNotBlank());
    }
}

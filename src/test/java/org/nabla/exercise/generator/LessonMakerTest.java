package org.nabla.exercise.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
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

    /** A region over y may stand on a horizontal axis y: the axes decide, not the letter. */
    @Test
    void aRegionStandsOnTheAxisOfItsLetter() {
        var maker = new LessonMaker(TestAlgebra.CALCULUS);
        var made = maker.made(LessonCatalogue.load().find("MP02").orElseThrow(), 0);

        var data = made.lesson().picture().stills().get(0).figure().data();

        assertThat(data.get("axes")).isEqualTo(List.of("y", "f"));
        var region = (Map<?, ?>) ((List<?>) Objects.requireNonNull(data.get("layers"))).get(0);
        assertThat((List<?>) region.get("outline")).hasSizeGreaterThan(3).allSatisfy(point -> {
            var y = ((Number) ((List<?>) point).get(0)).doubleValue();
            var f = ((Number) ((List<?>) point).get(1)).doubleValue();
            assertThat(y).isBetween(0.0, 1.0);
            assertThat(f).isBetween(0.0, 2 * y + 1e-3); // given x = 0, rounded
        });
    }
}

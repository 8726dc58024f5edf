package org.nabla.practice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

/** An example first, then the first steps, then nothing; and the learner may choose otherwise. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class GuidanceTest {
    private static final ExerciseId TEMPLATE = new ExerciseId("gradient-at-a-point");
    private static final String ADDRESS = "/practice/" + TEMPLATE + "/";

    @Inject
    ExerciseStore exercises;

    @ParameterizedTest(name = "of {0} steps {1} are shown")
    @CsvSource({"0, 0", "1, 0", "2, 1", "3, 1", "4, 2", "7, 5"})
    void theLastStepsAreTheLearners(int steps, int shown) {
        var solution = IntStream.range(0, steps).mapToObj(String::valueOf).toList();

        assertThat(Guidance.firstSteps(solution)).hasSize(shown);
    }

    @Test
    void aNewcomerReadsAnExampleThenFinishesOneThenGoesAlone() {
        exercises.find(TEMPLATE, new Seed(900)); // so that there is one to show
        var ada = Browsing.start();

        var first = ada.page(ADDRESS + 3);
        assertThat(stage(first)).isEqualTo("example");
        assertThat(first.select(".guide-prompt").text())
                .isNotEmpty()
                .isNotEqualTo(first.select(".prompt").text());
        assertThat(first.select(".guide-steps li")).hasSizeGreaterThan(1);

        answer(ada, 3, "example");
        var second = ada.page(ADDRESS + 4);
        assertThat(stage(second)).isEqualTo("start");
        assertThat(second.select(".guide-steps li")).hasSize(1);

        answer(ada, 4, "start");
        var third = ada.page(ADDRESS + 5);
        assertThat(stage(third)).isEqualTo("alone");
        assertThat(third.select(".guide")).isEmpty();
    }

    @Test
    void whoIsRightAloneIsShownNothing() {
        var ada = Browsing.start();

        answer(ada, 3, "alone");

        assertThat(stage(ada.page(ADDRESS + 4))).isEqualTo("alone");
    }

    @ParameterizedTest
    @CsvSource({"example, 1", "start, 1", "alone, 0"})
    void theLearnerMayChoose(String stage, int guides) {
        exercises.find(TEMPLATE, new Seed(900));
        var page = Browsing.start().page(ADDRESS + "3?stage=" + stage);

        assertThat(stage(page)).isEqualTo(stage);
        assertThat(page.select(".guide")).hasSize(guides);
        assertThat(page.select(".guide-choice a")).isNotEmpty();
    }

    @Test
    void besideAVerdictNothingIsShownUnasked() {
        var page = Browsing.start().page(ADDRESS + "3?attempt=" + UUID.randomUUID());

        assertThat(page.select(".guide, [name=stage]")).isEmpty();
    }

    private void answer(Browsing visitor, int seed, String stage) {
        var exercise = exercises.find(TEMPLATE, new Seed(seed)).orElseThrow().exercise();
        visitor.post(
                ADDRESS + seed,
                "submission",
                UUID.randomUUID().toString(),
                "stage",
                stage,
                "answer-a",
                exercise.parts().get(0).answer().value().get(0));
    }

    private static String stage(Document page) {
        return page.select("[name=stage]").val();
    }
}

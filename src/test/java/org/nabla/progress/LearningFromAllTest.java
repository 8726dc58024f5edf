package org.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nabla.Browsing;

/** What is learnt from all answers together. Other tests answer in the same database, so nothing is said of totals. */
@QuarkusTest
class LearningFromAllTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Inject
    Histories histories;

    @Inject
    LearningFromAll learning;

    @Inject
    LogRepository log;

    @Inject
    TeachingRepository teaching;

    @Inject
    DifficultyRepository difficulties;

    @Test
    void whatIsAnsweredWronglyGetsHarderAndAskingAgainGivesTheSameBits() {
        for (var i = 0; i < 6; i++) {
            var learner = histories.learner();
            histories.answer(learner, histories.exercise("made-to-be-hard", i, List.of("TH09")), START, false);
            histories.answer(
                    learner, histories.exercise("made-to-be-easy", i, List.of("TH08")), START.plusSeconds(1), true);
        }

        learning.difficulties();
        var once = met();
        learning.difficulties();

        assertThat(once.get(0)).isGreaterThan(.5).isGreaterThan(once.get(1));
        assertThat(met()).isEqualTo(once);
    }

    @Test
    void predictionsAreMeasuredAgainstWhatHappened() {
        histories.answer(histories.learner(), histories.exercise("made-to-measure", 1, List.of("TH07")), START, true);

        learning.calibration();

        var measured = QuarkusTransaction.requiringNew().call(log::latest).orElseThrow();
        assertThat(measured.calibration().answers()).isPositive();
        assertThat(measured.calibration().bins()).isNotEmpty();
        assertThat(CalibrationView.of(measured).rows())
                .hasSameSizeAs(measured.calibration().bins());
    }

    @Test
    void whatTeachesIsCountedByTheNextTry() {
        for (var i = 0; i < 4; i++) {
            var learner = histories.learner();
            var exercise = histories.exercise("made-to-teach", 1, List.of("TH07"));
            histories.openHelp(learner, exercise);
            histories.answer(
                    learner, exercise, Instant.parse("2100-01-01T00:00:00Z").plusSeconds(i), i < 3);
            histories.answer(
                    learner, exercise, Instant.parse("2100-01-02T00:00:00Z").plusSeconds(i), true);
        }

        learning.teaching();

        var found = QuarkusTransaction.requiringNew().call(() -> teaching.measured(1)).stream()
                .filter(t -> t.template().equals("made-to-teach"))
                .toList();
        assertThat(found).singleElement().satisfies(hint -> {
            assertThat(hint.kind()).isEqualTo(Teaching.Kind.HINT);
            assertThat(hint.name()).isEqualTo("1");
            assertThat(hint.tries()).isEqualTo(4);
            assertThat(hint.succeeded()).isEqualTo(3);
        });
        assertThat(Browsing.operator()
                        .page("/operator/predictions")
                        .select("#teaching")
                        .text())
                .isEqualTo("What teaches");
    }

    @Test
    void forOthersThereIsNoPageOfTheOperator() {
        assertThat(Browsing.start().get("/operator/predictions").statusCode()).isEqualTo(404);
        assertThat(Browsing.signedUp("Ada").get("/operator/predictions").statusCode())
                .isEqualTo(404);
    }

    private List<Double> met() {
        return QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        difficulties
                                .met(
                                        histories
                                                .exercise("made-to-be-hard", 0, List.of("TH09"))
                                                .exercise(),
                                        List.of(new org.nabla.exercise.curriculum.SkillId("TH09")))
                                .difficulty(),
                        difficulties
                                .met(
                                        histories
                                                .exercise("made-to-be-easy", 0, List.of("TH08"))
                                                .exercise(),
                                        List.of(new org.nabla.exercise.curriculum.SkillId("TH08")))
                                .difficulty()));
    }
}

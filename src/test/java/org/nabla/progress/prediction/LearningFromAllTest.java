package org.nabla.progress.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.progress.learner.DifficultyRepository;
import org.nabla.progress.store.Histories;

/** What is learnt from all answers together. Other tests answer in the same database, so nothing is said of totals. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class LearningFromAllTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Inject
    Histories histories;

    @Inject
    LearningFromAll learning;

    @Inject
    LogRepository log;

    @Inject
    LearntRepository kept;

    @Inject
    TeachingRepository teaching;

    @Inject
    DifficultyRepository difficulties;

    @Test
    void whatIsAnsweredWronglyGetsHarderAndAskingAgainGivesTheSameBits() {
        for (var i = 0; i < 6; i++) {
            answerHardAndEasy(i, START);
        }

        learning.anew(START.plusSeconds(10));
        var once = met();
        learning.anew(START.plusSeconds(10));

        assertThat(once.get(0)).isGreaterThan(.5).isGreaterThan(once.get(1));
        assertThat(met()).isEqualTo(once);
    }

    /** At times that no other test answers at. */
    @Test
    void goingOnFromWhereItEndedGivesTheSameBitsAsAllAnew() {
        var later = Instant.parse("2090-01-01T00:00:00Z");
        answerHardAndEasy(10, later);
        learning.anew(later.plusSeconds(30));
        var before = learnt();
        for (var day = 1; day <= 3; day++) {
            answerHardAndEasy(10 + day, later.plus(Duration.ofDays(day)));
            learning.goOn(later.plus(Duration.ofDays(day)).plusSeconds(30));
        }
        var stepByStep = learnt();

        learning.anew(later.plus(Duration.ofDays(4)));

        assertThat(stepByStep).isNotEqualTo(before);
        assertThat(learnt().get(0)).isEqualTo(stepByStep.get(0));
        assertThat(learnt().get(1)).isEqualTo(stepByStep.get(1));
    }

    @Test
    void allIsLearntAnewByOneInstanceAWeek() {
        var now = Instant.parse("2090-06-01T00:00:00Z");
        var weekAgo = now.minus(Duration.ofDays(7));

        var taken = IntStream.range(0, 3)
                .mapToObj(i -> QuarkusTransaction.requiringNew().call(() -> kept.takeAnew(now, weekAgo, weekAgo)))
                .toList();

        assertThat(taken).containsExactly(true, false, false);
    }

    private void answerHardAndEasy(int seed, Instant at) {
        var learner = histories.learner();
        histories.answer(learner, histories.exercise("made-to-be-hard", seed, List.of("TH09")), at, false);
        histories.answer(
                learner, histories.exercise("made-to-be-easy", seed, List.of("TH08")), at.plusSeconds(1), true);
    }

    /** All difficulties, and how many answers were counted where; the sums of doubles depend on the steps in their last bits. */
    private List<Object> learnt() {
        return QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        List.of(
                                kept.difficulties().skills(),
                                kept.difficulties().templates()),
                        kept.predictions().buckets().stream()
                                .map(bucket -> List.of(bucket.number(), bucket.answers(), bucket.right()))
                                .toList()));
    }

    @Test
    void predictionsAreMeasuredAgainstWhatHappened() {
        histories.answer(histories.learner(), histories.exercise("made-to-measure", 1, List.of("TH07")), START, true);

        learning.anew(START.plusSeconds(10));
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

        learning.teachingOfAllMonths();

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

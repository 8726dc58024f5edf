package org.nabla.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;

/**
 * Attempts as letters: C right, W wrong, P half right, U half right with an empty box and nothing wrong, I cannot be read, D
 * undecided. One an hour, the first twelve hours before the due time; a bar is the due time, two bars the closing time.
 */
class MarkingTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant DUE = Instant.parse("2026-03-02T18:00:00Z");
    private static final Instant CLOSES = DUE.plus(Duration.ofDays(2));

    @ParameterizedTest(name = "{0}, {1} attempts, {2} counts, penalty {3}: {4} ({9})")
    @CsvSource(textBlock = """
            # attempts, allowed, counts, penalty, share, used, in row, solved, ignored, why
            '',       0, BEST, 0,    0,    0, 0, false, 0, nothing tried
            C,        0, BEST, 0,    1,    1, 0, true,  0, right at once
            WWC,      0, BEST, 0,    1,    3, 0, true,  0, wrong answers cost nothing
            WWC,      0, BEST, 0.1,  0.8,  3, 0, true,  0, a tenth for each wrong one before
            WWWC,     0, BEST, 0.5,  0,    4, 0, true,  0, never less than nothing
            CW,       0, BEST, 0,    1,    2, 1, true,  0, the best stays
            CW,       0, LAST, 0,    0,    2, 1, true,  0, the last counts
            CWP,      0, LAST, 0,    0.5,  3, 2, true,  0, the last counts in part
            CWI,      0, LAST, 0,    0,    2, 1, true,  0, what cannot be read is no last attempt
            PW,       0, BEST, 0,    0.5,  2, 2, false, 0, half right is half of it
            PC,       0, BEST, 0.1,  0.9,  2, 0, true,  0, half right is not right
            WWWC,     3, BEST, 0,    0,    3, 3, false, 1, the fourth of three does not count
            IIIWDIC,  2, BEST, 0,    1,    2, 0, true,  0, what is free uses up nothing
            IDIC,     1, BEST, 0.2,  1,    1, 0, true,  0, and costs nothing
            UUC,      1, BEST, 0.2,  1,    1, 0, true,  0, nor does an unfinished one
            U,        1, BEST, 0,    0.5,  0, 0, false, 0, which is worth what is right in it
            UW,       1, BEST, 0,    0.5,  1, 1, false, 0, and stays so
            UW,       1, LAST, 0,    0,    1, 1, false, 0, unless the last counts
            WWWWW,    0, BEST, 0,    0,    5, 5, false, 0, five in a row
            WWCWW,    0, BEST, 0,    1,    5, 2, true,  0, in a row since the right one
            """)
    void marks(
            String attempts,
            int allowed,
            Counts counts,
            double penalty,
            double share,
            int used,
            int inRow,
            boolean solved,
            int ignored,
            String why) {
        var marking = new Marking(allowed, counts, penalty, LateRule.NONE, UTC);

        var mark = marking.mark(inTime(attempts), DUE, CLOSES);

        assertThat(mark.share()).isCloseTo(share, within(1e-12));
        assertThat(mark)
                .extracting(ProblemMark::used, ProblemMark::wrongInRow, ProblemMark::solved, ProblemMark::ignored)
                .containsExactly(used, inRow, solved, ignored);
        assertThat(mark.stuck()).isEqualTo(inRow >= 5 && !solved);
    }

    @ParameterizedTest(name = "{0}: {1} ({3})")
    @CsvSource(textBlock = """
            W,   1,   0, right or wrong
            C,   1,   0, as well
            WC,  1,   1, no second
            IIW, 1,   0, what cannot be read is no answer
            I,   0,   0, and has no points
            '',  0,   0, nor has nothing
            """)
    void aPredictionHasItsPointsForBeingGiven(String attempts, double share, int ignored, String why) {
        var marking = new Marking(5, Counts.LAST, 0.5, LateRule.NONE, UTC);

        var mark = marking.markAnswering(inTime(attempts), DUE, CLOSES);

        assertThat(mark.share()).isEqualTo(share);
        assertThat(mark.ignored()).isEqualTo(ignored);
    }

    @Test
    void aPredictionThatComesLateLosesWhatLatenessTakes() {
        var marking = new Marking(0, Counts.BEST, 0, new LateRule(0.2, 0.1), UTC);
        var late = List.of(new Attempted(DUE.plus(Duration.ofHours(30)), Outcome.WRONG, 0, false));

        assertThat(marking.markAnswering(late, DUE, CLOSES).share()).isCloseTo(0.6, within(1e-12));
    }

    @ParameterizedTest(name = "{0}, {1} -> {2}: {3}")
    @CsvSource(textBlock = """
            -1,  BEST, 1,    an hour early
            1,   BEST, 0.8,  an hour late
            25,  BEST, 0.6,  the second day late
            49,  BEST, 0,    after the closing time
            """)
    void aLateAnswerLosesWhatTheRuleSays(int hours, Counts counts, double share, String why) {
        var marking = new Marking(0, counts, 0, new LateRule(0.2, 0.1), UTC);

        var mark = marking.mark(List.of(at(DUE.plus(Duration.ofHours(hours)), 'C')), DUE, CLOSES);

        assertThat(mark.share()).isCloseTo(share, within(1e-12));
    }

    @Test
    void aLateRightAnswerNeverTakesAwayWhatWasThereInTime() {
        var marking = new Marking(0, Counts.BEST, 0, new LateRule(0.8, 0), UTC);

        var mark = marking.mark(List.of(at(DUE.minusSeconds(9), 'P'), at(DUE.plusSeconds(9), 'C')), DUE, CLOSES);

        assertThat(mark.share()).isEqualTo(0.5);
        assertThat(mark.solved()).isTrue();
    }

    @Test
    void anExtensionMovesBothTimes() {
        var late = List.of(at(DUE.plus(Duration.ofDays(3)), 'C'));
        var marking = new Marking(0, Counts.BEST, 0, new LateRule(0.2, 0), UTC);

        assertThat(marking.mark(late, DUE, CLOSES).share()).isZero();
        assertThat(marking.mark(late, DUE.plus(Duration.ofDays(4)), CLOSES.plus(Duration.ofDays(4)))
                        .share())
                .isEqualTo(1);
    }

    @Test
    void moreAttemptsNeverLowerTheBest() {
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            var marking = new Marking(random.nextInt(6), Counts.BEST, random.nextInt(5) / 10.0, LateRule.NONE, UTC);
            var tries = new ArrayList<Attempted>();
            var before = 0.0;
            for (var hour = 0; hour < 12; hour++) {
                tries.add(at(DUE.minus(Duration.ofHours(12 - hour)), "CWPUID".charAt(random.nextInt(6))));
                var share = marking.mark(tries, DUE, CLOSES).share();
                assertThat(share).isBetween(before, 1.0);
                before = share;
            }
        }
    }

    private static List<Attempted> inTime(String letters) {
        var attempts = new ArrayList<Attempted>();
        for (var letter : letters.toCharArray()) {
            attempts.add(at(DUE.minus(Duration.ofHours(12 - attempts.size())), letter));
        }
        return attempts;
    }

    private static Attempted at(Instant at, char letter) {
        return switch (letter) {
            case 'C' -> new Attempted(at, Outcome.CORRECT, 1, false);
            case 'W' -> new Attempted(at, Outcome.WRONG, 0, false);
            case 'P' -> new Attempted(at, Outcome.PARTIAL, 0.5, false);
            case 'U' -> new Attempted(at, Outcome.PARTIAL, 0.5, true);
            case 'I' -> new Attempted(at, Outcome.INVALID, 0, false);
            default -> new Attempted(at, Outcome.UNDECIDED, 0, false);
        };
    }
}

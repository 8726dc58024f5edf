package org.nabla.classroom.marking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How attempts at one problem become a mark. The mark depends on the attempts and the rules alone, never on when it is
 * computed.
 *
 * <p>What cannot be read and what could not be decided uses up no attempt, nor does one that has only empty boxes and right
 * ones. What comes after the closing time, or after the last attempt allowed, does not count.
 *
 * @param attempts how many attempts count; 0 for any number
 * @param penalty the share of the problem that each wrong answer before takes away
 */
public record Marking(int attempts, Counts counts, double penalty, LateRule late, ZoneId zone) {

    public Marking {
        Shares.require(penalty);
        if (attempts < 0) {
            throw new IllegalArgumentException("not a number of attempts: " + attempts);
        }
    }

    /** @param tries from the first to the last */
    public ProblemMark mark(List<Attempted> tries, Instant due, Instant closes) {
        var tally = new Tally();
        for (var attempt : tries) {
            if (attempts > 0 && tally.used >= attempts || attempt.at().isAfter(closes)) {
                tally.ignored++;
            } else {
                tally.add(attempt, attempt.score() * keeps(tally.wrong) * late.keeps(due, attempt.at(), zone), counts);
            }
        }
        return new ProblemMark(
                tally.share, tally.used, tally.wrongInRow, tally.solved, tally.firstRight, tally.ignored);
    }

    /** The same for a prediction: the first answer has all that lateness leaves, right or wrong, and no other counts. */
    public ProblemMark markAnswering(List<Attempted> tries, Instant due, Instant closes) {
        return new Marking(1, counts, 0, late, zone)
                .mark(tries.stream().map(Attempted::asAnswered).toList(), due, closes);
    }

    /** The share that is left after so many wrong answers. */
    private double keeps(int wrong) {
        return Math.max(0, 1 - penalty * wrong);
    }

    private static final class Tally {
        private double share;
        private int used;
        private int wrong;
        private int wrongInRow;
        private int ignored;
        private boolean solved;
        private boolean firstRight;

        void add(Attempted attempt, double worth, Counts counts) {
            if (!attempt.outcome().counts()) {
                return;
            }
            share = counts == Counts.BEST ? Math.max(share, worth) : worth;
            if (!attempt.usesUp()) {
                return;
            }
            used++;
            if (attempt.right()) {
                firstRight |= used == 1;
                solved = true;
                wrongInRow = 0;
            } else {
                wrong++;
                wrongInRow++;
            }
        }
    }
}

package org.nabla.practice.checkin;

import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.grading.Outcome;
import org.nabla.practice.desk.DeskRules;
import org.nabla.practice.desk.Guidance;
import org.nabla.practice.desk.Occasion;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.Manner;
import org.nabla.progress.checkin.CheckIn;
import org.nabla.progress.checkin.CheckIns;
import org.nabla.progress.checkin.Reply;

/** A question of the check-in: answered once, without help, and what became of it is told at the end. */
record QuestionOccasion(CheckIns checkIns, int position) implements Occasion {

    String address() {
        return "/check-in/" + position;
    }

    @Override
    public DeskRules rules() {
        return new DeskRules(
                address(),
                List.of(new DeskRules.Link("/check-in", "Check-in", false)),
                false,
                false,
                List.of("Question %d of at most %d. What was right is told at the end."
                        .formatted(position, CheckIn.MOST)),
                "",
                List.of(),
                Guidance.NONE,
                List.of(
                        new DeskRules.Link(address() + "/skip", "I have not met this", true),
                        new DeskRules.Link("/check-in/stop", "Stop here", false)),
                Optional.empty());
    }

    @Override
    public Manner manner() {
        return Manner.CHECK_IN;
    }

    /** What cannot be read, and what is not finished, may be sent again. */
    static boolean settles(GradedAttempt attempt) {
        return attempt.isEvidence() || attempt.outcome() == Outcome.UNDECIDED;
    }

    @Override
    public void kept(UserId learner, GradedAttempt attempt) {
        if (settles(attempt)) {
            checkIns.answered(learner, position, reply(attempt.outcome()), attempt.submission());
        }
    }

    private static Reply reply(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> Reply.RIGHT;
            case UNDECIDED -> Reply.UNDECIDED;
            case PARTIAL, WRONG, INVALID -> Reply.WRONG;
        };
    }
}

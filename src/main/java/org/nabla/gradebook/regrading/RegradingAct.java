package org.nabla.gradebook.regrading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.classroom.assignment.AcceptedAnswers.Accepted;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.Problem;

/** What a teacher wants to be made of the answers at one problem. */
sealed interface RegradingAct {

    /** What the button says. */
    String words();

    /** What the log says. */
    String done();

    /** The assignment as it is then, where marks follow from that alone and no answer is graded. */
    default Optional<Assignment> without(Assignment now, Problem problem) {
        return Optional.empty();
    }

    /** What is accepted then beside the keys. */
    default List<Accepted> accepted(List<Accepted> now) {
        return now;
    }

    /** Whether an attempt is graded anew. */
    default boolean concerns(RegradingRepository.Sent sent) {
        return sent.regradedVersion().isPresent();
    }

    /** Whether an attempt is judged by the edition in which it was sent, whatever was corrected since. */
    default boolean forgetsCorrection() {
        return false;
    }

    /** Keeps what is not a verdict. */
    default void keep(RegradingRepository corrections, Problem problem, Instant now) {}

    /** This answer is right too, for those who have this exercise. */
    record Accept(long exercise, String part, String value) implements RegradingAct {
        @Override
        public String words() {
            return "Accept “" + value + "” too";
        }

        @Override
        public String done() {
            return "accepted " + value;
        }

        @Override
        public List<Accepted> accepted(List<Accepted> now) {
            return Stream.concat(now.stream(), Stream.of(new Accepted(0, exercise, part, value)))
                    .toList();
        }

        @Override
        public boolean concerns(RegradingRepository.Sent sent) {
            return sent.exercise() == exercise;
        }

        @Override
        public void keep(RegradingRepository corrections, Problem problem, Instant now) {
            corrections.accept(problem, this, now);
        }
    }

    /** It is not any more. @param number of the accepted answer */
    record Forget(long number) implements RegradingAct {
        @Override
        public String words() {
            return "Take an accepted answer back";
        }

        @Override
        public String done() {
            return "an accepted answer taken back";
        }

        @Override
        public List<Accepted> accepted(List<Accepted> now) {
            return now.stream().filter(answer -> answer.id() != number).toList();
        }

        @Override
        public void keep(RegradingRepository corrections, Problem problem, Instant now) {
            corrections.forget(problem, number);
        }
    }

    /** Whoever answered has all points, or no more. */
    record FullMarks(boolean full) implements RegradingAct {
        @Override
        public String words() {
            return full ? "Full marks for whoever answered" : "Let the computed marks count again";
        }

        @Override
        public String done() {
            return full ? "full marks" : "full marks taken back";
        }

        @Override
        public Optional<Assignment> without(Assignment now, Problem problem) {
            return Optional.of(now.with(problem.inFull(full)));
        }

        @Override
        public void keep(RegradingRepository corrections, Problem problem, Instant now) {
            corrections.fullMarks(problem, full);
        }
    }

    /** The verdicts of a corrected edition do not count any more. */
    record Uncorrect() implements RegradingAct {
        @Override
        public String words() {
            return "Let the verdicts of before the correction count again";
        }

        @Override
        public String done() {
            return "a correction taken back";
        }

        @Override
        public boolean forgetsCorrection() {
            return true;
        }
    }
}

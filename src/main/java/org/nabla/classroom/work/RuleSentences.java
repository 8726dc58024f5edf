package org.nabla.classroom.work;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.LateDaySpending;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.times.Accommodations;

/** What holds in an assignment, in sentences for its learner. */
@Singleton
class RuleSentences {
    private final AssignmentService assignments;
    private final Accommodations accommodations;
    private final LateDaySpending spending;

    RuleSentences(AssignmentService assignments, Accommodations accommodations, LateDaySpending spending) {
        this.assignments = assignments;
        this.accommodations = accommodations;
        this.spending = spending;
    }

    /** What is said of late days, where there is anything to decide. */
    String lateDays(Seat seat, Assignment assignment) {
        var account = spending.account(seat, assignment);
        if (account.given() == 0 || !account.spendable() && !account.returnable()) {
            return "";
        }
        return "You have %s left. One late day moves your due date by a day."
                .formatted(Words.count(account.left(), "late day", "late days"));
    }

    /** The rules in sentences, only those that one has to know. */
    List<String> sentences(Seat seat, Assignment assignment, Terms terms) {
        var rules = assignment.rules();
        var sentences = new ArrayList<String>();
        accommodations.sentence(seat).ifPresent(sentences::add);
        sentences.add(
                rules.ownVariants()
                        ? "The numbers are yours alone: your classmates have others."
                        : "Everybody in the course has the same numbers.");
        if (rules.attempts() > 0) {
            sentences.add("You have %s at each exercise; %s counts."
                    .formatted(
                            Words.count(rules.attempts(), "attempt", "attempts"),
                            rules.counts().words()));
        } else {
            sentences.add("Try as often as you like; " + rules.counts().words() + " counts.");
        }
        sentences.add("What cannot be read uses up no attempt.");
        if (rules.penalty() > 0) {
            sentences.add("Each wrong answer takes %s of the exercise’s points away."
                    .formatted(Shares.percent(rules.penalty())));
        }
        if (terms.closes().isAfter(terms.due())) {
            sentences.add("It closes "
                    + CourseMoment.of(terms.closes(), seat.zone()).text() + ": until then late answers are taken.");
            sentences.add(
                    rules.late().perDay() == 0
                            ? "Late answers count in full until it closes."
                            : "With each day late an answer loses %s%s."
                                    .formatted(
                                            Shares.percent(rules.late().perDay()),
                                            rules.late().floor() > 0
                                                    ? ", but keeps at least "
                                                            + Shares.percent(
                                                                    rules.late().floor())
                                                    : ""));
        }
        if (!rules.telling().atOnce()) {
            sentences.add(told(seat, assignment));
        }
        if (!rules.help()) {
            sentences.add("Hints and the worked way open when it is closed.");
        }
        rules.required()
                .ifPresent(r -> sentences.add("It is done with %s of the points.".formatted(Shares.percent(r))));
        return sentences;
    }

    private String told(Seat seat, Assignment assignment) {
        var when =
                CourseMoment.of(assignments.toldFrom(assignment), seat.zone()).text();
        var why = assignment.rules().telling().at().isPresent()
                ? "."
                : ", when nobody in the course can hand in any more.";
        return (assignments.isTold(assignment)
                        ? "Whether an answer is right was told "
                        : "Whether an answer is right is told ")
                + when
                + why;
    }
}

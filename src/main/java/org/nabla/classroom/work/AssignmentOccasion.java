package org.nabla.classroom.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Drafts;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.database.glance.Glance;
import org.nabla.grading.Outcome;
import org.nabla.practice.desk.Countdown;
import org.nabla.practice.desk.DeskRules;
import org.nabla.practice.desk.Occasion;
import org.nabla.progress.attempt.GradedAttempt;

/** A learner answers a problem of an assignment. */
final class AssignmentOccasion implements Occasion {
    private static final String FORETELL =
            "Say it before you run it. Your first answer is kept, and has its points whether it is right or wrong.";
    private static final String KEPT = "Your prediction is kept. The first one counts, and there is no second.";

    private final Seat seat;
    private final Assignment assignment;
    private final Problem problem;
    private final AssignmentService assignments;
    private final WorkService work;
    private final TimedWork timed;
    private final Drafts drafts;
    private final Clock clock;
    private final Optional<Instant> typedAt;

    /** Which problem is answered, and by whom. */
    record Place(Seat seat, Assignment assignment, Problem problem) {}

    AssignmentOccasion(
            Place place, AssignmentService assignments, WorkService work, TimedWork timed, Drafts drafts, Clock clock) {
        this(place, assignments, work, timed, drafts, clock, Optional.empty());
    }

    private AssignmentOccasion(
            Place place,
            AssignmentService assignments,
            WorkService work,
            TimedWork timed,
            Drafts drafts,
            Clock clock,
            Optional<Instant> typedAt) {
        this.typedAt = typedAt;
        this.timed = timed;
        this.drafts = drafts;
        this.seat = place.seat();
        this.assignment = place.assignment();
        this.problem = place.problem();
        this.assignments = assignments;
        this.work = work;
        this.clock = clock;
    }

    /** The same where what is handed in was typed then: that time counts. */
    AssignmentOccasion typedAt(Instant at) {
        return new AssignmentOccasion(
                new Place(seat, assignment, problem), assignments, work, timed, drafts, clock, Optional.of(at));
    }

    @Override
    public DeskRules rules() {
        return Glance.at(this::read);
    }

    private DeskRules read() {
        var now = clock.instant();
        var rules = assignment.rules();
        var terms = assignments.terms(assignment, seat.user());
        var closed = seat.archived() || terms.at(now) == Terms.Phase.CLOSED;
        var left = left();
        return new DeskRules(
                        address(problem.position()),
                        List.of(
                                new DeskRules.Link(seat.address(), seat.title(), false),
                                new DeskRules.Link(assignment.address(), assignment.title(), false)),
                        assignments.isTold(assignment),
                        !problem.foretold() && assignments.isHelpOpen(assignment, seat.user()),
                        notes(terms, left, closed),
                        closed
                                ? "This assignment is closed: no more answers are taken."
                                : left.filter(l -> l <= 0)
                                        .map(l -> problem.foretold() ? KEPT : usedUp(rules.attempts()))
                                        .orElse(""),
                        links(closed))
                .against(closed ? Optional.empty() : countdown(now));
    }

    private Optional<Countdown> countdown(Instant now) {
        return timed.of(assignment, seat.user())
                .map(course -> new Countdown(
                        now,
                        course.ends(),
                        CourseMoment.of(course.ends(), seat.zone()).text()));
    }

    @Override
    public Map<String, String> drafted() {
        return drafts.find(problem, seat.user()).map(Drafts.Draft::typed).orElse(Map.of());
    }

    private static String usedUp(int attempts) {
        return attempts == 1 ? "Your one attempt is used up." : "Your " + attempts + " attempts are used up.";
    }

    /** How many attempts are left; empty where there is no limit. */
    private Optional<Integer> left() {
        var allowed = problem.foretold() ? 1 : assignment.rules().attempts();
        return allowed == 0
                ? Optional.empty()
                : Optional.of(allowed
                        - work.standing(problem, seat.user())
                                .map(s -> s.mark().used())
                                .orElse(0));
    }

    private List<String> notes(Terms terms, Optional<Integer> left, boolean closed) {
        var notes = new ArrayList<String>();
        notes.add("Exercise %d of %d, %s."
                .formatted(order().indexOf(problem) + 1, assignment.problems().size(), Words.points(problem.points())));
        if (!closed && assignment.rules().timing().timed()) {
            if (terms.at(clock.instant()) == Terms.Phase.LATE) {
                notes.add("It was due " + time(terms.due()) + ": answers are late now.");
            }
        } else if (!closed) {
            notes.add(
                    terms.at(clock.instant()) == Terms.Phase.LATE
                            ? "It was due " + time(terms.due()) + ". Late answers count until " + time(terms.closes())
                                    + "."
                            : "Due " + time(terms.due()) + " (" + CourseMoment.zoneName(seat.zone()) + ").");
            if (terms.at(clock.instant()) == Terms.Phase.OPEN && terms.closes().isAfter(terms.due())) {
                notes.add("Late answers count until " + time(terms.closes()) + ".");
            }
        }
        left.filter(l -> l > 0 && !closed)
                .ifPresent(l -> notes.add(
                        problem.foretold() ? FORETELL : l == 1 ? "One attempt left." : l + " attempts left."));
        drafts.find(problem, seat.user())
                .ifPresent(draft -> notes.add("What stands in the boxes is a draft, kept %s and not handed in %s."
                        .formatted(time(draft.savedAt()), closed ? "by you" : "yet")));
        if (assignments.isTold(assignment)) {
            work.regraded(problem, seat.user())
                    .ifPresent(outcome -> notes.add("Your answer was graded anew by your teacher: it counts as "
                            + (outcome == Outcome.CORRECT
                                    ? "right"
                                    : outcome == Outcome.PARTIAL ? "partly right" : "not right")
                            + "."));
            if (problem.fullMarks()) {
                notes.add("Your teacher gives all points to whoever answered this exercise.");
            }
        } else {
            notes.add("Whether it is right is told " + time(assignments.toldFrom(assignment)) + ".");
        }
        return notes;
    }

    private String time(Instant at) {
        return CourseMoment.of(at, seat.zone()).text();
    }

    private List<DeskRules.Link> links(boolean closed) {
        var links = new ArrayList<DeskRules.Link>();
        var order = order();
        order.stream()
                .skip(order.indexOf(problem) + 1L)
                .findFirst()
                .ifPresent(next -> links.add(new DeskRules.Link(address(next.position()), "Next exercise", true)));
        links.add(new DeskRules.Link(assignment.address(), "Back to the list", links.isEmpty()));
        if (closed) {
            links.add(new DeskRules.Link("/practice/" + problem.template(), "Practice another one like it", false));
        }
        return links;
    }

    private List<Problem> order() {
        return assignment.order(seat.user());
    }

    private String address(int position) {
        return assignment.address() + "/problems/" + position;
    }

    @Override
    public Optional<UUID> latest() {
        return work.latest(problem, seat.user());
    }

    @Override
    public void kept(UserId learner, GradedAttempt attempt) {
        work.handIn(assignment, problem, learner, attempt, typedAt, seat.zone());
        drafts.forget(problem, learner);
    }

    @Override
    public void repeated(UserId learner, GradedAttempt attempt) {
        work.repeated(assignment, problem, learner, attempt.submission(), seat.zone());
    }
}

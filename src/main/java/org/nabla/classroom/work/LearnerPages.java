package org.nabla.classroom.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.listing.AssignmentList;
import org.nabla.classroom.listing.LearnerPage;
import org.nabla.classroom.listing.StartSentences;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Standing;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.Shelves;

/** Puts together what a learner sees of an assignment. */
@Singleton
class LearnerPages {
    private final AssignmentService assignments;
    private final WorkService work;
    private final CourseService courses;
    private final Shelves shelves;
    private final RuleSentences rules;
    private final StartSentences starts;
    private final WarmUps warmUps;
    private final Clock clock;

    LearnerPages(
            AssignmentService assignments,
            WorkService work,
            CourseService courses,
            Shelves shelves,
            RuleSentences rules,
            StartSentences starts,
            WarmUps warmUps,
            Clock clock) {
        this.assignments = assignments;
        this.work = work;
        this.courses = courses;
        this.shelves = shelves;
        this.rules = rules;
        this.starts = starts;
        this.warmUps = warmUps;
        this.clock = clock;
    }

    LearnerPage of(Seat seat, Assignment assignment, String notice) {
        var now = clock.instant();
        var all = assignment.rules().terms();
        var allowance = assignments.allowance(assignment, seat.user());
        var own = allowance.terms(all);
        var terms = assignments.terms(assignment, seat.user());
        var phase = terms.at(now);
        var waits = starts.waits(seat, assignment) && phase != Terms.Phase.CLOSED;
        var told = assignments.isTold(assignment);
        var standings = work.standings(seat.course(), seat.user()).stream()
                .filter(s -> s.assignment() == assignment.id())
                .collect(Collectors.toMap(Standing::problem, Function.identity()));
        var override = Optional.ofNullable(assignments.overrides(assignment).get(seat.user()));
        var got = assignment.problems().stream()
                .mapToDouble(p -> p.points() * share(standings, p))
                .sum();
        var handedIn = standings.values().stream().anyMatch(s -> s.lastAt().isPresent());
        var due = terms.due().isBefore(now);
        var missing = courses.missing(seat.course());
        var points = missing.points(got, handedIn, due);
        var counted = override.map(o -> o.points().orElse(Double.NaN)).orElse(points.orElse(Double.NaN));
        return new LearnerPage(
                seat,
                assignment.address(),
                assignment.title(),
                new LearnerPage.State(
                        own.at(now).name().toLowerCase(Locale.ROOT), AssignmentList.word(own.at(now), own, seat)),
                new LearnerPage.Due(
                        CourseMoment.of(own.due(), seat.zone()),
                        allowance.why(all, "your"),
                        allowance.isMore(all),
                        seat.archived() ? "" : rules.lateDays(seat, assignment)),
                rules.sentences(seat, assignment, own),
                phase == Terms.Phase.COMING || waits
                        ? List.of()
                        : assignment.order(seat.user()).stream()
                                .map(p -> row(
                                        assignment, seat.user(), p, Optional.ofNullable(standings.get(p.id())), told))
                                .toList(),
                new LearnerPage.Score(
                        told
                                ? points.map(p -> "%s of %s"
                                                .formatted(Shares.plain(p), Words.points(assignment.points())))
                                        .orElse("")
                                : "",
                        override.map(LearnerPages::said)
                                .orElse(
                                        missing.excuses(handedIn, due)
                                                ? "Nothing was handed in: this assignment is excused."
                                                : ""),
                        told && !Double.isNaN(counted)
                                ? assignment.rules().required().map(r -> counted >= r * assignment.points() - 1e-9)
                                : Optional.empty()),
                starts.of(seat, assignment, waits && phase != Terms.Phase.COMING && !seat.archived()),
                phase == Terms.Phase.COMING || phase == Terms.Phase.CLOSED || seat.archived() || waits
                        ? ""
                        : next(assignment, seat.user(), standings, told),
                phase == Terms.Phase.CLOSED ? List.of() : warmUps.of(assignment, seat.user()),
                notice);
    }

    private static double share(Map<Long, Standing> standings, Problem problem) {
        var standing = standings.get(problem.id());
        return standing == null ? 0 : standing.mark().share();
    }

    private static String said(MarkOverride override) {
        return override.points()
                        .map(points -> "Your teacher set this to " + Words.points(points))
                        .orElse("Your teacher has excused you")
                + ": " + override.reason();
    }

    private LearnerPage.Row row(
            Assignment assignment, UserId learner, Problem problem, Optional<Standing> standing, boolean told) {
        var title = shelves.anywhere(problem.template())
                .map(ExerciseTemplate::title)
                .orElse(problem.template().value());
        var answered = standing.filter(s -> s.lastAt().isPresent());
        var mark = answered.map(Standing::mark);
        // What was not decided, could not be read or came too late is not held against anybody.
        var nothing = mark.filter(m -> m.used() == 0 && m.share() == 0).isPresent();
        var tone = mark.map(
                        m -> !told || nothing ? "kept" : m.solved() ? "correct" : m.share() > 0 ? "partial" : "wrong")
                .orElse("");
        var word = switch (tone) {
            case "kept" -> told ? "nothing counts so far" : "answered";
            case "correct" -> "right";
            case "partial" -> "partly right";
            case "wrong" -> "not yet right";
            default -> standing.isPresent() ? "opened" : "not opened yet";
        };
        return new LearnerPage.Row(
                assignment.order(learner).indexOf(problem) + 1,
                assignment.address() + "/problems/" + problem.position(),
                title,
                Words.points(problem.points()),
                tone,
                word,
                told && mark.isPresent()
                        ? "%s of %s"
                                .formatted(
                                        Shares.plain(mark.get().share() * problem.points()),
                                        Words.points(problem.points()))
                        : Words.points(problem.points()));
    }

    /** The first that is not done yet. */
    private static String next(Assignment assignment, UserId learner, Map<Long, Standing> standings, boolean told) {
        return assignment.order(learner).stream()
                .filter(p -> {
                    var standing = standings.get(p.id());
                    return standing == null
                            || (told
                                    ? !standing.mark().solved()
                                    : standing.lastAt().isEmpty());
                })
                .findFirst()
                .map(p -> assignment.address() + "/problems/" + p.position())
                .orElse("");
    }
}

package org.nabla.classroom.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Drafts;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.assignment.WorkRepository;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.marking.CourseTime;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Standing;
import org.nabla.classroom.marking.TimedRun;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.sheet.Sheets;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.grading.Outcome;
import org.nabla.progress.store.Shelves;
import org.nabla.progress.store.StoredExercise;

/** Puts together what a teacher sees of one learner's work. */
@Singleton
class WorkPages {
    private final AssignmentService assignments;
    private final WorkService work;
    private final Shelves shelves;
    private final Sheets sheets;

    private final TimedWork timed;
    private final Drafts drafts;
    private final Clock clock;

    WorkPages(
            AssignmentService assignments,
            WorkService work,
            Shelves shelves,
            Sheets sheets,
            TimedWork timed,
            Drafts drafts,
            Clock clock) {
        this.timed = timed;
        this.drafts = drafts;
        this.clock = clock;
        this.assignments = assignments;
        this.work = work;
        this.shelves = shelves;
        this.sheets = sheets;
    }

    WorkPage of(Seat seat, Assignment assignment, Enrolled learner, WorkPage.Times times, String notice) {
        var standings = work.standings(seat.course(), learner.id()).stream()
                .filter(s -> s.assignment() == assignment.id())
                .collect(Collectors.toMap(Standing::problem, Function.identity()));
        var typed = work.typed(assignment, learner.id()).stream()
                .collect(Collectors.groupingBy(WorkRepository.Typed::problem));
        var rows = assignment.problems().stream()
                .map(p -> row(
                        seat,
                        p,
                        Optional.ofNullable(standings.get(p.id())),
                        typed.getOrDefault(p.id(), List.of()),
                        left(seat, assignment, p, learner)))
                .toList();
        var got = assignment.problems().stream()
                .mapToDouble(p -> Optional.ofNullable(standings.get(p.id()))
                        .map(standing -> standing.mark().share() * p.points())
                        .orElse(0.0))
                .sum();
        return new WorkPage(
                seat,
                new WorkPage.Task(assignment.address(), assignment.title(), assignment.number()),
                new WorkPage.Whose(assignment.address() + "/learners/" + learner.id(), learner.name()),
                rows,
                new WorkPage.Mark(
                        Shares.plain(got) + " of " + Words.points(assignment.points()),
                        Shares.plain(assignment.points()),
                        Optional.ofNullable(assignments.overrides(assignment).get(learner.id()))
                                .map(o -> new WorkPage.Shown(
                                        o.points().map(Words::points).orElse("excused"), o.reason()))),
                time(seat, assignment, learner),
                times,
                seen(assignment, learner),
                notice);
    }

    private WorkPage.Time time(Seat seat, Assignment assignment, Enrolled learner) {
        var all = assignment.rules().terms();
        var allowance = assignments.allowance(assignment, learner.id());
        return new WorkPage.Time(
                CourseMoment.of(allowance.terms(all).due(), seat.zone()),
                allowance.why(all, "their"),
                Optional.ofNullable(assignments.extensions(assignment).get(learner.id()))
                        .map(e -> new WorkPage.Shown(
                                CourseMoment.of(e.due(), seat.zone()).text(), e.reason())),
                allowance.extension().isPresent() || allowance.kept().isPresent(),
                timed.of(assignment, learner.id())
                        .map(course -> new WorkPage.Run(
                                CourseMoment.of(course.run().started(), seat.zone()),
                                CourseMoment.of(course.ends(), seat.zone()),
                                !clock.instant().isBefore(course.ends()))));
    }

    /** Tells whether somebody else has given more time or set a mark since a page was made. */
    String seen(Assignment assignment, Enrolled learner) {
        return "w"
                + Integer.toHexString(Objects.hash(
                        String.valueOf(assignments.extensions(assignment).get(learner.id())),
                        String.valueOf(
                                assignments.allowance(assignment, learner.id()).kept()),
                        String.valueOf(assignments.overrides(assignment).get(learner.id()))));
    }

    /** What the fields of an extension begin with: the times that hold now, without the days that come on top by themselves. */
    WorkPage.Times times(Seat seat, Assignment assignment, Enrolled learner) {
        var terms = assignments
                .allowance(assignment, learner.id())
                .withoutDays(assignment.rules().terms());
        return new WorkPage.Times(
                CourseTime.field(terms.due(), seat.zone()), CourseTime.field(terms.closes(), seat.zone()), "", "", "");
    }

    private WorkPage.Row row(
            Seat seat,
            Problem problem,
            Optional<Standing> standing,
            List<WorkRepository.Typed> typed,
            Optional<WorkPage.Left> left) {
        var title = shelves.anywhere(problem.template())
                .map(ExerciseTemplate::title)
                .orElse(problem.template().value());
        var byAttempt = new LinkedHashMap<Long, List<WorkRepository.Typed>>();
        typed.forEach(t ->
                byAttempt.computeIfAbsent(t.attempt(), a -> new ArrayList<>()).add(t));
        var exercise = standing.flatMap(s -> work.exercise(s.exercise())).map(StoredExercise::exercise);
        return new WorkPage.Row(
                problem.position(),
                title,
                Shares.plain(standing.map(s -> s.mark().share() * problem.points())
                                .orElse(0.0)) + " of " + Words.points(problem.points()),
                exercise.map(e -> sheets.of(e, problem.position(), "")),
                exercise.flatMap(e -> shelves.data(e.template(), e.seed())),
                standing.map(s -> CourseMoment.of(s.openedAt(), seat.zone())),
                byAttempt.values().stream()
                        .map(attempt -> attempt(seat, attempt))
                        .toList(),
                left);
    }

    /** Nobody looks into boxes in which somebody still types. */
    private Optional<WorkPage.Left> left(Seat seat, Assignment assignment, Problem problem, Enrolled learner) {
        return timed.of(assignment, learner.id())
                .filter(course -> course.ends().plus(TimedRun.GRACE).isBefore(clock.instant()))
                .flatMap(course -> drafts.find(problem, learner.id()))
                .map(draft -> new WorkPage.Left(
                        CourseMoment.of(draft.savedAt(), seat.zone()),
                        draft.typed().values().stream()
                                .filter(text -> !text.isBlank())
                                .toList()))
                .filter(found -> !found.typed().isEmpty());
    }

    private static WorkPage.Try attempt(Seat seat, List<WorkRepository.Typed> responses) {
        var first = responses.get(0);
        return new WorkPage.Try(
                CourseMoment.of(first.at(), seat.zone()),
                responses.stream().flatMap(r -> r.text().stream()).toList(),
                first.outcome().name().toLowerCase(Locale.ROOT),
                word(first.outcome()));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> "right";
            case PARTIAL -> "partly right";
            case WRONG -> "not right";
            case INVALID -> "could not be read";
            case UNDECIDED -> "undecided";
        };
    }
}

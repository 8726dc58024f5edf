package org.nabla.classroom.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.Missing;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.listing.AssignmentList;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Standing;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.Shelves;

/** Puts together what a teacher sees of an assignment. */
@Singleton
class TeacherPages {
    private final AssignmentService assignments;
    private final WorkService work;
    private final CoursePeople people;
    private final CourseService courses;
    private final Sections sections;
    private final Shelves shelves;
    private final TimedWork timed;
    private final Clock clock;

    TeacherPages(
            AssignmentService assignments,
            WorkService work,
            CoursePeople people,
            CourseService courses,
            Sections sections,
            Shelves shelves,
            TimedWork timed,
            Clock clock) {
        this.timed = timed;
        this.assignments = assignments;
        this.work = work;
        this.people = people;
        this.courses = courses;
        this.sections = sections;
        this.shelves = shelves;
        this.clock = clock;
    }

    TeacherPage of(Seat seat, Assignment assignment, String notice) {
        var terms = assignment.rules().terms();
        var learners = people.learners(seat);
        Map<UserId, Map<Long, Standing>> standings = work.standings(assignment).stream()
                .collect(Collectors.groupingBy(
                        Standing::learner, Collectors.toMap(Standing::problem, standing -> standing)));
        var allowances = assignments.allowances(assignment);
        var runs = timed.of(assignment);
        var overrides = assignments.overrides(assignment);
        var missing = courses.missing(seat.course());
        var rows = new ArrayList<TeacherPage.Row>();
        var stuck = new ArrayList<TeacherPage.Stuck>();
        for (var learner : learners) {
            var theirs = standings.getOrDefault(learner.id(), Map.of());
            var allowance = allowances.getOrDefault(learner.id(), Allowance.NONE);
            var address = assignment.address() + "/learners/" + learner.id();
            rows.add(new TeacherPage.Row(
                    learner.name(),
                    address,
                    assignment.problems().stream()
                            .map(p -> cell(Optional.ofNullable(theirs.get(p.id()))))
                            .toList(),
                    mark(
                            assignment,
                            theirs,
                            Optional.ofNullable(overrides.get(learner.id())),
                            missing,
                            allowance.terms(terms).due().isBefore(clock.instant())),
                    overrides.containsKey(learner.id()),
                    Optional.ofNullable(runs.get(learner.id()))
                            .map(run -> run.ends(allowance.terms(terms).closes()))
                            .or(() -> Optional.of(allowance.terms(terms).due())
                                    .filter(due -> !allowance.terms(terms).equals(terms)))
                            .map(until -> CourseMoment.of(until, seat.zone()).text())
                            .orElse("")));
            stuck.addAll(stuck(assignment, learner, theirs, address));
        }
        var begun = learners.stream().filter(l -> standings.containsKey(l.id())).count();
        return new TeacherPage(
                seat,
                assignment.address(),
                assignment.number(),
                assignment.title(),
                AssignmentList.word(terms.at(clock.instant()), terms, seat),
                new TeacherPage.Dates(
                        CourseMoment.of(terms.opens(), seat.zone()),
                        CourseMoment.of(terms.due(), seat.zone()),
                        CourseMoment.of(terms.closes(), seat.zone()),
                        terms.closes().isAfter(terms.due()),
                        sectionDates(seat, assignment)),
                assignment.problems().stream().map(this::column).toList(),
                rows,
                stuck,
                begun + " of " + Words.count(learners.size(), "learner has", "learners have") + " begun.",
                notice);
    }

    private List<TeacherPage.SectionDates> sectionDates(Seat seat, Assignment assignment) {
        var times = assignments.sectionTimes(assignment);
        return sections.of(seat.course()).stream()
                .filter(section -> seat.rights().sees(Optional.of(section)))
                .flatMap(section -> Optional.ofNullable(times.get(section.id()))
                        .map(own ->
                                new TeacherPage.SectionDates(section.title(), CourseMoment.of(own.due(), seat.zone())))
                        .stream())
                .toList();
    }

    private TeacherPage.Column column(Problem problem) {
        return new TeacherPage.Column(
                problem.position(), title(problem), Words.points(problem.points()), "/practice/" + problem.template());
    }

    private String title(Problem problem) {
        return shelves.anywhere(problem.template())
                .map(ExerciseTemplate::title)
                .orElse(problem.template().value());
    }

    private static TeacherPage.Cell cell(Optional<Standing> standing) {
        if (standing.isEmpty()) {
            return new TeacherPage.Cell("", "not opened", "", false);
        }
        var mark = standing.get().mark();
        if (standing.get().lastAt().isEmpty()) {
            return new TeacherPage.Cell("", "opened, no answer", "", false);
        }
        var used = Integer.toString(mark.used());
        var after = mark.used() == 1 ? "at first try" : "after " + mark.used() + " attempts";
        if (mark.solved()) {
            return new TeacherPage.Cell("correct", "right " + after, mark.used() == 1 ? "" : used, false);
        }
        return mark.share() > 0
                ? new TeacherPage.Cell("partial", "partly right " + after, used, mark.stuck())
                : new TeacherPage.Cell("wrong", mark.used() + " wrong", used, mark.stuck());
    }

    private static String mark(
            Assignment assignment,
            Map<Long, Standing> theirs,
            Optional<MarkOverride> override,
            Missing missing,
            boolean due) {
        if (override.isPresent()) {
            return override.get().points().map(Shares::plain).orElse("excused");
        }
        var handedIn = theirs.values().stream().anyMatch(s -> s.lastAt().isPresent());
        var computed = assignment.problems().stream()
                .mapToDouble(p -> Optional.ofNullable(theirs.get(p.id()))
                        .map(s -> s.mark().share() * p.points())
                        .orElse(0.0))
                .sum();
        return missing.excuses(handedIn, due)
                ? "excused"
                : missing.points(computed, handedIn, due).map(Shares::plain).orElse("–");
    }

    private List<TeacherPage.Stuck> stuck(
            Assignment assignment, Enrolled learner, Map<Long, Standing> theirs, String address) {
        return assignment.problems().stream()
                .flatMap(p -> Optional.ofNullable(theirs.get(p.id()))
                        .filter(standing -> standing.mark().stuck())
                        .map(standing -> new TeacherPage.Stuck(
                                learner.name(),
                                address + "#problem-" + p.position(),
                                p.position(),
                                title(p),
                                standing.mark().wrongInRow()))
                        .stream())
                .toList();
    }
}

package org.nabla.classroom.assignment;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.CalendarShift;
import org.nabla.classroom.marking.CourseTime;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.ProblemMark;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Standing;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.TimedRun;
import org.nabla.classroom.problemset.Picked;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.times.TimesChanged;

/** Gives assignments and changes their rules, for all or for one; marks follow. Whether somebody may is decided before. */
@Singleton
public class AssignmentService {
    private final AssignmentRepository assignments;
    private final WorkRepository work;
    private final AllowanceRepository allowances;
    private final DrawnRepository drawn;
    private final TimedRuns runs;
    private final CourseService courses;
    private final CourseLog log;
    private final Clock clock;

    AssignmentService(
            AssignmentRepository assignments,
            WorkRepository work,
            AllowanceRepository allowances,
            DrawnRepository drawn,
            TimedRuns runs,
            CourseService courses,
            CourseLog log,
            Clock clock) {
        this.assignments = assignments;
        this.work = work;
        this.allowances = allowances;
        this.drawn = drawn;
        this.runs = runs;
        this.courses = courses;
        this.log = log;
        this.clock = clock;
    }

    /** A problem before it has a row. */
    public record Chosen(Picked picked, Optional<Long> shared) {}

    /** @return its number */
    @Transactional
    public int give(Seat seat, AssignmentRules rules, List<Chosen> problems) {
        var number = assignments.nextNumber(seat.course());
        var row = new AssignmentRow(seat.course(), number, rules, clock.instant());
        assignments.persistAndFlush(row);
        for (var i = 0; i < problems.size(); i++) {
            var chosen = problems.get(i);
            assignments.add(new ProblemRow(
                    row.key(),
                    i + 1,
                    chosen.picked().template().id(),
                    chosen.picked().points(),
                    chosen.shared()));
        }
        assignments.flush();
        drawn.want(row.key(), clock.instant());
        log.write(seat.course(), seat.user(), LogAction.ASSIGNMENT_CHANGED, rules.title() + ": given");
        return number;
    }

    /**
     * Gives the same problems again, in a copy of their course: everybody gets numbers of their own time.
     *
     * @param sections the dates of the sections of the copy that have their own
     * @return what names it in the database
     */
    @Transactional
    public long copy(Seat into, AssignmentRules rules, List<Problem> problems, Map<Long, Terms> sections) {
        var row = new AssignmentRow(into.course(), assignments.nextNumber(into.course()), rules, clock.instant());
        assignments.persistAndFlush(row);
        for (var problem : problems) {
            assignments.add(new ProblemRow(
                    row.key(), problem.position(), problem.template(), problem.points(), Optional.empty()));
        }
        assignments.flush();
        allowances.setSectionTimes(row.key(), sections);
        drawn.want(row.key(), clock.instant());
        return row.id();
    }

    /**
     * Changes the rules. Marks are computed anew where they may change.
     *
     * @param assignment as it was seen
     * @return empty where it is done; else why nothing was changed, in a sentence
     */
    @Transactional
    public Optional<String> change(Seat seat, Assignment assignment, AssignmentRules rules) {
        var row = assignments.rowForChange(seat.course(), assignment.number());
        if (row.filter(found -> found.rules().equals(assignment.rules())).isEmpty()) {
            return Optional.of("Somebody else has changed these rules in this moment. Look at them again.");
        }
        var otherNumbers = rules.ownVariants() != assignment.rules().ownVariants();
        if (otherNumbers && !work.standings(assignment.id()).isEmpty()) {
            return Optional.of("Somebody has begun in this moment: whose numbers are whose stays as it is.");
        }
        row.get().apply(rules);
        log.write(seat.course(), seat.user(), LogAction.ASSIGNMENT_CHANGED, rules.title() + ": rules changed");
        assignments.flush();
        if (otherNumbers) {
            drawn.forget(assignment);
        }
        drawn.want(assignment.key(), clock.instant());
        if (!rules.marksLike(assignment.rules())) {
            markAll(assignment.with(rules), seat.zone());
        }
        return Optional.empty();
    }

    /**
     * Moves the course to another time zone; marks follow.
     *
     * @param timesOfDayStay whether its dates keep their time of day and are other moments then, or stay what they are
     */
    @Transactional
    public void changeZone(Seat seat, ZoneId to, boolean timesOfDayStay) {
        courses.describe(seat, seat.title(), to);
        var shift = new CalendarShift(seat.zone(), to, 0);
        for (var assignment : assignments.of(seat.course())) {
            var row = assignments.rowForChange(seat.course(), assignment.number());
            if (timesOfDayStay) {
                row.ifPresent(found -> found.apply(shift.of(found.rules())));
                allowances
                        .extensions(assignment.key())
                        .forEach((learner, given) -> allowances.move(assignment.key(), learner, shift.of(given)));
                allowances.moveKept(assignment.key(), shift::of);
                var sections = new LinkedHashMap<Long, Terms>();
                allowances
                        .sectionTimes(assignment.key())
                        .forEach((section, terms) -> sections.put(section, shift.of(terms)));
                allowances.setSectionTimes(assignment.key(), sections);
            }
            assignments.flush();
            row.ifPresent(found -> markAll(assignment.with(found.rules()), to));
        }
        if (timesOfDayStay) {
            log.write(seat.course(), seat.user(), LogAction.ASSIGNMENT_CHANGED, "all dates: the times of day stay");
        }
    }

    /** Whether there still is such an assignment; then there is until the end of the transaction. */
    @Transactional
    public boolean stands(long course, long assignment) {
        return assignments.stands(course, assignment);
    }

    @Transactional
    public Optional<Assignment> find(long course, long number) {
        return assignments.find(course, number);
    }

    @Transactional
    List<Assignment> find(Collection<Long> ids) {
        return assignments.find(ids);
    }

    /** In the order in which they are due. */
    @Transactional
    public List<Assignment> of(long course) {
        return assignments.of(course);
    }

    /** The times that hold for a learner, those of their run against the clock included. */
    @Transactional
    public Terms terms(Assignment assignment, UserId learner) {
        var own = ownTerms(assignment, learner);
        return assignment.rules().timing().timed()
                ? runs.of(assignment.id(), learner).map(run -> run.terms(own)).orElse(own)
                : own;
    }

    /** The times that hold for a learner before they start, and where there is no clock. */
    @Transactional
    public Terms ownTerms(Assignment assignment, UserId learner) {
        return allowance(assignment, learner).terms(assignment.rules().terms());
    }

    /** Which times hold for a learner, and why. */
    @Transactional
    public Allowance allowance(Assignment assignment, UserId learner) {
        return allowances.of(assignment.key(), learner);
    }

    /** The same for all for whom the times of all do not hold. */
    @Transactional
    public Map<UserId, Allowance> allowances(Assignment assignment) {
        return allowances.of(assignment.key());
    }

    /** The same for all assignments of a course, by their ids. */
    @Transactional
    public Map<Long, Map<UserId, Allowance>> allowances(long course) {
        return allowances.ofCourse(course);
    }

    /** The dates of the sections that have their own, by section. */
    @Transactional
    public Map<Long, Terms> sectionTimes(Assignment assignment) {
        return allowances.sectionTimes(assignment.key());
    }

    @Transactional
    public Map<UserId, Extension> extensions(Assignment assignment) {
        return allowances.extensions(assignment.key());
    }

    @Transactional
    public Map<UserId, MarkOverride> overrides(Assignment assignment) {
        return allowances.overrides(assignment.key());
    }

    @Transactional
    public void extend(Seat seat, Assignment assignment, UserId learner, Extension extension) {
        allowances.extend(assignment.key(), learner, extension, clock.instant());
        log.write(
                seat.course(),
                seat.user(),
                LogAction.EXTENSION_GIVEN,
                learner,
                assignment.title() + ", until " + CourseTime.field(extension.due(), seat.zone()) + ": "
                        + extension.reason());
        mark(assignment, learner, seat.zone());
    }

    @Transactional
    public void endExtension(Seat seat, Assignment assignment, UserId learner) {
        allowances.endExtension(assignment.key(), learner);
        allowances.endKept(assignment.key(), learner);
        log.write(seat.course(), seat.user(), LogAction.EXTENSION_GIVEN, learner, assignment.title() + ": taken back");
        mark(assignment, learner, seat.zone());
    }

    @Transactional
    public void override(Seat seat, Assignment assignment, UserId learner, MarkOverride mark) {
        allowances.override(assignment.key(), learner, mark, clock.instant());
        var said = mark.points().map(Shares::plain).map(p -> p + " points").orElse("excused");
        log.write(
                seat.course(),
                seat.user(),
                LogAction.MARK_OVERRIDDEN,
                learner,
                assignment.title() + ", " + said + ": " + mark.reason());
    }

    @Transactional
    public void endOverride(Seat seat, Assignment assignment, UserId learner) {
        allowances.endOverride(assignment.key(), learner);
        log.write(seat.course(), seat.user(), LogAction.MARK_OVERRIDDEN, learner, assignment.title() + ": taken back");
    }

    /** What these attempts of a learner at one problem are worth. */
    @Transactional
    public ProblemMark mark(
            Assignment assignment, Problem problem, UserId learner, List<Attempted> tries, ZoneId zone) {
        return problem.mark(assignment.rules().marking(zone), tries, terms(assignment, learner));
    }

    /** Computes the mark of one learner at one problem from their attempts. */
    void mark(Assignment assignment, Problem problem, UserId learner, ZoneId zone) {
        var tries = List.copyOf(work.triesForMarking(problem.id(), learner).values());
        work.keep(
                assignment.course(),
                Map.of(
                        new WorkRepository.Desk(problem.id(), learner.value()),
                        mark(assignment, problem, learner, tries, zone)),
                clock.instant());
    }

    private void mark(Assignment assignment, UserId learner, ZoneId zone) {
        assignment.problems().forEach(problem -> mark(assignment, problem, learner, zone));
    }

    /** Other times hold for a learner in all assignments. */
    void timesChanged(@Observes TimesChanged times) {
        var zone = allowances.zone(times.course());
        var all = assignments.of(times.course()).stream().collect(Collectors.toMap(Assignment::id, a -> a));
        work.standings(times.course(), times.learner()).stream()
                .filter(standing -> standing.lastAt().isPresent())
                .forEach(standing -> markAgain(Optional.ofNullable(all.get(standing.assignment())), standing, zone));
    }

    /** Computes the marks of one learner in an assignment anew, where they have answered. */
    void markAnswered(Assignment assignment, UserId learner, ZoneId zone) {
        work.standings(assignment.course(), learner).stream()
                .filter(standing -> standing.assignment() == assignment.id())
                .filter(standing -> standing.lastAt().isPresent())
                .forEach(standing -> markAgain(Optional.of(assignment), standing, zone));
    }

    private void markAgain(Optional<Assignment> assignment, Standing standing, ZoneId zone) {
        assignment.ifPresent(found -> found.problems().stream()
                .filter(problem -> problem.id() == standing.problem())
                .forEach(problem -> mark(found, problem, standing.learner(), zone)));
    }

    /** Computes all marks of an assignment from the attempts. */
    @Transactional
    public void markAll(Assignment assignment, ZoneId zone) {
        var marking = assignment.rules().marking(zone);
        var problems = assignment.problems().stream().collect(Collectors.toMap(Problem::id, problem -> problem));
        var others = allowances.of(assignment.key());
        var all = assignment.rules().terms();
        var started = runs.of(assignment.id());
        var marks = new LinkedHashMap<WorkRepository.Desk, ProblemMark>();
        work.triesForMarking(assignment.id()).forEach((desk, tries) -> {
            var learner = new UserId(desk.learner());
            var own = others.getOrDefault(learner, Allowance.NONE).terms(all);
            var terms = Optional.ofNullable(started.get(learner))
                    .map(run -> run.terms(own))
                    .orElse(own);
            var problem = problems.get(desk.problem());
            marks.put(
                    desk,
                    problem == null
                            ? marking.mark(tries, terms.due(), terms.closes())
                            : problem.mark(marking, tries, terms));
        });
        work.keep(assignment.course(), marks, clock.instant());
    }

    /** When no learner of the course can hand in any more: what counts before this is the secret of all. */
    @Transactional
    public Instant lastClose(Assignment assignment) {
        var all = assignment.rules().closesAt();
        var last = allowances
                .lastClose(assignment.key(), assignment.rules().terms())
                .filter(all::isBefore)
                .orElse(all);
        // Whoever runs against the clock to the end has a minute more, and then what stood in their boxes is handed in.
        return assignment.rules().timing().timed() ? last.plus(TimedRun.GRACE) : last;
    }

    /** From when learners are told what was found, where not with each answer. */
    @Transactional
    public Instant toldFrom(Assignment assignment) {
        return assignment.rules().telling().at().orElseGet(() -> lastClose(assignment));
    }

    /** Whether learners are told now what was found. */
    @Transactional
    public boolean isTold(Assignment assignment) {
        var telling = assignment.rules().telling();
        // What is handed in at the closing time itself still counts.
        return telling.atOnce()
                || (telling.at().isPresent()
                        ? !clock.instant().isBefore(telling.at().get())
                        : clock.instant().isAfter(lastClose(assignment)));
    }

    /** Whether hints and the worked way may be opened: as the rules say, or when it is over. Where all have the same numbers that is when it is over for all. */
    @Transactional
    public boolean isHelpOpen(Assignment assignment, UserId learner) {
        var now = clock.instant();
        var over = assignment.rules().ownVariants()
                ? terms(assignment, learner).at(now) == Terms.Phase.CLOSED
                : now.isAfter(lastClose(assignment));
        return assignment.rules().help() || over && isTold(assignment);
    }
}

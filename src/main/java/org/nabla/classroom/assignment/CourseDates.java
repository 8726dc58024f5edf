package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.MarkMove;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.seat.Seat;

/** The dates of assignments for all and for sections: changed in one act, and what that does to marks is seen before. */
@Singleton
public class CourseDates {

    /**
     * Other dates of an assignment.
     *
     * @param assignment as it was seen
     * @param seen the dates of its sections, as they were seen
     * @param rules the new rules, which do not change whose numbers are whose
     * @param sections the new dates of the sections that have their own
     */
    public record Change(
            Assignment assignment, Map<Long, Terms> seen, AssignmentRules rules, Map<Long, Terms> sections) {

        /** Whether anything is other than it was. */
        public boolean isAny() {
            return !rules.equals(assignment.rules()) || !sections.equals(seen);
        }
    }

    private final AssignmentRepository assignments;
    private final AllowanceRepository allowances;
    private final AssignmentService service;
    private final MarkForecast forecast;
    private final DrawnRepository drawn;
    private final CoursePeople people;
    private final CourseLog log;
    private final Clock clock;

    CourseDates(
            AssignmentRepository assignments,
            AllowanceRepository allowances,
            AssignmentService service,
            MarkForecast forecast,
            DrawnRepository drawn,
            CoursePeople people,
            CourseLog log,
            Clock clock) {
        this.assignments = assignments;
        this.allowances = allowances;
        this.service = service;
        this.forecast = forecast;
        this.drawn = drawn;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    /** The dates of the sections that have their own, by assignment and section. */
    @Transactional
    public Map<Long, Map<Long, Terms>> ofSections(long course) {
        return allowances.sectionTimesOf(course);
    }

    /** Which marks change where these dates hold. */
    @Transactional
    public List<MarkMove> moves(Seat seat, Change change) {
        var now = allowances.of(change.assignment().key());
        var then = new LinkedHashMap<UserId, Allowance>();
        for (var learner : people.learners(seat.course())) {
            then.put(
                    learner.id(),
                    now.getOrDefault(learner.id(), Allowance.NONE)
                            .withSection(learner.section()
                                    .flatMap(s -> Optional.ofNullable(
                                            change.sections().get(s.id())))));
        }
        return forecast.ofDates(change.assignment(), change.rules(), then, seat.zone());
    }

    /**
     * Changes all of them or none.
     *
     * @return empty where it is done; else why nothing was changed, in a sentence
     */
    @Transactional
    public Optional<String> change(Seat seat, List<Change> wanted) {
        // In the order of their numbers, so that two who do this at a time wait for each other.
        var inOrder = wanted.stream()
                .sorted(Comparator.comparingInt(change -> change.assignment().number()))
                .toList();
        var rows = new LinkedHashMap<Change, AssignmentRow>();
        for (var change : inOrder) {
            var row =
                    assignments.rowForChange(seat.course(), change.assignment().number());
            if (row.filter(found -> isAsSeen(found, change)).isEmpty()) {
                return Optional.of("Somebody else has changed %s in this moment. Look at the dates again."
                        .formatted(change.assignment().title()));
            }
            rows.put(change, row.get());
        }
        rows.forEach((change, row) -> row.apply(change.rules()));
        assignments.flush();
        inOrder.forEach(change -> follow(seat, change));
        return Optional.empty();
    }

    private boolean isAsSeen(AssignmentRow row, Change change) {
        return row.rules().equals(change.assignment().rules())
                && allowances.sectionTimes(row.key()).equals(change.seen());
    }

    private void follow(Seat seat, Change change) {
        var assignment = change.assignment();
        var sections = !change.sections().equals(change.seen());
        if (sections) {
            allowances.setSectionTimes(assignment.key(), change.sections());
        }
        drawn.want(assignment.key(), clock.instant());
        if (sections || !change.rules().marksLike(assignment.rules())) {
            service.markAll(assignment.with(change.rules()), seat.zone());
        }
        log.write(
                seat.course(),
                seat.user(),
                LogAction.ASSIGNMENT_CHANGED,
                change.rules().title() + ": dates changed");
    }
}

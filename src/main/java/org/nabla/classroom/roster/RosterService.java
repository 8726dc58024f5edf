package org.nabla.classroom.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.nabla.account.UserId;
import org.nabla.account.password.NewAccounts;
import org.nabla.account.password.NewAccounts.OneTimePassword;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.member.MembershipService;
import org.nabla.classroom.seat.Seat;

/** Compares a roster with a course, and makes the course like it: all of it or nothing. */
@Singleton
class RosterService {

    static final int MOST_LEARNERS = 3_000;

    /** What a teacher hands to a learner. */
    record Slip(String name, String login, String password) {}

    /**
     * What the teacher agreed to.
     *
     * @param fingerprint of the plan that was shown
     * @param removeMissing whether those who are not in the roster go
     * @param divide whether learners go into the sections that the roster names
     * @param leaveOut whether those whose login is taken are left out; otherwise nothing is done while there are any
     */
    record Agreement(String fingerprint, boolean removeMissing, boolean divide, boolean leaveOut) {}

    /** What happened. @param slips for those who got an account; their passwords are kept nowhere */
    record Done(List<Slip> slips, int returning, int removed) {}

    private final CoursePeople people;
    private final MembershipService membership;
    private final NewAccounts accounts;
    private final RosterDrafts drafts;
    private final RosterSections sections;
    private final CourseLog log;
    private final EntityManager database;

    RosterService(
            CoursePeople people,
            MembershipService membership,
            NewAccounts accounts,
            RosterDrafts drafts,
            RosterSections sections,
            CourseLog log,
            EntityManager database) {
        this.people = people;
        this.membership = membership;
        this.accounts = accounts;
        this.drafts = drafts;
        this.sections = sections;
        this.log = log;
        this.database = database;
    }

    RosterPlan plan(Seat seat, List<RosterRow> rows) {
        var logins = rows.stream().map(RosterRow::login).distinct().toList();
        return RosterPlan.of(
                rows,
                new RosterPlan.State(
                        people.learners(seat.course()), people.former(seat.course()), accounts.taken(logins)));
    }

    /**
     * Does what was agreed to.
     *
     * @return empty where the course is no longer as it was when the teacher looked, or the plan does not allow it; then
     *     nothing has changed
     */
    Optional<Done> apply(Seat seat, List<RosterRow> rows, Agreement agreement) {
        var shown = plan(seat, rows);
        if (!allowed(shown, agreement)) {
            return Optional.empty();
        }
        var steps = new Steps(seat.course(), 2 * shown.added().size());
        var passwords = shown.added().parallelStream()
                .distinct()
                .collect(Collectors.toConcurrentMap(Function.identity(), row -> {
                    steps.done();
                    return accounts.password();
                }));
        try {
            return QuarkusTransaction.requiringNew().timeout(120).call(() -> {
                // Two teachers who bring a roster at once take turns; the second finds another course than they saw.
                database.createNativeQuery("select id from course where id = :course for update")
                        .setParameter("course", seat.course())
                        .getResultList();
                return allowed(plan(seat, rows), agreement)
                        ? Optional.of(change(seat, shown, passwords, steps, agreement))
                        : Optional.empty();
            });
        } catch (ConstraintViolationException e) { // somebody took one of the logins in this moment
            return Optional.empty();
        }
    }

    private static boolean allowed(RosterPlan plan, Agreement agreement) {
        return plan.fingerprint().equals(agreement.fingerprint())
                && plan.errors().isEmpty()
                && (plan.taken().isEmpty() || agreement.leaveOut());
    }

    /** Tells now and then how far it is: of each account the password takes half of the work. */
    private final class Steps {
        private static final int EVERY = 50;

        private final long course;
        private final int total;
        private final AtomicInteger done = new AtomicInteger();
        private final Thread owner = Thread.currentThread();
        private int told;

        Steps(long course, int total) {
            this.course = course;
            this.total = total;
        }

        void done() {
            var now = done.incrementAndGet();
            // The threads that help with the passwords have no way to the database.
            if (Thread.currentThread().equals(owner) && now - told >= EVERY) {
                told = now;
                drafts.report(course, new RosterDrafts.Progress(now / 2, total / 2));
            }
        }
    }

    private Done change(
            Seat seat, RosterPlan plan, Map<RosterRow, OneTimePassword> passwords, Steps steps, Agreement agreement) {
        var slips = new ArrayList<Slip>();
        var enrolled = new TreeMap<String, List<UserId>>();
        for (var row : plan.added()) {
            var password = Objects.requireNonNull(passwords.get(row), "each new row has a password");
            var id = accounts.make(RosterPlan.wanted(row), password);
            membership.enrolNew(seat, id, row.optionalSchoolId(), row.person());
            slips.add(new Slip(row.name(), row.login(), password.text()));
            if (!row.section().isEmpty()) {
                enrolled.computeIfAbsent(row.section(), s -> new ArrayList<>()).add(id);
            }
            steps.done();
        }
        plan.named().forEach(named -> membership.name(seat, named.learner(), named.person()));
        plan.returning().forEach(learner -> membership.readmit(seat, learner.id()));
        if (agreement.divide()) {
            sections.divide(
                    seat,
                    enrolled,
                    plan.divided().stream()
                            .collect(Collectors.groupingBy(
                                    RosterPlan.Divided::section,
                                    TreeMap::new,
                                    Collectors.mapping(RosterPlan.Divided::learner, Collectors.toList()))));
        }
        var leaving = agreement.removeMissing() ? plan.missing() : List.<Enrolled>of();
        leaving.forEach(learner -> membership.remove(seat, learner.id()));
        drafts.drop(seat.course());
        log.write(
                seat.course(),
                seat.user(),
                LogAction.ROSTER_IMPORTED,
                "%d accounts made, %d came back, %d removed"
                        .formatted(slips.size(), plan.returning().size(), leaving.size()));
        return new Done(slips, plan.returning().size(), leaving.size());
    }

    /** A new one-time password for a learner whose account this course made; empty for any other account. */
    Optional<Slip> newPassword(Seat seat, UserId learner) {
        var found = people.learners(seat.course()).stream()
                .filter(l -> l.id().equals(learner) && l.madeHere())
                .findFirst()
                .filter(l -> membership.belongsTo(seat, l.id()));
        return found.map(enrolled -> {
            var password = accounts.password();
            QuarkusTransaction.requiringNew().run(() -> {
                accounts.reset(learner, password);
                log.write(seat.course(), seat.user(), LogAction.PASSWORD_GIVEN, learner, "");
            });
            return new Slip(enrolled.name(), enrolled.login(), password.text());
        });
    }
}

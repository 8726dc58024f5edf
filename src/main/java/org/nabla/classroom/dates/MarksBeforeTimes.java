package org.nabla.classroom.dates;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.KeptTimes;
import org.nabla.classroom.listing.ChangesPages;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.times.OtherTimes;
import org.nabla.classroom.times.TimesQuestion;

/** Shows which marks change before learners get other times in all assignments. */
@Singleton
class MarksBeforeTimes implements TimesQuestion {
    private final KeptTimes times;
    private final ChangesPages changes;

    MarksBeforeTimes(KeptTimes times, ChangesPages changes) {
        this.times = times;
        this.changes = changes;
    }

    @Override
    public Optional<Response> ask(Seat by, Asked asked, List<UserId> learners, OtherTimes wanted) {
        var plan = times.plan(by.course(), learners, wanted);
        var others = new LinkedHashMap<Assignment, Map<UserId, Allowance>>();
        plan.forEach(then -> others.computeIfAbsent(then.assignment(), a -> new LinkedHashMap<>())
                .put(then.learner(), then.allowance()));
        return changes.ask(
                by,
                new ChangesPages.Asked(
                        asked.title(), asked.action(), asked.back(), asked.fields(), asked.learners(), stays(plan)),
                changes.moves(others, by.zone()));
    }

    private static String stays(List<KeptTimes.Then> plan) {
        var titles = plan.stream()
                .filter(then -> then.kept().isPresent())
                .map(then -> then.assignment().title())
                .distinct()
                .collect(Collectors.joining(", "));
        return titles.isEmpty() ? "" : "Open already, so a later date stays: " + titles + ".";
    }
}

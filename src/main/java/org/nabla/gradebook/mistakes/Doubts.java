package org.nabla.gradebook.mistakes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.progress.report.FiledReport;
import org.nabla.progress.report.Reports;

/** What learners of a course think the checker got wrong, as their teacher sees it. */
@Singleton
class Doubts {
    private static final int SHOWN = 20;
    private static final int MOST = 1_000;

    private final DoubtRepository doubts;
    private final Reports reports;
    private final CoursePeople people;

    Doubts(DoubtRepository doubts, Reports reports, CoursePeople people) {
        this.people = people;
        this.doubts = doubts;
        this.reports = reports;
    }

    /** Of those who are in the course now, from new to old. */
    List<MistakesPage.Doubt> of(Seat seat, @Nullable Long assignment, Map<UserId, String> names) {
        var desks = QuarkusTransaction.joiningExisting().call(() -> doubts.of(seat.course(), assignment, SHOWN));
        return reports.on(desks.keySet()).stream()
                .filter(report -> names.containsKey(report.learner()))
                .map(report -> doubt(
                        seat,
                        report,
                        Objects.requireNonNull(desks.get(report.submission())),
                        Objects.requireNonNull(names.get(report.learner()))))
                .toList();
    }

    /** Says something of a doubt that a learner of the course has filed. Says whether there is such a doubt. */
    boolean answer(Seat seat, long report, String answer) {
        var desks = QuarkusTransaction.joiningExisting().call(() -> doubts.of(seat.course(), null, MOST));
        var seen = people.learners(seat).stream().map(Enrolled::id).collect(Collectors.toSet());
        return reports.on(desks.keySet()).stream()
                        .anyMatch(filed -> filed.id() == report && seen.contains(filed.learner()))
                && reports.answer(report, answer);
    }

    private static MistakesPage.Doubt doubt(Seat seat, FiledReport report, DoubtRepository.Desk desk, String name) {
        return new MistakesPage.Doubt(
                report.id(),
                seat.address() + "/gradebook/regrade/" + desk.assignment() + "/" + desk.position(),
                name,
                seat.address() + "/assignments/" + desk.assignment() + "/learners/" + report.learner() + "#problem-"
                        + desk.position(),
                desk.title(),
                desk.position() + ". " + report.exercise().title(),
                CourseMoment.of(report.reportedAt(), seat.zone()),
                report.note(),
                report.exercise().parts().stream()
                        .flatMap(part -> report.attempt().response(part.id()).stream()
                                .map(response -> new MistakesPage.Doubted(
                                        response.typed(),
                                        response.verdict().outcome().name().toLowerCase(Locale.ROOT),
                                        response.verdict().message(),
                                        String.join(" or ", part.answer().value()))))
                        .toList(),
                report.answer().orElse(""));
    }
}

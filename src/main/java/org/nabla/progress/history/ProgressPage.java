package org.nabla.progress.history;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.nabla.progress.attempt.PracticeWeek;
import org.nabla.progress.report.OwnReport;

/**
 * What the page of a learner's progress shows.
 *
 * @param begun whether they have answered anything yet
 * @param skills what they can do, and when it is due
 * @param weeks the last ones in which they did
 */
record ProgressPage(
        boolean begun,
        boolean guest,
        HistoryView history,
        Choice choice,
        List<SkillRow> skills,
        List<WeekRow> weeks,
        List<ReportRow> reports) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** A week. */
    record WeekRow(String from, String day, int exercises, String right, String spent) {

        static WeekRow of(PracticeWeek week) {
            return new WeekRow(
                    week.from().toString(),
                    DAY.format(week.from()),
                    week.exercises(),
                    week.firsts() == 0 ? "–" : week.right() + " of " + week.firsts(),
                    week.spent().isZero() ? "–" : HistoryView.words(week.spent()));
        }
    }

    /** A report, with the answer where there is one. */
    record ReportRow(String address, String title, String instant, String day, String note, String answer) {

        static ReportRow of(OwnReport report) {
            return new ReportRow(
                    report.address(),
                    report.title(),
                    report.reportedAt().toString(),
                    DAY.format(report.reportedAt().atZone(ZoneOffset.UTC)),
                    report.note(),
                    report.answer().orElse(""));
        }
    }
}

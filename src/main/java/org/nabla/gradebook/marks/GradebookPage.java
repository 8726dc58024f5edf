package org.nabla.gradebook.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;

/**
 * The gradebook as a page shows it.
 *
 * @param columns assignments, or the exercises of the one that is shown alone
 * @param alone the one assignment that is shown; empty where all are
 * @param averages one cell for each of the columns
 * @param average of the share of what was due, or of the mark of the one assignment
 * @param hidden how many learners do not match the search
 * @param corrections how many exercises learners have of templates that were corrected since
 * @param canvas what Canvas would make of the titles, in whole sentences
 */
public record GradebookPage(
        Seat seat,
        Choices choices,
        List<Column> columns,
        Optional<Column> alone,
        List<Row> learners,
        List<Cell> averages,
        String average,
        Optional<Distribution> distribution,
        String sentence,
        int hidden,
        int corrections,
        List<String> canvas) {

    /** @param number as it stands in addresses */
    record Column(String number, String address, String title, String points, String due) {}

    record Row(String name, String address, List<Cell> cells, String points, String share) {}

    /**
     * @param text a number or a word of ours: it needs no escaping
     * @param set whether a teacher set it
     * @param state {@code late}, {@code missing} or nothing: a word of ours
     */
    record Cell(String text, boolean set, String state) {}

    /** What the form above the table offers. */
    record Choices(GradebookView view, List<Column> assignments, List<Section> sections, boolean any) {
        public List<GradebookView.State> states() {
            return List.of(GradebookView.State.values());
        }

        public String state() {
            return view.state().map(GradebookView.State::word).orElse("");
        }

        /** Where one assignment is shown alone. */
        public String showing(String number) {
            return view.showing(number);
        }
    }

    private static final Cell EMPTY = new Cell("–", false, "");

    /** @param shares of each exercise of the one assignment that is shown, by learner: by position, from 1 */
    record Shares(java.util.Map<UserId, java.util.Map<Integer, Double>> byLearner) {
        static final Shares NONE = new Shares(java.util.Map.of());

        Optional<Double> of(UserId learner, int position) {
            return Optional.ofNullable(
                    byLearner.getOrDefault(learner, java.util.Map.of()).get(position));
        }
    }

    static GradebookPage of(
            Seat seat, Gradebook book, GradebookView view, Gradebook shown, Shares shares, int corrections) {
        var alone = view.alone(book);
        var titles = book.assignments().stream().map(a -> column(seat, a)).toList();
        return new GradebookPage(
                seat,
                new Choices(
                        view,
                        titles,
                        book.learners().stream()
                                .flatMap(l -> l.section().stream())
                                .distinct()
                                .sorted(Comparator.comparing(Section::title))
                                .toList(),
                        !book.learners().isEmpty() && !book.assignments().isEmpty()),
                alone.map(a -> exercises(a)).orElse(titles),
                alone.map(a -> column(seat, a)),
                shown.learners().stream()
                        .map(l -> alone.map(a -> row(seat, book, l, a, shares)).orElseGet(() -> row(seat, book, l)))
                        .toList(),
                alone.map(a -> averages(a, shown, shares)).orElseGet(() -> averages(shown)),
                alone.map(a -> number(shown.average(a))).orElseGet(() -> percent(shown.average())),
                distribution(alone.map(shown::shares).orElseGet(shown::shares).toList()),
                book.weighing().sentence(),
                book.learners().size() - shown.learners().size(),
                corrections,
                CanvasTitles.warnings(book.assignments()));
    }

    private static Optional<Distribution> distribution(List<Double> shares) {
        return shares.isEmpty() ? Optional.empty() : Optional.of(Distribution.of(shares));
    }

    private static Column column(Seat seat, Assignment a) {
        return new Column(
                String.valueOf(a.number()),
                a.address(),
                a.title(),
                number(a.points()),
                CourseMoment.of(a.rules().dueAt(), seat.zone()).text());
    }

    private static List<Column> exercises(Assignment a) {
        return a.problems().stream()
                .map(p -> new Column(
                        String.valueOf(p.position()),
                        a.address().replace("/assignments/", "/gradebook/regrade/") + "/" + p.position(),
                        "Exercise " + p.position(),
                        number(p.points()),
                        ""))
                .toList();
    }

    private static Row row(Seat seat, Gradebook book, Enrolled learner) {
        return new Row(
                learner.person().familyFirst(),
                seat.address() + "/gradebook/" + learner.id(),
                book.assignments().stream().map(a -> cell(book, learner, a)).toList(),
                number(book.points(learner)),
                percent(book.shareOfDue(learner)));
    }

    private static Row row(Seat seat, Gradebook book, Enrolled learner, Assignment assignment, Shares shares) {
        var mark = cell(book, learner, assignment);
        return new Row(
                learner.person().familyFirst(),
                seat.address() + "/gradebook/" + learner.id() + "#assignment-" + assignment.number(),
                assignment.problems().stream()
                        .map(p -> shares.of(learner.id(), p.position())
                                .map(s -> new Cell(number(s * p.points()), false, ""))
                                .orElse(EMPTY))
                        .toList(),
                mark.text(),
                mark.state());
    }

    private static Cell cell(Gradebook book, Enrolled learner, Assignment assignment) {
        return book.mark(learner, assignment).map(GradebookPage::cell).orElse(EMPTY);
    }

    static Cell cell(Mark mark) {
        var set = mark.override().isPresent();
        return mark.excused()
                ? new Cell("excused", set, "")
                : new Cell(
                        mark.points().map(GradebookPage::number).orElse("–"),
                        set,
                        mark.late() ? "late" : mark.missing() ? "missing" : "");
    }

    private static List<Cell> averages(Gradebook shown) {
        return shown.assignments().stream()
                .map(a -> new Cell(number(shown.average(a)), false, ""))
                .toList();
    }

    private static List<Cell> averages(Assignment assignment, Gradebook shown, Shares shares) {
        return assignment.problems().stream()
                .map(p -> new Cell(
                        number(shown.learners().stream()
                                .flatMap(l -> shares.of(l.id(), p.position()).stream())
                                .mapToDouble(s -> s * p.points())
                                .average()),
                        false,
                        ""))
                .toList();
    }

    public static String number(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String number(OptionalDouble points) {
        return points.isPresent() ? number(points.getAsDouble()) : "–";
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(Optional.of(share.getAsDouble())) : "–";
    }

    static String percent(Optional<Double> share) {
        return share.map(s -> Math.round(s * 100) + " %").orElse("–");
    }
}

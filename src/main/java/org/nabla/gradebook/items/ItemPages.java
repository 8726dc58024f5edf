package org.nabla.gradebook.items;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.gradebook.mistakes.Fared;
import org.nabla.gradebook.mistakes.MistakeService;
import org.nabla.gradebook.statistics.Share;
import org.nabla.progress.store.DrawnValues;
import org.nabla.progress.store.Shelves;

/** Puts together how the exercises of an assignment, or of all of them by their templates, did. */
@Singleton
class ItemPages {

    private static final int MOST_MISTAKES = 3;

    /**
     * The page.
     *
     * @param assignment the number of the one assignment; empty for all of the course
     * @param whole how all of them did together, in a sentence; empty where there are no answers
     */
    record Page(Seat seat, String assignment, List<Scope> scopes, List<Row> rows, boolean few, String whole) {
        /** Whether they are seen together in a table first. */
        public boolean table() {
            return rows.size() > 1;
        }
    }

    /** An assignment that can be chosen. */
    record Scope(String number, String title) {}

    /**
     * One exercise.
     *
     * @param first at the first try, as a share with its interval
     * @param discrimination empty where it is not known
     * @param mistakes the most frequent, each with how many learners made it
     */
    record Row(
            String id,
            String title,
            int learners,
            Bar first,
            String discrimination,
            String time,
            String helped,
            List<String> mistakes,
            List<String> flags) {}

    /** A share with its interval, in percent. */
    record Bar(long value, long low, long high, String text) {
        static Bar of(Share share) {
            return new Bar(
                    Math.round(share.value() * 100),
                    Math.round(share.low() * 100),
                    Math.round(share.high() * 100),
                    share.right() + " of " + share.of());
        }
    }

    private final AssignmentService assignments;
    private final MistakeService mistakes;
    private final DrawnValues drawn;
    private final Shelves shelves;

    ItemPages(AssignmentService assignments, MistakeService mistakes, DrawnValues drawn, Shelves shelves) {
        this.assignments = assignments;
        this.mistakes = mistakes;
        this.drawn = drawn;
        this.shelves = shelves;
    }

    /** One exercise on the page: a problem of an assignment, or a template wherever it was given. */
    private record Item(String id, String title, ExerciseId template, List<Fared> fared) {}

    Page of(Seat seat, Optional<Assignment> assignment) {
        var id = assignment.map(Assignment::id).orElse(null);
        var fared = mistakes.fared(seat, id);
        var values = QuarkusTransaction.joiningExisting()
                .call(() -> fared.stream().map(Fared::exercise).collect(Collectors.toSet()));
        var numbers = drawn.of(values);
        var groups = mistakes.named(seat, id);
        var rows = items(assignment, fared).stream()
                .map(item -> row(item, numbers, groups.getOrDefault(item.template(), Map.of())))
                .toList();
        return new Page(
                seat,
                assignment.map(a -> String.valueOf(a.number())).orElse(""),
                assignments.of(seat.course()).stream()
                        .map(a -> new Scope(String.valueOf(a.number()), a.title()))
                        .toList(),
                rows,
                rows.stream().anyMatch(row -> row.learners() < ItemAnalysis.FLAGGED),
                fared.isEmpty() ? "" : whole(fared, rows));
    }

    private static String whole(List<Fared> fared, List<Row> rows) {
        var learners = fared.stream().map(Fared::learner).distinct().count();
        var first = (int) fared.stream().filter(Fared::firstRight).count();
        var stuck = fared.stream().filter(Fared::stuck).count();
        var flagged = rows.stream().filter(row -> !row.flags().isEmpty()).count();
        return "Answered by %d %s, %d times in all: %d right at the first try, %d stuck. Exercises with a flag: %d of %d."
                .formatted(
                        learners,
                        learners == 1 ? "learner" : "learners",
                        fared.size(),
                        first,
                        stuck,
                        flagged,
                        rows.size());
    }

    private List<Item> items(Optional<Assignment> assignment, List<Fared> fared) {
        if (assignment.isPresent()) {
            var byProblem = fared.stream().collect(Collectors.groupingBy(Fared::problem));
            return assignment.get().problems().stream()
                    .filter(p -> byProblem.containsKey(p.id()))
                    .map(p -> new Item(
                            "exercise-" + p.position(),
                            p.position() + ". " + title(p.template()),
                            p.template(),
                            byProblem.getOrDefault(p.id(), List.of())))
                    .toList();
        }
        return fared.stream()
                .collect(Collectors.groupingBy(Fared::template, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> new Item(e.getKey().value(), title(e.getKey()), e.getKey(), e.getValue()))
                .toList();
    }

    private static Row row(Item item, Map<Long, Map<String, String>> numbers, Map<String, Integer> named) {
        var analysis = ItemAnalysis.of(item.fared(), numbers);
        return new Row(
                item.id(),
                item.title(),
                analysis.first().of(),
                Bar.of(analysis.first()),
                analysis.discrimination().isPresent()
                        ? words(analysis.discrimination().getAsDouble())
                        : "",
                analysis.time().map(ItemPages::words).orElse(""),
                analysis.helped().right() + " of " + analysis.helped().of(),
                named.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(MOST_MISTAKES)
                        .map(e -> e.getKey() + " (" + e.getValue() + ")")
                        .toList(),
                analysis.flags());
    }

    private static String words(double correlation) {
        var rounded = BigDecimal.valueOf(correlation).setScale(2, RoundingMode.HALF_UP);
        return rounded.toPlainString().replace('-', '−');
    }

    private static String words(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private String title(ExerciseId template) {
        return shelves.anywhere(template).map(ExerciseTemplate::title).orElse(template.value());
    }
}

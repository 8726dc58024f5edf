package org.nabla.gradebook.weights;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.seat.Seat;
import org.nabla.gradebook.marks.GradebookPage;
import org.nabla.gradebook.marks.Weighing;

/**
 * The page on which a teacher weighs the marks of a course, as it was saved or as it was typed.
 *
 * @param errors what is wrong with it, in sentences
 */
record WeightsPage(
        Seat seat, List<Row> rows, List<Member> assignments, String sentence, boolean saved, List<String> errors) {

    private static final int ROOM = 2;
    private static final int MOST = 20;
    private static final int LONGEST = 80;

    /** A category, as text. @param number from 1 */
    record Row(int number, String title, String weight, String drop) {}

    /** An assignment. @param category the number of its row; 0 where it is in none */
    record Member(int number, String title, int category) {}

    static WeightsPage of(Seat seat, Weighing weighing, List<Assignment> assignments, boolean saved) {
        var rows = new ArrayList<Row>();
        for (var category : weighing.categories()) {
            rows.add(new Row(
                    rows.size() + 1,
                    category.title(),
                    GradebookPage.number(category.weight()),
                    String.valueOf(category.drop())));
        }
        for (var i = 0; i < ROOM && rows.size() < MOST; i++) {
            rows.add(new Row(rows.size() + 1, "", "", ""));
        }
        return new WeightsPage(
                seat,
                rows,
                assignments.stream()
                        .map(a -> new Member(a.number(), a.title(), place(weighing, a)))
                        .toList(),
                weighing.sentence(),
                saved,
                List.of());
    }

    private static int place(Weighing weighing, Assignment assignment) {
        return IntStream.range(0, weighing.categories().size())
                .filter(i -> weighing.categories().get(i).assignments().contains(assignment.id()))
                .map(i -> i + 1)
                .findFirst()
                .orElse(0);
    }

    /** As it was typed. */
    static WeightsPage typed(Seat seat, MultivaluedMap<String, String> typed, List<Assignment> assignments) {
        var rows = IntStream.rangeClosed(1, MOST)
                .filter(i -> typed.containsKey("title-" + i))
                .mapToObj(i ->
                        new Row(i, text(typed, "title-" + i), text(typed, "weight-" + i), text(typed, "drop-" + i)))
                .toList();
        var page = new WeightsPage(
                seat,
                rows,
                assignments.stream()
                        .map(a -> new Member(a.number(), a.title(), chosen(text(typed, "in-" + a.number()))))
                        .toList(),
                "",
                false,
                new ArrayList<>());
        rows.stream()
                .filter(row -> !row.title().isEmpty())
                .forEach(row -> page.errors().addAll(errors(row)));
        return page;
    }

    private static String text(MultivaluedMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("").strip();
    }

    private static int chosen(String number) {
        return number.matches("[1-9][0-9]?") ? Integer.parseInt(number) : 0;
    }

    private static List<String> errors(Row row) {
        var errors = new ArrayList<String>();
        if (row.title().length() > LONGEST) {
            errors.add("Category %d: take at most %d characters for the title.".formatted(row.number(), LONGEST));
        }
        if (!row.weight().matches("[0-9]{1,5}([.,][0-9]{1,2})?") || weight(row) <= 0) {
            errors.add("%s: the weight is a number above 0, such as 40.".formatted(row.title()));
        }
        if (!row.drop().matches("[0-9]{0,2}")) {
            errors.add("%s: say how many marks are left out, from 0 to 99.".formatted(row.title()));
        }
        return errors;
    }

    private static double weight(Row row) {
        return Double.parseDouble(row.weight().replace(',', '.'));
    }

    /** What it says. Called where there are no errors. */
    Weighing weighing(List<Assignment> given) {
        return new Weighing(rows.stream()
                .filter(row -> !row.title().isEmpty())
                .map(row -> new Weighing.Category(
                        0,
                        row.title(),
                        weight(row),
                        row.drop().isEmpty() ? 0 : Integer.parseInt(row.drop()),
                        members(row, given)))
                .toList());
    }

    private Set<Long> members(Row row, List<Assignment> given) {
        return given.stream()
                .filter(a ->
                        assignments.stream().anyMatch(m -> m.number() == a.number() && m.category() == row.number()))
                .map(Assignment::id)
                .collect(Collectors.toSet());
    }
}

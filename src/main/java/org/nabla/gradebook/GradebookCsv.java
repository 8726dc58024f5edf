package org.nabla.gradebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.classroom.Enrolled;
import org.nabla.classroom.assignment.Assignment;

/** The forms in which other systems take marks. */
enum GradebookCsv {
    /**
     * As Canvas exports and imports it: a row with the points that can be had, a blank for what stays as it is, EX for excused.
     *
     */
    CANVAS("Canvas") {
        @Override
        List<List<String>> rows(Gradebook book, String course) {
            var rows = new ArrayList<List<String>>();
            var header = new ArrayList<>(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section"));
            header.addAll(titles(book));
            rows.add(header);
            var possible = new ArrayList<>(List.of("    Points Possible", "", "", "", ""));
            book.assignments().forEach(a -> possible.add(number(a.points())));
            rows.add(possible);
            for (var learner : book.learners()) {
                var row = new ArrayList<>(List.of(
                        Csv.text(learner.name()),
                        "",
                        Csv.name(learner.schoolId().orElse("")),
                        Csv.name(learner.login()),
                        Csv.text(course)));
                book.assignments().forEach(a -> row.add(cell(book, learner, a, "EX")));
                rows.add(row);
            }
            return rows;
        }
    },
    /** As Moodle imports it: one header row, people by idnumber or email; a blank leaves a mark as it is. */
    MOODLE("Moodle") {
        @Override
        List<List<String>> rows(Gradebook book, String course) {
            var rows = new ArrayList<List<String>>();
            var header = new ArrayList<>(List.of("idnumber", "email", "username", "fullname"));
            header.addAll(titles(book));
            rows.add(header);
            for (var learner : book.learners()) {
                var row = new ArrayList<>(List.of(
                        Csv.name(learner.schoolId().orElse("")),
                        Csv.name(learner.email().orElse("")),
                        Csv.name(learner.login()),
                        Csv.text(learner.name())));
                book.assignments().forEach(a -> row.add(cell(book, learner, a, "")));
                rows.add(row);
            }
            return rows;
        }
    };

    private final String title;

    GradebookCsv(String title) {
        this.title = title;
    }

    static Optional<GradebookCsv> of(String word) {
        return List.of(values()).stream()
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    String title() {
        return title;
    }

    String write(Gradebook book, String course) {
        return Csv.lines(rows(book, course));
    }

    abstract List<List<String>> rows(Gradebook book, String course);

    /** One name for one column: of two assignments with one title the second has its number. */
    private static List<String> titles(Gradebook book) {
        var taken = new HashSet<String>();
        return book.assignments().stream()
                .map(a -> Csv.text(taken.add(a.title()) ? a.title() : a.title() + ", no. " + a.number()))
                .toList();
    }

    private static String cell(Gradebook book, Enrolled learner, Assignment assignment, String excused) {
        var mark = book.mark(learner, assignment);
        if (mark.filter(Mark::excused).isPresent()) {
            return excused;
        }
        return mark.flatMap(Mark::points).map(GradebookCsv::number).orElse("");
    }

    private static String number(double points) {
        return GradebookPage.number(points);
    }
}

package org.nabla.gradebook.marks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.member.Enrolled;
import org.nabla.web.Csv;

/** The forms in which other programs take marks. */
public enum GradebookCsv {
    /** As Canvas exports and imports it: a row with the points that can be had, a blank for what stays as it is, EX for excused. */
    CANVAS("Canvas") {
        @Override
        List<List<String>> rows(Content content) {
            var book = content.book();
            var rows = new ArrayList<List<String>>();
            var header = new ArrayList<>(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section"));
            header.addAll(titles(book));
            rows.add(header);
            var possible = new ArrayList<>(List.of("    Points Possible", "", "", "", ""));
            book.assignments().forEach(a -> possible.add(number(a.points())));
            rows.add(possible);
            for (var learner : book.learners()) {
                var row = new ArrayList<>(List.of(
                        Csv.text(learner.person().familyFirst()),
                        "",
                        Csv.name(learner.schoolId().orElse("")),
                        Csv.name(learner.login()),
                        Csv.text(content.course())));
                book.assignments().forEach(a -> row.add(cell(book, learner, a, "EX")));
                rows.add(row);
            }
            return rows;
        }
    },
    /** As Moodle imports it: one header row, people by idnumber or email; a blank leaves a mark as it is. */
    MOODLE("Moodle") {
        @Override
        List<List<String>> rows(Content content) {
            var book = content.book();
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
    },
    /** For a spreadsheet: a column for each assignment, and the share of what was due. */
    ASSIGNMENTS("a spreadsheet, by assignment") {
        @Override
        List<List<String>> rows(Content content) {
            var book = content.book();
            var header = people();
            header.addAll(titles(book));
            header.add("Points");
            header.add("Percent of what was due");
            var possible = new ArrayList<>(List.of("Points possible", "", "", "", ""));
            book.assignments().forEach(a -> possible.add(number(a.points())));
            possible.addAll(List.of("", ""));
            var rows = new ArrayList<List<String>>(List.of(header, possible));
            for (var learner : book.learners()) {
                var row = person(learner);
                book.assignments().forEach(a -> row.add(cell(book, learner, a, "excused")));
                row.add(number(book.points(learner)));
                row.add(book.shareOfDue(learner).map(s -> number(s * 100)).orElse(""));
                rows.add(row);
            }
            return rows;
        }
    },
    /** For a spreadsheet: a column for each exercise of each assignment, as it was computed. */
    EXERCISES("a spreadsheet, by exercise") {
        @Override
        List<List<String>> rows(Content content) {
            var book = content.book();
            var titles = titles(book);
            var header = people();
            var possible = new ArrayList<>(List.of("Points possible", "", "", "", ""));
            for (var i = 0; i < titles.size(); i++) {
                for (var problem : book.assignments().get(i).problems()) {
                    header.add(titles.get(i) + ", exercise " + problem.position());
                    possible.add(number(problem.points()));
                }
            }
            var rows = new ArrayList<List<String>>(List.of(header, possible));
            for (var learner : book.learners()) {
                var row = person(learner);
                var own = content.shares().getOrDefault(learner.id(), Map.of());
                for (var assignment : book.assignments()) {
                    var shares = own.getOrDefault(assignment.id(), Map.of());
                    assignment
                            .problems()
                            .forEach(p -> row.add(Optional.ofNullable(shares.get(p.position()))
                                    .map(s -> number(s * p.points()))
                                    .orElse("")));
                }
                rows.add(row);
            }
            return rows;
        }
    };

    /**
     * What is written.
     *
     * @param course its title
     * @param shares of the exercises, by learner, assignment and position; nothing where the form has no use for them
     */
    record Content(Gradebook book, String course, Map<UserId, Map<Long, Map<Integer, Double>>> shares) {}

    private final String title;

    GradebookCsv(String title) {
        this.title = title;
    }

    public static Optional<GradebookCsv> of(String word) {
        return List.of(values()).stream()
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    String title() {
        return title;
    }

    String write(Content content) {
        return Csv.lines(rows(content));
    }

    abstract List<List<String>> rows(Content content);

    /** How a line of a learner begins for a spreadsheet. */
    static List<String> people() {
        return new ArrayList<>(List.of("Family name", "Given name", "Login", "Email", "School number"));
    }

    static List<String> person(Enrolled learner) {
        return new ArrayList<>(List.of(
                Csv.text(learner.person().family()),
                Csv.text(learner.person().given()),
                Csv.name(learner.login()),
                Csv.name(learner.email().orElse("")),
                Csv.name(learner.schoolId().orElse(""))));
    }

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

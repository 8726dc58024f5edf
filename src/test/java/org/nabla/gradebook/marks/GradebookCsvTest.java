package org.nabla.gradebook.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.Counts;
import org.nabla.classroom.marking.LateRule;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.Telling;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Timing;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.PersonName;
import org.nabla.exercise.ExerciseId;
import org.nabla.web.Csv;

class GradebookCsvTest {
    private static final Instant DUE = Instant.parse("2026-03-02T18:00:00Z");

    private static final Gradebook BOOK = new Gradebook(
            List.of(
                    learner(1, "Lovelace, Ada", "ada", "s-1", "ada@example.org"),
                    learner(2, "=HYPERLINK(\"http://evil\")", "eve", "=1+1", ""),
                    learner(3, "Zoë \"Z\"", "zoe", "", "")),
            List.of(assignment(1, "Week 1", 4), assignment(2, "Week 1", 2.5), assignment(3, "+3, late", 1)),
            Map.of(
                    new UserId(1),
                    Map.of(
                            1L,
                            computed(3.5),
                            2L,
                            new Mark(Optional.of(1.0), set(Optional.of(2.0)), true, false, Optional.of(DUE), false)),
                    new UserId(2),
                    Map.of(
                            1L,
                            new Mark(Optional.empty(), set(Optional.empty()), true, false, Optional.empty(), false),
                            3L,
                            computed(1.0 / 3))),
            Weighing.NONE);

    @Test
    void canvasFindsItsHeadersItsPointsItsBlanksAndItsExcuses() {
        assertThat(GradebookCsv.CANVAS.write(new GradebookCsv.Content(BOOK, "Calculus, III", Map.of())))
                .isEqualTo(String.join(
                        "\r\n",
                        "Student,ID,SIS User ID,SIS Login ID,Section,Week 1,\"Week 1, no. 2\",\"'+3, late\"",
                        "\"    Points Possible\",,,,,4,2.5,1",
                        "\"Lovelace, Ada\",,s-1,ada,\"Calculus, III\",3.5,2,",
                        "\"'=HYPERLINK(\"\"http://evil\"\")\",,'=1+1,eve,\"Calculus, III\",EX,,0.33",
                        "\"Zoë \"\"Z\"\"\",,,zoe,\"Calculus, III\",,,",
                        ""));
    }

    @Test
    void moodleFindsOneHeaderRowAndSomethingToTellPeopleBy() {
        assertThat(GradebookCsv.MOODLE
                        .write(new GradebookCsv.Content(BOOK, "Calculus", Map.of()))
                        .lines()
                        .toList())
                .containsExactly(
                        "idnumber,email,username,fullname,Week 1,\"Week 1, no. 2\",\"'+3, late\"",
                        "s-1,ada@example.org,ada,\"Lovelace, Ada\",3.5,2,",
                        "'=1+1,,eve,\"'=HYPERLINK(\"\"http://evil\"\")\",,,0.33",
                        ",,zoe,\"Zoë \"\"Z\"\"\",,,");
    }

    @Test
    void aSpreadsheetGetsNamesApartAndEveryExercise() {
        var shares = Map.of(new UserId(1), Map.of(1L, Map.of(1, 0.875)), new UserId(2), Map.of(3L, Map.of(1, 1.0)));
        var book = new Gradebook(
                List.of(apart(1, "Lovelace", "Ada", "ada"), apart(3, "Zoë", "", "zoe")),
                BOOK.assignments(),
                BOOK.marks(),
                Weighing.NONE);

        assertThat(GradebookCsv.ASSIGNMENTS
                        .write(new GradebookCsv.Content(book, "C", Map.of()))
                        .lines())
                .containsExactly(
                        "Family name,Given name,Login,Email,School number,Week 1,\"Week 1, no. 2\",\"'+3, late\",Points,"
                                + "Percent of what was due",
                        "Points possible,,,,,4,2.5,1,,",
                        "Lovelace,Ada,ada,,,3.5,2,,5.5,84.62",
                        "Zoë,,zoe,,,,,,0,");
        assertThat(GradebookCsv.EXERCISES
                        .write(new GradebookCsv.Content(book, "C", shares))
                        .lines())
                .containsExactly(
                        "Family name,Given name,Login,Email,School number,\"Week 1, exercise 1\","
                                + "\"Week 1, no. 2, exercise 1\",\"'+3, late, exercise 1\"",
                        "Points possible,,,,,4,2.5,1",
                        "Lovelace,Ada,ada,,,3.5,,",
                        "Zoë,,zoe,,,,,");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            Week 1,               true,  ``
            Final Grade essays,   true,  drops
            Unposted Final Score, true,  drops
            Section,              true,  drops
            Sections of cones,    true,  ``
            Week 1 (12),          true,  takes the number
            Week 1 (part 2),      true,  ``
            Week 1,               false, Two assignments
            """)
    void aTitleThatCanvasDropsOrChangesIsTold(String title, boolean first, String word) {
        assertThat(CanvasTitles.objection(title, first).orElse("")).contains(word);
        assertThat(CanvasTitles.objection(title, first).isPresent()).isEqualTo(!word.isEmpty());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            Ada,            Ada,             a name
            =1+1,           '=1+1,           a formula
            +1,             +1,              a number is none
            -0.5,           -0.5,            nor is a negative one
            -1+1,           '-1+1,           but this is
            @SUM(A1),       '@SUM(A1),       another way to write one
            ` =1`,          `' =1`,          blanks before it do not help
            |calc,          '|calc,          a command
            `Ada; =1+1`,    `Ada; '=1+1`,    for spreadsheets that split there
            Ada;Eve,        Ada;Eve,         no formula
            """)
    void textThatASpreadsheetWouldRunIsDisarmed(String text, String written, String why) {
        assertThat(Csv.text(text)).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {"ada, ada", "-17, -17", "@ada, @ada", "a.b+c@d.org, a.b+c@d.org", "=cmd, '=cmd", "-1+1|x, '-1+1|x"
            })
    void aNameByWhichAnotherSystemKnowsSomebodyStaysAsItIs(String name, String written) {
        assertThat(Csv.name(name)).isEqualTo(written);
    }

    private static Enrolled learner(long id, String name, String login, String school, String email) {
        return new Enrolled(
                new UserId(id),
                name,
                login,
                Optional.of(email).filter(e -> !e.isEmpty()),
                Optional.of(school).filter(s -> !s.isEmpty()),
                false,
                DUE,
                Optional.empty(),
                PersonName.of(name),
                Optional.empty());
    }

    private static Enrolled apart(long id, String family, String given, String login) {
        return new Enrolled(
                new UserId(id),
                given + " " + family,
                login,
                Optional.empty(),
                Optional.empty(),
                false,
                DUE,
                Optional.empty(),
                new PersonName(given + " " + family, family, given),
                Optional.empty());
    }

    private static Assignment assignment(int number, String title, double points) {
        var rules = new AssignmentRules(
                title,
                new Terms(DUE, DUE, DUE),
                LateRule.NONE,
                0,
                Counts.BEST,
                true,
                Telling.AT_ONCE,
                true,
                0,
                Optional.empty(),
                Timing.FREE);
        return new Assignment(
                number,
                1,
                number,
                rules,
                List.of(new Problem(1, number, 1, new ExerciseId("gradient"), points, Optional.empty(), false, false)));
    }

    private static Mark computed(double points) {
        return new Mark(Optional.of(points), Optional.empty(), true, false, Optional.of(DUE), false);
    }

    private static Optional<MarkOverride> set(Optional<Double> points) {
        return Optional.of(new MarkOverride(points, "because"));
    }
}

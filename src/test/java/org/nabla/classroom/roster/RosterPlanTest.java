package org.nabla.classroom.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.account.UserId;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.roster.RosterPlan.Problem;
import org.nabla.classroom.roster.RosterPlan.State;
import org.nabla.classroom.seat.PersonName;

class RosterPlanTest {

    private static final Instant THEN = Instant.parse("2026-09-01T08:00:00Z");
    private static final Enrolled ADA = enrolled(1, "Ada", "ada", "", false);
    private static final Enrolled EMMY = enrolled(2, "Emmy", "emmy", "u2", false);
    private static final Enrolled CARL = enrolled(3, "Carl", "carl", "", true);
    private static final State COURSE =
            new State(List.of(ADA, EMMY), List.of(CARL), Set.of("ada", "emmy", "carl", "eve"));

    @Test
    void tellsWhoComesStaysComesBackAndIsMissing() {
        var plan = RosterPlan.of(List.of(row("Ada King", "ada"), row("Carl", "carl"), row("Zoe", "zoe")), COURSE);

        assertThat(plan.added()).extracting(RosterRow::login).containsExactly("zoe");
        assertThat(plan.returning()).containsExactly(CARL);
        assertThat(plan.staying()).containsExactly(ADA);
        assertThat(plan.missing()).containsExactly(EMMY);
        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void aLoginOfSomebodyElseIsNeverTakenOver() {
        var plan = RosterPlan.of(List.of(row("Eve", "eve")), COURSE);

        assertThat(plan.added()).isEmpty();
        assertThat(plan.taken())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .startsWith("The login eve belongs to an account outside this course, which is left alone."));
    }

    @Test
    void theNameInTheSchoolsSystemCountsMoreThanTheLogin() {
        var plan = RosterPlan.of(
                List.of(new RosterRow("line 2", PersonName.of("Emmy Noether"), "e.noether", "", "u2", "")), COURSE);

        assertThat(plan.staying()).containsExactly(EMMY);
        assertThat(plan.added()).isEmpty();
    }

    @Test
    void theSameLineTwiceDoesNoHarmButTheSameLoginForTwoDoes() {
        var plan = RosterPlan.of(
                List.of(
                        row("line 2", "Zoe", "zoe", ""),
                        row("line 3", "Zoe", "zoe", ""),
                        row("line 4", "Zora", "zoe", "")),
                COURSE);

        assertThat(plan.added()).hasSize(1);
        assertThat(plan.errors()).containsExactly(new Problem("line 4", "Zora", "The login zoe stands in line 2 too."));
    }

    @ParameterizedTest(name = "{1} {3}")
    @CsvSource(textBlock = """
            '',                         zoe,        '',        Name: Type
            Zoe,                        '',         '',        Login: Take 2 to 64
            Zoe,                        zo e,       '',        Login: Take 2 to 64
            Zoe,                        =cmd|' /C', '',        Login: Take 2 to 64
            Zoe,                        zoe,        nonsense,  Email: This is no email
            'Zoe\u202eeoZ',             zoe,        '',        Name: There is a character in it that nobody sees
            'Zoe\u0000',                zoe,        '',        Name: There is a character in it that nobody sees
            'Zoe\nZ',                   zoe,        '',        Name: There is a character in it that nobody sees
            """)
    void whatCannotBeAnAccountIsAnError(String name, String login, String email, String sentence) {
        var plan = RosterPlan.of(List.of(row("line 2", name, login, email)), COURSE);

        assertThat(plan.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("line 2");
            assertThat(problem.sentence()).startsWith(sentence);
        });
        assertThat(plan.added()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(textBlock = """
            1.23E+11,  '',        A spreadsheet has made 1.23E+11 of a long number
            '1,23e+11','',        'A spreadsheet has made 1,23E+11 of a long number'
            7E+8,      '',        A spreadsheet has made 7E+8 of a long number
            zoe,       4.1E+12,   A spreadsheet has made 4.1E+12 of a long number
            """)
    void aNumberThatASpreadsheetSpoiltIsNamed(String login, String school, String sentence) {
        var row = new RosterRow("line 5", PersonName.of("Zoe"), login, "", school, "");

        assertThat(RosterPlan.of(List.of(row), COURSE).errors()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("line 5");
            assertThat(problem.sentence()).startsWith(sentence);
        });
    }

    @Test
    void anEmailAddressOfTwoIsNamedWithBothRows() {
        var plan = RosterPlan.of(
                List.of(row("line 2", "Zoe", "zoe", "z@example.org"), row("line 7", "Zora", "zora", "Z@example.org")),
                COURSE);

        assertThat(plan.errors())
                .containsExactly(
                        new Problem("line 7", "Zora", "The email address Z@example.org stands in line 2 too."));
    }

    @Test
    void aLearnerOfTheCourseGetsTheirNameApart() {
        var ada = new RosterRow("line 2", PersonName.of("Lovelace", "Ada"), "ada", "", "", "");
        var plan = RosterPlan.of(List.of(ada, row("Emmy", "emmy")), COURSE);

        assertThat(plan.named()).containsExactly(new RosterPlan.Named(ADA.id(), ada.person()));
        assertThat(plan.changesSomething(false)).isTrue();
    }

    @Test
    void theFingerprintChangesWithThePlanAndWithNothingElse() {
        var rows = List.of(row("Zoe", "zoe"));
        var before = RosterPlan.of(rows, COURSE).fingerprint();
        var emmyLeft = new State(List.of(ADA), List.of(CARL, EMMY), COURSE.taken());

        assertThat(RosterPlan.of(rows, COURSE).fingerprint()).isEqualTo(before);
        assertThat(RosterPlan.of(rows, emmyLeft).fingerprint()).isNotEqualTo(before);
        assertThat(RosterPlan.of(List.of(row("Zoe", "zoey")), COURSE).fingerprint())
                .isNotEqualTo(before);
    }

    @Test
    void twoThousandRowsAreCompared() {
        var rows = IntStream.range(0, 2000)
                .mapToObj(i -> row("Learner " + i, "learner" + i))
                .toList();

        assertThat(RosterPlan.of(rows, COURSE).added()).hasSize(2000);
    }

    private static RosterRow row(String name, String login) {
        return row("line 2", name, login, "");
    }

    private static RosterRow row(String place, String name, String login, String email) {
        return new RosterRow(place, PersonName.of(name), login, email, "", "");
    }

    private static Enrolled enrolled(long id, String name, String login, String schoolId, boolean gone) {
        return new Enrolled(
                new UserId(id),
                name,
                login,
                Optional.empty(),
                Optional.of(schoolId).filter(text -> !text.isEmpty()),
                false,
                THEN,
                gone ? Optional.of(THEN) : Optional.empty(),
                PersonName.of(name),
                Optional.empty());
    }
}

package org.nabla.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nabla.Browsing.newLogin;
import static org.nabla.Browsing.parse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;
import org.nabla.Received;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class CoursePagesTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject
    EntityManager database;

    @Test
    void whoOpensACourseIsItsTeacherAndGetsACode() {
        var bob = Browsing.signedUp("Bob");

        var course = bob.openCourse("Calculus III");

        var page = bob.page(course);
        assertThat(page.select("h1").text()).isEqualTo("Calculus III");
        assertThat(page.select(".join-code").text()).matches("[34679A-Y]{4}-[34679A-Y]{4}");
        assertThat(bob.page("/courses").select(".card").text()).isEqualTo("Calculus III Teacher");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            ' ',      Europe/Vienna,   title
            Calculus, '',              zone
            Calculus, Europe/Atlantis, zone
            Calculus, GMT+1,           zone
            """)
    void aCourseNeedsATitleAndATimeZone(String title, String zone, String field) {
        var answer = Browsing.teacher("Bob").post("/courses", "title", title, "zone", zone);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parse(answer).select("#" + field).attr("aria-invalid")).isEqualTo("true");
        assertThat(parse(answer).select("[aria-invalid]")).hasSize(1);
        assertThat(parse(answer).select("#title").val()).isEqualTo(title.strip());
    }

    @Test
    void aLearnerJoinsWithTheCodeAsTheyTypeIt() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var ada = Browsing.signedUp("Ada");

        var door = ada.post("/join", "code", code(bob, course).toLowerCase().replace("-", " "));
        assertThat(ada.page(path(door)).select(".lead").text()).isEqualTo("A course of Bob.");
        var joined = ada.post(path(door));

        assertThat(path(joined)).isEqualTo(course + "?joined=yes");
        assertThat(ada.page(course).select("h1").text()).isEqualTo("Calculus III");
        assertThat(bob.page(course + "/people").select("tbody th").text()).isEqualTo("Ada");
    }

    @Test
    void aGuestIsAskedToSignUpAndComesBackToTheDoor() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var door = "/join/" + code(bob, course);
        var ada = Browsing.start();

        var page = ada.page(door);
        assertThat(page.select("a.primary").attr("href")).isEqualTo("/sign-up?next=" + door);
        var signedUp = ada.post("/sign-up", "name", "Ada", "login", newLogin(), "password", PASSWORD, "next", door);
        assertThat(path(signedUp)).isEqualTo(door);
        ada.post(door);

        assertThat(ada.get(course).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "code {0}")
    @ValueSource(strings = {"ACDE-3467", "nonsense", "<script>alert(1)</script>", ""})
    void aCodeThatOpensNothingIsRefusedAndStays(String code) {
        var answer = Browsing.signedUp("Ada").post("/join", "code", code);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parse(answer).select("#code-error").text()).startsWith("This code opens no course.");
        assertThat(parse(answer).select("#code").val()).isEqualTo(code);
    }

    @Test
    void guessingCodesMustWaitButJoiningDoesNot() {
        var bob = Browsing.signedUp("Bob");
        var door = "/join/" + code(bob, bob.openCourse("Calculus III"));
        var school = Browsing.from("10.200.1.1");
        for (var i = 0; i < 40; i++) {
            assertThat(school.get(door).statusCode()).isEqualTo(200);
        }
        var thief = Browsing.from("10.200.1.2");
        for (var i = 0; i < 30; i++) {
            assertThat(thief.get("/join/ACDE-3467").statusCode()).isEqualTo(422);
        }
        thief.get("/join/ACDE-3467");

        var last = thief.get(door);

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(parse(last).select("[role=alert]").text()).contains("Wait ");
    }

    /** A proxy appends the address that it saw; what stands before it is an invention of the visitor. */
    @Test
    void inventedAddressesDoNotHelpWhoeverGuesses() {
        for (var i = 0; i < 31; i++) {
            Browsing.from("198.51.100." + i + ", 10.200.1.3").get("/join/ACDE-3467");
        }

        assertThat(Browsing.from("198.51.100.99, 10.200.1.3")
                        .get("/join/ACDE-3467")
                        .statusCode())
                .isEqualTo(429);
        assertThat(Browsing.from("10.200.1.3, 10.200.1.4")
                        .get("/join/ACDE-3467")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aNewCodeClosesTheOldOneAndNoCodeClosesTheDoor() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var old = code(bob, course);
        var ada = Browsing.signedUp("Ada");

        bob.post(course + "/code", "life", "week");
        var fresh = code(bob, course);

        assertThat(ada.get("/join/" + old).statusCode()).isEqualTo(422);
        assertThat(ada.get("/join/" + fresh).statusCode()).isEqualTo(200);
        bob.post(course + "/code", "life", "none");
        assertThat(ada.get("/join/" + fresh).statusCode()).isEqualTo(422);
        assertThat(bob.page(course).select(".join-code")).isEmpty();
    }

    @Test
    void aCodeRunsOut() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var code = code(bob, course);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update course set join_code_expires_at = now() - interval '1 second' where id = :id")
                        .setParameter("id", number(course))
                        .executeUpdate());

        assertThat(Browsing.signedUp("Ada").get("/join/" + code).statusCode()).isEqualTo(422);
        assertThat(bob.page(course).select(".join-code")).isEmpty();
    }

    @Test
    void whoIsRemovedComesBackWithTheSameSeat() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var ada = Browsing.signedUp("Ada");
        ada.post("/join/" + code(bob, course));
        var remove = bob.page(course + "/people").select("tbody form").attr("action");

        assertThat(path(bob.post(remove))).isEqualTo(course + "/people?done=removed");
        assertThat(ada.get(course).statusCode()).isEqualTo(404);
        assertThat(bob.page(course + "/people").select("tbody tr")).isEmpty();
        var readmit = bob.page(course + "/people").select(".rows form").attr("action");
        bob.post(readmit);

        assertThat(ada.get(course).statusCode()).isEqualTo(200);
        assertThat(bob.page(course + "/people").select("tbody th").text()).isEqualTo("Ada");
    }

    @Test
    void aLearnerLeavesAndIsNotInTheCourseAnyMore() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var ada = Browsing.signedUp("Ada");
        ada.post("/join/" + code(bob, course));

        assertThat(path(ada.post(course + "/leave"))).isEqualTo("/courses");

        assertThat(ada.get(course).statusCode()).isEqualTo(404);
        assertThat(path(bob.post(course + "/leave"))).as("the teacher").isEqualTo(course + "?done=owner");
        assertThat(bob.get(course).statusCode()).isEqualTo(200);
    }

    @Test
    void aColleagueIsInvitedByLoginAndAccepts() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var login = newLogin();
        var eve = Browsing.start();
        eve.signUp("Eve", login, PASSWORD);

        assertThat(path(bob.post(course + "/teachers", "login", login.toUpperCase())))
                .isEqualTo(course + "/teachers?done=invited");
        assertThat(eve.get(course).statusCode()).as("before").isEqualTo(404);
        assertThat(eve.page("/courses").select(".notice strong").text()).isEqualTo("Calculus III");
        eve.post(course + "/invitation", "answer", "yes");

        assertThat(eve.page(course + "/people").select("h1").text()).isEqualTo("Calculus III");
        assertThat(eve.page(course + "/teachers").select("form"))
                .as("what only the teacher may")
                .hasSize(1);
        assertThat(eve.post(course + "/invitation", "answer", "yes").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLinkMakesOneCoTeacher() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var link = parse(bob.post(course + "/teachers/link"))
                .select(".secret code")
                .text()
                .replaceFirst("^http://[^/]+", "");
        var eve = Browsing.signedUp("Eve");
        var mallory = Browsing.signedUp("Mallory");

        assertThat(eve.page(link).select("h1").text()).isEqualTo("Calculus III");
        eve.post(link);

        assertThat(eve.get(course + "/people").statusCode()).isEqualTo(200);
        assertThat(mallory.get(link).statusCode()).isEqualTo(404);
        assertThat(mallory.post(link).statusCode()).isEqualTo(404);
        assertThat(mallory.get(course).statusCode()).isEqualTo(404);
    }

    @Test
    void aWithdrawnInvitationIsGone() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var link = parse(bob.post(course + "/teachers/link"))
                .select(".secret code")
                .text()
                .replaceFirst("^http://[^/]+", "");

        bob.post(bob.page(course + "/teachers").select("form[action*=withdraw]").attr("action"));

        assertThat(Browsing.signedUp("Eve").post(link).statusCode()).isEqualTo(404);
    }

    @Test
    void theTeacherHandsTheCourseOverAndCanLeaveThen() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var link = parse(bob.post(course + "/teachers/link"))
                .select(".secret code")
                .text()
                .replaceFirst("^http://[^/]+", "");
        var eve = Browsing.signedUp("Eve");
        eve.post(link);

        bob.post(
                bob.page(course + "/teachers").select("form[action*=hand-over]").attr("action"));
        assertThat(eve.page(course + "/teachers").select("form[action*=remove]"))
                .hasSize(1);
        assertThat(path(bob.post(course + "/leave"))).isEqualTo("/courses");

        assertThat(bob.get(course).statusCode()).isEqualTo(404);
        assertThat(eve.page(course + "/teachers").select(".rows li")).hasSize(1);
    }

    @Test
    void anArchivedCourseIsReadButNotChanged() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var ada = Browsing.signedUp("Ada");
        var code = code(bob, course);
        ada.post("/join/" + code);

        bob.post(course + "/archive");

        assertThat(ada.get(course).statusCode()).isEqualTo(200);
        assertThat(Browsing.signedUp("Eve").get("/join/" + code).statusCode()).isEqualTo(422);
        assertThat(bob.post(course + "/settings", "title", "New", "zone", "UTC").statusCode())
                .isEqualTo(409);
        assertThat(bob.post(course + "/code", "life", "week").statusCode()).isEqualTo(409);
        bob.post(course + "/restore");
        assertThat(bob.post(course + "/settings", "title", "New", "zone", "UTC").statusCode())
                .isEqualTo(303);
        assertThat(bob.page(course).select("h1").text()).isEqualTo("New");
    }

    @Test
    void theLogTellsWhoDidWhatAndNothingCanChangeIt() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var ada = Browsing.signedUp("Ada");
        ada.post("/join/" + code(bob, course));
        bob.post(bob.page(course + "/people").select("tbody form").attr("action"));

        assertThat(bob.page(course + "/log").select("tbody tr").eachText())
                .map(line -> line.replaceFirst("^.*\\d\\d:\\d\\d ", ""))
                .containsExactly("Bob removed Ada", "Ada joined (by code)", "Bob opened the course (Calculus III)");
        for (var attack :
                new String[] {"update course_log set detail = ''", "delete from course_log", "truncate course_log"}) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(attack).executeUpdate()))
                    .as(attack)
                    .hasStackTraceContaining("the log of a course is only added to");
        }
    }

    @Test
    void aCourseOutlivesItsTeacher() {
        var bob = Browsing.signedUp("Bob");
        var shared = bob.openCourse("Shared");
        var alone = bob.openCourse("Alone");
        var eve = Browsing.signedUp("Eve");
        eve.post(parse(bob.post(shared + "/teachers/link"))
                .select(".secret code")
                .text()
                .replaceFirst("^http://[^/]+", ""));
        var ada = Browsing.signedUp("Ada");
        ada.post("/join/" + code(bob, alone));
        var farewell = bob.page("/account/delete").select("main li").eachText();

        bob.post("/account/delete", "password", PASSWORD);

        assertThat(farewell)
                .contains(
                        "Your course “Shared” goes to a co-teacher.",
                        "Your course “Alone” is archived: its learners can read it, but nothing in it changes any more.");
        assertThat(eve.page("/courses").select(".card").text()).isEqualTo("Shared Teacher");
        assertThat(Objects.requireNonNull(
                                eve.page(shared + "/log").select("tbody tr").last())
                        .text())
                .contains("a deleted account opened the course");
        assertThat(ada.page(alone).select(".notice").text()).contains("archived");
    }

    static String code(Browsing teacher, String course) {
        return teacher.page(course).select(".join-code").text();
    }

    static String path(Received answer) {
        return answer.header("Location").replaceFirst("^http://[^/]+", "");
    }

    static long number(String course) {
        return Long.parseLong(course.replaceFirst("/courses/", ""));
    }
}

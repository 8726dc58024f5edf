package org.nabla.gradebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;
import org.nabla.Browsing;
import org.nabla.SetClock;

/**
 * A term in six browsers, on a clock that is moved on: Bob owns the course, Dora assists in the Tuesday group; Ada has more days in
 * every assignment, Eve spends a late day, Finn moves to the Tuesday group and keeps what was done.
 */
@QuarkusTest
class TermWalkTest extends BrowserTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String TEMPLATE = "first-partial-derivative";
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /** Noon in Vienna, so that hours pass within a day. */
    private final SetClock clock =
            new SetClock(ZonedDateTime.now(VIENNA).with(LocalTime.NOON).toInstant());

    private final Instant beginning = clock.instant();

    @Inject
    EntityManager database;

    @Test
    void aTermIsWalkedToItsEnd() {
        QuarkusMock.installMockForType(clock, Clock.class);
        var bob = open("/sign-up", Look.DESKTOP_LIGHT);
        var bobLogin = signUp(bob, "Bob");
        Browsing.makeTeacher(bobLogin);
        bob.navigate(root(bob, "/courses/new"));
        bob.locator("#title").fill("Calculus III");
        bob.locator("#zone").selectOption("Europe/Vienna");
        bob.locator("main button:text('Open the course')").click();
        var course = path(bob);
        var code = bob.locator(".join-code").textContent();
        var ada = joins(code, "Ada", Look.PHONE_LIGHT);
        var eve = joins(code, "Eve", Look.DESKTOP_DARK);
        var finn = joins(code, "Finn", Look.PHONE_DARK);

        sectionsAreMade(bob, course);
        var dora = doraAssists(bob, course);
        adaHasMoreDays(bob, ada, course);
        bob.navigate(root(bob, course + "/settings"));
        bob.locator("#days").fill("2");
        bob.locator("section:has(#days) button").click();

        var assignment = theAssignmentIsGiven(bob, course);
        theTuesdayGroupHasTwoDaysMore(bob, assignment);
        answer(finn, assignment, "17", "wrong");

        finnMovesAndKeepsTheirWork(bob, finn, course, assignment);
        eveSpendsALateDay(eve, assignment);

        clock.pass(Duration.ofHours(30)); // the date of all has passed
        eveAndAdaStillWork(eve, ada, finn, assignment);
        doraMarksHerGroupAlone(dora, finn, course, assignment);

        adaHasHalfAsMuchTimeAgain(bob, ada, course);

        clock.pass(Duration.ofDays(5));
        theMarksOfTheTerm(bob, course);
    }

    private Page joins(String code, String name, Look look) {
        var page = open("/sign-up", look);
        signUp(page, name);
        page.navigate(root(page, "/join"));
        page.locator("#code").fill(code);
        page.locator("main button:text('Go on')").click();
        page.locator("main button:text-is('Join')").click();
        assertThat(page.locator("h1")).hasText("Calculus III");
        return page;
    }

    private static void sectionsAreMade(Page bob, String course) {
        bob.navigate(root(bob, course + "/sections"));
        for (var title : new String[] {"Monday group", "Tuesday group"}) {
            bob.locator("#title").fill(title);
            bob.locator("main button:text('Make the section')").click();
            assertThat(bob.locator("main strong:text-is('" + title + "')")).isVisible();
        }
        for (var name : new String[] {"Ada", "Eve", "Finn"}) {
            bob.locator("[aria-labelledby=who] label:has-text('" + name + "') input")
                    .check();
        }
        bob.locator("#section").selectOption("Monday group");
        bob.locator("main button:text-is('Move')").click();
        assertThat(bob.locator("main li:has-text('Monday group')").first()).containsText("3 learners");
        assertAccessible(bob);
    }

    private Page doraAssists(Page bob, String course) {
        bob.navigate(root(bob, course + "/teachers"));
        bob.locator("[name=as][value=ASSISTANT]").check();
        bob.locator("label:has-text('Tuesday group') input").check();
        bob.locator("main button:text('Make a link')").click();
        var link = bob.locator(".secret code").textContent();
        assertAccessible(bob);

        var dora = open("/sign-up", Look.DESKTOP_LIGHT);
        signUp(dora, "Dora");
        dora.navigate(link);
        assertThat(dora.locator(".lead")).hasText("You are asked to assist in this course.");
        dora.locator("main button:text('Accept')").click();
        assertThat(dora.locator(".notice").first()).hasText("You assist in this course now.");
        return dora;
    }

    private static void adaHasMoreDays(Page bob, Page ada, String course) {
        bob.navigate(root(bob, course + "/people"));
        bob.locator("main th a:text-is('Ada')").click();
        bob.locator("#factor").fill("1.5");
        bob.locator("#days").fill("2");
        bob.locator("section:has(#days) button").click();
        assertThat(bob.locator("main")).containsText("Ada is told: “You have 1.5 times the time");
        ada.navigate(root(ada, course));
        assertThat(ada.locator("main"))
                .containsText("You have 1.5 times the time for timed work and 2 more days for each assignment.");
        assertAccessible(ada);
    }

    private String theAssignmentIsGiven(Page bob, String course) {
        bob.navigate(root(bob, course + "/sets"));
        bob.locator("#title").fill("Week 1");
        bob.locator("main button:text('Put it together')").click();
        bob.locator("[name=q]").first().fill("first partial derivative");
        bob.locator("main button:text('Search')").click();
        var found = bob.locator(".found-list li:has([name=template][value=" + TEMPLATE + "])");
        found.locator("[name=count]").fill("1");
        found.locator("[name=points]").fill("2");
        found.locator("button:text('Add')").click();
        bob.locator(".notice a").click();
        return given(bob, day(1), "");
    }

    private String given(Page bob, String due, String minutes) {
        bob.locator("main a:text('Give it as an assignment')").click();
        bob.locator("#opens").fill(day(-1));
        bob.locator("#due").fill(due);
        bob.locator("#minutes").fill(minutes);
        bob.locator("main button:text('Give the assignment')").click();
        assertThat(bob.locator("#where")).isVisible();
        return path(bob);
    }

    private void theTuesdayGroupHasTwoDaysMore(Page bob, String assignment) {
        bob.locator("main a:text('Dates of sections')").click();
        var group = bob.locator("fieldset:has(legend:text-is('Tuesday group'))");
        group.locator("input[name^=due]").fill(day(3));
        assertAccessible(bob);
        bob.locator("main button:text('Save')").click();
        assertThat(bob.locator("[aria-label='Dates of sections']")).containsText("Tuesday group: due");
        assertThat(bob.url()).contains(assignment);
    }

    private static void finnMovesAndKeepsTheirWork(Page bob, Page finn, String course, String assignment) {
        finn.navigate(root(finn, assignment));
        var before = finn.locator(".lead time").textContent();
        bob.navigate(root(bob, course + "/people"));
        bob.locator("main th a:text-is('Finn')").click();
        bob.locator("#section").selectOption("Tuesday group");
        bob.locator("main button:text-is('Move')").click();
        assertThat(bob.locator(".notice")).containsText("Attempts, marks by hand and extensions stay as they were");
        finn.reload();
        assertThat(finn.locator(".lead")).containsText("your section’s date");
        assertThat(finn.locator(".lead time")).not().hasText(before);
        assertThat(finn.locator(".problem-rows .state").first()).containsText("not yet right");
    }

    private static void eveSpendsALateDay(Page eve, String assignment) {
        eve.navigate(root(eve, assignment));
        eve.locator("main a:text('Use late days')").click();
        assertThat(eve.locator(".lead")).containsText("You have 2 late days left. One late day moves your due date");
        assertAccessible(eve);
        eve.locator("main button:text('Spend one late day')").click();
        assertThat(eve.locator(".lead")).containsText("the date of all, 1 late day");
        assertThat(eve.locator("main")).containsText("You have 1 late day left.");
    }

    private void eveAndAdaStillWork(Page eve, Page ada, Page finn, String assignment) {
        answerRight(eve, "Eve", assignment);
        ada.navigate(root(ada, assignment));
        assertThat(ada.locator(".lead")).containsText("the date of all, 2 extra days");
        answerRight(ada, "Ada", assignment);
        answer(finn, assignment, "18", "wrong");
        eve.navigate(root(eve, assignment + "/late-days"));
        assertThat(eve.locator("main")).containsText("The day has begun: it is used.");
        clock.pass(Duration.ofHours(20)); // the late day is over, the days of Ada and Finn are not
        eve.navigate(root(eve, assignment));
        assertThat(eve.locator(".lead")).containsText("Closed. It was due");
        ada.navigate(root(ada, assignment));
        assertThat(ada.locator(".lead")).not().containsText("Closed");
    }

    private static void doraMarksHerGroupAlone(Page dora, Page finn, String course, String assignment) {
        dora.navigate(root(dora, course + "/gradebook"));
        assertThat(dora.locator("main")).containsText("Finn");
        assertThat(dora.locator("main")).not().containsText("Ada");
        assertThat(dora.locator("main")).not().containsText("Eve");
        dora.navigate(root(dora, course + "/mistakes"));
        assertThat(dora.locator(".mistake")).hasCount(2);
        dora.navigate(root(dora, assignment));
        dora.locator("main tbody th a:text-is('Finn')").click();
        assertThat(dora.locator("main button:text('Give more time')")).hasCount(0);
        dora.locator("#points").fill("1");
        dora.locator("#why").fill("the right idea");
        assertAccessible(dora);
        dora.locator("main button:text('Set the mark')").click();
        assertThat(dora.locator("main")).containsText("Set by hand: 1 point (the right idea)");
        finn.navigate(root(finn, assignment));
        assertThat(finn.locator(".notice")).hasText("Your teacher set this to 1 point: the right idea");
    }

    /** The same exercises against the clock: 20 minutes for all, 30 for Ada. */
    private void adaHasHalfAsMuchTimeAgain(Page bob, Page ada, String course) {
        bob.navigate(root(bob, course + "/sets"));
        bob.locator("main a:text-is('Week 1')").click();
        var quiz = given(bob, day(4), "20");
        ada.navigate(root(ada, quiz));
        assertThat(ada.locator(".start")).containsText("You have 30 minutes from the moment you start");
        assertAccessible(ada);
        ada.locator(".start button").click();
        clock.pass(Duration.ofMinutes(25));
        answerRight(ada, "Ada", quiz);
        clock.pass(Duration.ofMinutes(7));
        ada.navigate(root(ada, quiz));
        assertThat(ada.locator("main")).containsText("Your time was over");
    }

    private static void theMarksOfTheTerm(Page bob, String course) {
        bob.navigate(root(bob, course + "/gradebook"));
        for (var mark : new String[] {"Ada 4", "Eve 2", "Finn 1"}) {
            var words = mark.split(" ");
            assertThat(bob.locator("main tbody tr:has-text('" + words[0] + "') td")
                            .first())
                    .containsText(words[1]);
        }
        bob.navigate(root(bob, course + "/log"));
        assertThat(bob.locator("tbody")).containsText("used a late day");
        assertThat(bob.locator("tbody")).containsText("moved to a section");
        assertThat(bob.locator("tbody")).not().containsText("1.5");
    }

    /** So many days after the beginning of the term, at noon. */
    private String day(int days) {
        return FIELD.format(beginning.atZone(VIENNA).plusDays(days));
    }

    private static String signUp(Page page, String name) {
        var login = Browsing.newLogin();
        page.locator("#name").fill(name);
        page.locator("#login").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button:text('Make the account')").click();
        assertThat(page.locator("#password")).hasCount(0);
        return login;
    }

    private static void answer(Page page, String assignment, String typed, String tone) {
        page.navigate(root(page, assignment + "/problems/1"));
        page.locator("#work input[name=answer-a]").fill(typed);
        page.locator("#work button.primary").click();
        assertThat(page.locator("#work .verdict." + tone)).isVisible();
    }

    private void answerRight(Page page, String name, String assignment) {
        page.navigate(root(page, assignment + "/problems/1")); // from then on the exercise is theirs
        answer(page, assignment, key(name, assignment), "correct");
    }

    private String key(String name, String assignment) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select e.body #>> '{parts,0,answer,value,0}' from exercise e
                        join assigned_exercise w on w.exercise_id = e.id join assignment_problem p on p.id = w.problem_id
                        join assignment a on a.id = p.assignment_id join account l on l.id = w.learner_id
                        where a.course_id = :course and a.number = :number and l.name = :name""")
                .setParameter("number", Integer.parseInt(assignment.split("/")[4]))
                .setParameter("course", Long.parseLong(assignment.split("/")[2]))
                .setParameter("name", name)
                .getSingleResult());
    }

    private static String path(Page page) {
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
    }

    private static String root(Page page, String path) {
        return page.url().replaceFirst("^(https?://[^/]+).*", "$1") + path;
    }
}

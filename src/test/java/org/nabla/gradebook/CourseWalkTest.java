package org.nabla.gradebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/**
 * A course from its first page to its marks, in three browsers: Bob teaches, Ada joins with the code, Eve comes by the roster.
 * The assignment was due yesterday: Ada has more time, Eve is late.
 */
@QuarkusTest
class CourseWalkTest extends BrowserTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String TEMPLATE = "first-partial-derivative";
    private static final String NOTE = "Only one letter moves: hold $y$.";

    @Inject
    EntityManager database;

    private final String adaLogin = Browsing.newLogin();
    private final String eveLogin = Browsing.newLogin().replace("ada", "eve");

    @Test
    void aCourseGoesFromSignUpToItsMarks() throws IOException {
        var bob = open("/sign-up?next=/teach", Look.DESKTOP_LIGHT);
        var bobLogin = Browsing.newLogin();
        signUp(bob, "Bob", bobLogin);
        assertThat(bob.locator("main ol")).containsText("Its login is " + bobLogin);
        Browsing.makeTeacher(bobLogin);
        bob.locator("main a:text('Courses')").last().click();
        bob.locator("main a:text('Open a course')").click();
        var course = aCourseIsOpened(bob);

        var code = bob.locator(".join-code").textContent();
        var ada = adaJoinsWithTheCode(code);
        var eve = eveComesByTheRoster(bob, course);
        aProblemSetIsFoundAndLookedAt(bob, course);
        var assignment = theAssignmentIsGiven(bob);
        adaGetsMoreTime(bob, assignment);

        adaWorks(ada, assignment);
        eveWorks(eve, assignment);
        assertThat(prompts(ada, assignment))
                .as("numbers of their own")
                .doesNotContainAnyElementsOf(prompts(eve, assignment));

        theMarksAreThereAndOneIsSetByHand(bob, course, assignment);
        expectComplaint("422"); // the mark without a reason
        theMistakeStandsOnceAndANoteGoesOut(bob, course);
        eve.navigate(root(eve, assignment + "/problems/2"));
        assertThat(eve.locator(".message")).containsText("Only one letter moves");
        eve.locator(".message button").click();
        assertThat(eve.locator(".message")).hasCount(0);
        eve.navigate(root(eve, assignment));
        assertThat(eve.locator(".notice")).hasText("Your teacher set this to 1.5 points: the right idea");
        theMarksAreTakenAlong(bob, course);
    }

    private static String aCourseIsOpened(Page bob) {
        bob.locator("#title").fill("Calculus III");
        bob.locator("#zone").selectOption("Europe/Vienna");
        bob.locator("main button:text('Open the course')").click();
        assertThat(bob.locator(".join-code")).hasText(Pattern.compile("[34679A-Y]{4}-[34679A-Y]{4}"));
        return path(bob);
    }

    private Page adaJoinsWithTheCode(String code) {
        var ada = open("/join", Look.PHONE_LIGHT);
        ada.locator("#code").fill(code.toLowerCase());
        ada.locator("main button:text('Go on')").click();
        ada.locator("main a:text('Make an account')").click();
        signUp(ada, "Ada", adaLogin);
        ada.locator("main button:text-is('Join')").click();
        assertThat(ada.locator("h1")).hasText("Calculus III");
        return ada;
    }

    private Page eveComesByTheRoster(Page bob, String course) {
        bob.navigate(root(bob, course + "/roster"));
        var roster = "\uFEFFlogin;name\r\n" + adaLogin + ";Ada\r\n" + eveLogin + ";\"Evé, Müller\"\r\n";
        bob.locator("#files")
                .setInputFiles(new FilePayload("class.csv", "text/csv", roster.getBytes(StandardCharsets.UTF_8)));
        bob.locator("main button:text('Show what changes')").click();
        assertThat(bob.locator(".sums li").first()).hasText("1 get an account and join");
        assertThat(bob.locator(".sums li").nth(2)).hasText("1 are in the course already");
        bob.locator("main button:text('Do it')").click();
        assertThat(bob.locator(".slips li")).hasCount(1);
        assertAccessible(bob);
        var once = bob.locator(".slips dd.code").nth(1).textContent();

        var eve = open("/sign-in?next=" + course, Look.DESKTOP_DARK);
        eve.locator("#login").fill(eveLogin);
        eve.locator("#password").fill(once);
        eve.locator("main button").click();
        assertThat(eve.locator("h1")).hasText("Welcome, Evé, Müller");
        eve.navigate(root(eve, course));
        assertThat(eve.locator("h1")).hasText("Welcome, Evé, Müller");
        eve.locator("#password").fill(PASSWORD);
        eve.locator("main button").click();
        assertThat(eve.locator("h1")).hasText("Calculus III");
        return eve;
    }

    private static void aProblemSetIsFoundAndLookedAt(Page bob, String course) {
        bob.navigate(root(bob, course + "/sets"));
        bob.locator("#title").fill("Week 1");
        bob.locator("main button:text('Put it together')").click();
        bob.locator("[name=q]").first().fill("first partial derivative");
        bob.locator("main button:text('Search')").click();
        var found = bob.locator(".found-list li:has([name=template][value=" + TEMPLATE + "])");
        found.locator("summary").click();
        assertThat(found.locator(".variants > li")).hasCount(3);
        assertThat(found.locator(".variants .katex").first()).isVisible();
        found.locator("[name=count]").fill("2");
        found.locator("[name=points]").fill("2");
        found.locator("button:text('Add')").click();
        assertThat(bob.locator(".notice")).containsText("The set has 2 exercises.");
        bob.locator(".notice a").click();
        bob.locator("main a:text('See it as a learner')").click();
        assertThat(bob.locator("main .prompt")).hasCount(2);
        bob.goBack();
    }

    private static String theAssignmentIsGiven(Page bob) {
        bob.locator("main a:text('Give it as an assignment')").click();
        bob.locator("#opens").fill(Lesson.day(-9));
        bob.locator("#due").fill(Lesson.day(-1));
        bob.locator("[name=late][value=yes]").check();
        bob.locator("#closes").fill(Lesson.day(7));
        bob.locator("#lateShare").fill("10");
        bob.locator("#lateFloor").fill("50");
        bob.locator("#penalty").fill("25");
        bob.locator("main button:text('Give the assignment')").click();
        assertThat(bob.locator("#where")).isVisible();
        assertThat(bob.locator("main tbody tr")).hasCount(2);
        return path(bob);
    }

    private static void adaGetsMoreTime(Page bob, String assignment) {
        link(bob, "Ada").click();
        bob.locator("#due").fill(Lesson.day(3));
        bob.locator("#reason").fill("ill");
        bob.locator("main button:text('Give more time')").click();
        assertThat(bob.locator("main")).containsText("More time, until");
        bob.navigate(root(bob, assignment));
    }

    /** Wrong in a way that the exercise names, then right: three quarters of two points. */
    private void adaWorks(Page ada, String assignment) {
        ada.navigate(root(ada, assignment));
        assertThat(ada.locator(".lead")).containsText("You have more time than the others.");
        ada.navigate(root(ada, assignment + "/problems/1"));
        answer(ada, mistake(adaLogin, 1), "wrong");
        assertThat(ada.locator(".verdict")).containsText("A partial derivative moves one variable alone.");
        answer(ada, key(adaLogin, 1), "correct");
        ada.navigate(root(ada, assignment));
        assertThat(ada.locator(".problem-rows .end").first()).hasText("1.5 of 2 points");
    }

    /** Opens a hint, is wrong in the same way, typed otherwise, and late with what is right. */
    private void eveWorks(Page eve, String assignment) {
        eve.navigate(root(eve, assignment + "/problems/1"));
        eve.locator("main button[name=hints]").click();
        assertThat(eve.locator(".hints li")).hasCount(1);
        answer(eve, "0 + 1*(" + mistake(eveLogin, 1) + ")", "wrong");
        answer(eve, "17", "wrong");
        eve.navigate(root(eve, assignment + "/problems/2"));
        answer(eve, key(eveLogin, 2), "correct");
        eve.navigate(root(eve, assignment));
        assertThat(eve.locator(".problem-rows .end").nth(1)).hasText("1.6 of 2 points");
    }

    private static void theMarksAreThereAndOneIsSetByHand(Page bob, String course, String assignment) {
        bob.navigate(root(bob, course + "/gradebook"));
        assertThat(bob.locator("main tbody tr:has-text('Ada') td").last()).hasText("1.5");
        assertThat(bob.locator("main tbody tr:has-text('Evé') td").last()).hasText("1.6");
        bob.navigate(root(bob, assignment));
        link(bob, "Evé, Müller").click();
        assertThat(bob.locator("main .work").first()).containsText("17");
        bob.locator("#points").fill("1,5");
        bob.locator("main button:text('Set the mark')").click();
        assertThat(bob.locator("#why")).hasAttribute("aria-invalid", "true");
        bob.locator("#points").fill("1,5");
        bob.locator("#why").fill("the right idea");
        bob.locator("main button:text('Set the mark')").click();
        assertThat(bob.locator("main")).containsText("Set by hand: 1.5 points (the right idea)");
        assertThat(bob.locator("main")).containsText("Computed from the attempts: 1.6");
    }

    private static void theMistakeStandsOnceAndANoteGoesOut(Page bob, String course) {
        bob.navigate(root(bob, course + "/mistakes"));
        var mistake = bob.locator(".mistake:has-text('A partial derivative moves one variable alone.')");
        assertThat(mistake).hasCount(1);
        assertThat(mistake.locator(".mistake-count")).hasText("2 answers of 2 learners");
        assertThat(mistake.locator(".typed-list li")).hasCount(2);
        assertThat(bob.locator(".facts")).containsText("2 learners, 3 exercises");
        mistake.locator("summary").click();
        assertThat(mistake).containsText("Ada, Evé, Müller");
        mistake.locator("textarea").fill(NOTE);
        mistake.locator("button:text('Send')").click();
        assertThat(bob.locator("[role=status]").first()).containsText("Sent.");
        assertThat(bob.locator(".mistake:has-text('A note was sent about this.')"))
                .hasCount(1);
    }

    private void theMarksAreTakenAlong(Page bob, String course) throws IOException {
        bob.navigate(root(bob, course + "/gradebook"));
        var file = bob.waitForDownload(
                () -> bob.locator("main button:text('CSV for Canvas')").click());
        try (var stream = file.createReadStream()) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\r\n"))
                    .containsExactly(
                            "Student,ID,SIS User ID,SIS Login ID,Section,Week 1",
                            "\"    Points Possible\",,,,,4",
                            "Ada,,," + adaLogin + ",Calculus III,1.5",
                            "\"Evé, Müller\",,," + eveLogin + ",Calculus III,1.5");
        }
        bob.navigate(root(bob, course + "/log"));
        assertThat(bob.locator("tbody tr").first()).containsText("exported marks");
        assertThat(bob.locator("tbody")).containsText("left a note on exercise pages");
    }

    private static void signUp(Page page, String name, String login) {
        page.locator("#name").fill(name);
        page.locator("#login").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button:text('Make the account')").click();
    }

    private static void answer(Page page, String typed, String tone) {
        page.locator("#work input[name=answer-a]").fill(typed);
        page.locator("#work button.primary").click();
        assertThat(page.locator("#work .verdict." + tone)).isVisible();
    }

    private static List<String> prompts(Page page, String assignment) {
        return List.of(1, 2).stream()
                .map(position -> {
                    page.navigate(root(page, assignment + "/problems/" + position));
                    return page.locator(".prompt").first().innerHTML();
                })
                .toList();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String key(String login, int position) {
        return ofExercise(login, position, "{parts,0,answer,value,0}");
    }

    /** The third that the exercise names: the sum of both derivatives. */
    private String mistake(String login, int position) {
        return ofExercise(login, position, "{parts,0,answer,mistakes,-1,value}");
    }

    private String ofExercise(String login, int position, String place) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select e.body #>> cast(:place as text[]) from exercise e join assigned_exercise w on w.exercise_id = e.id
                        join account l on l.id = w.learner_id join assignment_problem p on p.id = w.problem_id
                        where l.login = :login and p.position = :position""")
                .setParameter("place", place)
                .setParameter("login", login)
                .setParameter("position", position)
                .getSingleResult());
    }

    private static String root(Page page, String path) {
        return page.url().replaceFirst("(https?://[^/]+).*", "$1") + path;
    }

    private static String path(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "").replaceFirst("[?#].*", "");
    }
}

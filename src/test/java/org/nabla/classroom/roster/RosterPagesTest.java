package org.nabla.classroom.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.Browsing.newLogin;
import static org.nabla.Browsing.parse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.Received;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class RosterPagesTest {

    private static final Logger LOG = Logger.getLogger(RosterPagesTest.class);
    private static final String PASSWORD = "correct horse battery";

    @Inject
    RosterDrafts drafts;

    @Test
    void nothingHappensBeforeTheTeacherSaysSo() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var zoe = newLogin();

        var plan = bring(bob, course, "name,login\nZoe," + zoe + "\n");

        assertThat(plan.select("#added + div tbody").text()).isEqualTo("Zoe " + zoe);
        assertThat(bob.page(course + "/people").select("tbody tr")).isEmpty();
        assertThat(Browsing.start().signUp("Zoe", zoe, PASSWORD).statusCode())
                .as("the login is still free")
                .isEqualTo(303);
    }

    @Test
    void aOneTimePasswordOpensTheDoorOnceAndMustBeChanged() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var login = newLogin();
        var slips = parse(agree(bob, course, bring(bob, course, "name,login\n\"Zoe, <b>Z</b>\"," + login + "\n")));
        var password = password(slips);

        assertThat(slips.select(".slips strong").text()).isEqualTo("Zoe, <b>Z</b>");
        assertThat(password).matches("[34679a-y]{4}-[34679a-y]{4}-[34679a-y]{4}");
        var zoe = Browsing.start();
        var entered = zoe.post("/sign-in", "login", login, "password", password, "next", course);
        assertThat(path(entered)).isEqualTo("/new-password?next=" + course.replace("/", "%2F"));
        assertThat(path(zoe.get(course))).as("before").startsWith("/sign-in?next=");
        assertThat(path(zoe.get("/account"))).startsWith("/sign-in?next=");
        assertThat(path(zoe.get("/sign-in"))).startsWith("/new-password");
        assertThat(parse(zoe.post("/new-password", "password", password))
                        .select("#password-error")
                        .text())
                .contains("somebody else knows");
        assertThat(zoe.post("/new-password", "password", "short").statusCode()).isEqualTo(422);

        var chosen = zoe.post("/new-password", "password", PASSWORD, "next", course);

        assertThat(path(chosen)).isEqualTo(course);
        assertThat(zoe.page(course).select("h1").text()).isEqualTo("Calculus III");
        assertThat(Browsing.start().signIn(login, password).statusCode())
                .as("the old one")
                .isEqualTo(422);
        assertThat(path(Browsing.start().signIn(login, PASSWORD))).isEqualTo("/");
    }

    @Test
    void aTakenLoginIsLeftAloneAndTheRestComesInOnlyWhenToldTo() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var taken = newLogin();
        var eve = Browsing.start();
        eve.signUp("Eve", taken, PASSWORD);
        var plan = bring(bob, course, "login,name\n%s,Mallory\n%s,Zoe\n".formatted(taken, newLogin()));

        assertThat(plan.select("#taken + .rows").text()).contains("which is left alone");
        var refused = agree(bob, course, plan);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(bob.page(course + "/people").select("tbody tr")).isEmpty();
        var done = agree(bob, course, plan, "leaveOut", "yes");

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(bob.page(course + "/people").select("tbody th").text()).isEqualTo("Zoe");
        assertThat(eve.get("/account").statusCode()).isEqualTo(200);
        assertThat(eve.get(course).statusCode()).isEqualTo(404);
    }

    @Test
    void anErrorInOneRowKeepsAllOut() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");

        var plan = bring(bob, course, "name,login\nZoe,%s\nYves,y v e s\n".formatted(newLogin()));

        assertThat(plan.select(".errors li").text()).startsWith("line 3, Yves: Login: Take 2 to 64");
        assertThat(plan.select("form[method=post][action$=plan]")).isEmpty();
        assertThat(bob.post(course + "/roster/plan", "plan", "forged").statusCode())
                .isEqualTo(409);
        assertThat(bob.page(course + "/people").select("tbody tr")).isEmpty();
    }

    @Test
    void whatWasShownAndIsNoLongerTrueIsNotDone() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var zoe = newLogin();
        var plan = bring(bob, course, "name,login\nZoe," + zoe + "\n");
        Browsing.start().signUp("Another Zoe", zoe, PASSWORD);

        var answer = agree(bob, course, plan);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(parse(answer).select("[role=alert]").text()).startsWith("Nothing was changed");
        assertThat(parse(answer).select("#taken")).isNotEmpty();
    }

    @Test
    void whoIsMissingIsRemovedOnlyOnRequestAndComesBackWithTheNextRoster() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var zoe = newLogin();
        var yves = newLogin();
        var both = "name,login\nZoe,%s\nYves,%s\n".formatted(zoe, yves);
        var onlyZoe = "name,login\nZoe,%s\n".formatted(zoe);
        agree(bob, course, bring(bob, course, both));

        var same = bring(bob, course, onlyZoe);
        agree(bob, course, same);
        assertThat(bob.page(course + "/people").select("tbody th").eachText()).containsExactly("Yves", "Zoe");
        agree(bob, course, same, "removeMissing", "yes");
        assertThat(bob.page(course + "/people").select("tbody th").eachText()).containsExactly("Yves", "Zoe");
        agree(bob, course, bring(bob, course, onlyZoe), "removeMissing", "yes");
        assertThat(bob.page(course + "/people").select("tbody th").eachText()).containsExactly("Zoe");
        var back = bring(bob, course, both);
        assertThat(back.select("#returning + .rows").text()).isEqualTo("Yves " + yves);
        assertThat(parse(agree(bob, course, back)).select(".slips li")).isEmpty();

        assertThat(bob.page(course + "/people").select("tbody th").eachText()).containsExactly("Yves", "Zoe");
        assertThat(bob.page(course + "/log").select("tbody").text())
                .contains("Bob imported a roster (2 accounts made, 0 came back, 0 removed)")
                .contains("Bob imported a roster (0 accounts made, 1 came back, 0 removed)");
    }

    @Test
    void aLostPasswordIsReplacedForAnAccountOfThisCourseAlone() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var login = newLogin();
        var first = parse(agree(bob, course, bring(bob, course, "name,login\nZoe," + login + "\n")));
        var zoe = Browsing.start();
        zoe.signIn(login, password(first));
        assertThat(path(zoe.post("/new-password", "password", PASSWORD)))
                .as("whoever came by a slip stands in the course")
                .isEqualTo(course);
        var ada = Browsing.signedUp("Ada");
        ada.post("/join/" + bob.page(course).select(".join-code").text());

        var forms = bob.page(course + "/people").select("form[action$=password]");
        assertThat(forms).as("only for Zoe").hasSize(1);
        var renewed = password(parse(bob.post(forms.attr("action"))));

        assertThat(path(zoe.get("/account"))).as("signed out").startsWith("/sign-in");
        assertThat(Browsing.start().signIn(login, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(path(zoe.signIn(login, renewed))).startsWith("/new-password");
        assertThat(bob.page(course + "/log").select("tbody").text())
                .contains("Bob made a new one-time password for Zoe");
        zoe.post("/new-password", "password", PASSWORD);
        var eve = Browsing.signedUp("Eve");
        zoe.post("/join/"
                + eve.page(eve.openCourse("Of Eve")).select(".join-code").text());
        assertThat(bob.post(forms.attr("action")).statusCode())
                .as("now in a course of another teacher")
                .isEqualTo(404);
    }

    @Test
    void aFileThatIsNoRosterIsRefusedBesideItsBox() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");

        var answer = bob.upload(course + "/roster", "files", "marks.csv", "name,login\n\"Ada,ada\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parse(answer).select("#files-error").text())
                .startsWith("In line 2 of marks.csv a quotation mark opens");
        assertThat(bob.get(course + "/roster/plan").statusCode()).isEqualTo(404);
    }

    @Test
    void theTeacherSaysWhatTheColumnsHoldAndIsNotAskedAgain() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var zoe = newLogin();
        var file = "Vor,Nach,Kennung\nZoe,King,%s\n".formatted(zoe);

        var asked = bob.upload(course + "/roster", "files", "class.csv", file);
        assertThat(path(asked)).isEqualTo(course + "/roster/columns");
        assertThat(path(bob.get(course + "/roster/plan"))).isEqualTo(course + "/roster/columns");
        var page = bob.page(course + "/roster/columns");
        assertThat(page.select(".column-choices label").eachText()).containsExactly("Vor", "Nach", "Kennung");
        assertThat(page.select(".column-choices .help").eachText()).containsExactly("Zoe", "King", zoe);
        var unsaid = bob.post(course + "/roster/columns", "header", "yes", "column-0", "GIVEN", "column-1", "FAMILY");
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(parse(unsaid).select("[role=alert]").text()).startsWith("Say which column holds the logins");
        assertThat(parse(unsaid).select("[name=column-0] [selected]").val()).isEqualTo("GIVEN");
        var columns = new String[] {"header", "yes", "column-0", "GIVEN", "column-1", "FAMILY", "column-2", "LOGIN"};
        var look = bob.post(course + "/roster/columns", with(columns, "action", "look"));
        assertThat(parse(look).select("tbody tr").text()).isEqualTo("King Zoe Zoe King " + zoe);
        assertThat(path(bob.post(course + "/roster/columns", columns))).isEqualTo(course + "/roster/plan");
        var plan = bob.page(course + "/roster/plan");
        assertThat(plan.select("#added + div tbody").text()).isEqualTo("King, Zoe " + zoe);
        assertThat(plan.text()).contains("given name from “Vor”; family name from “Nach”; login from “Kennung”");
        agree(bob, course, plan);

        var other = bob.openCourse("Calculus IV");
        var again = bring(bob, other, file);
        assertThat(again.select("#taken").text()).as("read at once").isEqualTo("Login taken");
        assertThat(bob.get(course + "/roster/progress").asString()).isEqualTo("{\"done\":0,\"total\":0}");
    }

    @Test
    void learnersComeIntoTheSectionsOfTheFile() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var zoe = newLogin();
        var header = "name,login,section\n";
        var plan = bring(bob, course, header + "Zoe,%s,Tuesday\nYves,%s,Friday\n".formatted(zoe, newLogin()));

        assertThat(plan.select("label[for=divide]").text()).contains("Friday, Tuesday");
        agree(bob, course, plan, "divide", "yes");

        assertThat(bob.page(course + "/sections").text()).contains("Friday").contains("Tuesday");
        var again = bring(bob, course, header + "Zoe," + zoe + ",tuesday\n");
        assertThat(again.select("#divide")).as("they are there").isEmpty();
        var moved = bring(bob, course, header + "Zoe," + zoe + ",Friday\n");
        assertThat(moved.select("label[for=divide]").text()).contains("names: Friday.");
        agree(bob, course, moved, "divide", "yes");
        assertThat(bring(bob, course, header + "Zoe," + zoe + ",Friday\n").select("#divide"))
                .as("they have moved")
                .isEmpty();
        assertThat(bob.page(course + "/log").text()).contains("Friday");
    }

    @Test
    void howFarItIsIsToldWhileAccountsAreMade() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var plan = bring(bob, course, "name,login\nZoe," + newLogin() + "\n");

        drafts.report(Long.parseLong(course.replaceFirst(".*/", "")), new RosterDrafts.Progress(120, 2000));

        assertThat(plan.select("form[data-progress]").attr("data-progress")).isEqualTo(course + "/roster/progress");
        assertThat(bob.get(course + "/roster/progress").asString()).isEqualTo("{\"done\":120,\"total\":2000}");
        agree(bob, course, plan);
        assertThat(bob.get(course + "/roster/progress").asString()).isEqualTo("{\"done\":0,\"total\":0}");
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    private static Document bring(Browsing teacher, String course, String csv) {
        var answer = teacher.upload(course + "/roster", "files", "learners.csv", csv);
        assertThat(path(answer)).isEqualTo(course + "/roster/plan");
        return teacher.page(course + "/roster/plan");
    }

    private static Received agree(Browsing teacher, String course, Document plan, String... more) {
        var fields = new String[more.length + 2];
        fields[0] = "plan";
        fields[1] = plan.select("input[name=plan]").val();
        System.arraycopy(more, 0, fields, 2, more.length);
        return teacher.post(course + "/roster/plan", fields);
    }

    /** With {@code -Dnabla.long=true} as many as a large school has. */
    @Test
    void aLongRosterIsInBeforeAnybodyGoesAway() {
        var bob = Browsing.signedUp("Bob");
        var course = bob.openCourse("Calculus III");
        var rows = Boolean.getBoolean("nabla.long") ? 2_000 : 100;
        var prefix = newLogin();
        var file = IntStream.range(0, rows)
                .mapToObj(i -> "Learner %d,%s-%d%n".formatted(i, prefix, i))
                .collect(Collectors.joining("", "name,login\n", ""));

        var start = System.nanoTime();
        var plan = bring(bob, course, file);
        var shown = System.nanoTime();
        var slips = parse(agree(bob, course, plan));
        var done = System.nanoTime();

        LOG.infof(
                "roster of %d: shown in %d ms, in after %d ms",
                rows, (shown - start) / 1_000_000, (done - shown) / 1_000_000);
        assertThat(slips.select(".slips li")).hasSize(rows);
        assertThat(slips.select(".slips dd.code").eachText()).doesNotHaveDuplicates();
        assertThat(Duration.ofNanos(done - shown)).isLessThan(Duration.ofSeconds(30));
    }

    private static String password(Document slips) {
        return slips.select(".slips dd.code").get(1).text();
    }

    private static String path(Received answer) {
        return answer.header("Location").replaceFirst("^http://[^/]+", "");
    }
}

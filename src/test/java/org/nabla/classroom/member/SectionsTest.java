package org.nabla.classroom.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.answer;
import static org.nabla.classroom.Lesson.day;
import static org.nabla.classroom.Lesson.right;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** Sections have dates and assistants of their own; learners move between them and lose nothing. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SectionsTest {
    private static final String ONE = "first-partial-derivative";

    private Lesson lesson;
    private Browsing ada;
    private Browsing eve;

    @BeforeEach
    void adaAndEveAreInTwoSections() {
        lesson = new Lesson();
        ada = lesson.learner("Ada");
        eve = lesson.learner("Eve");
        lesson.bob.post(lesson.course + "/sections", "title", "Monday");
        lesson.bob.post(lesson.course + "/sections", "title", "Tuesday");
        move("Ada", "Monday");
        move("Eve", "Tuesday");
    }

    @Test
    void theDateOfTheSectionHoldsAndIsSaid() {
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(7)));

        dates(address, "Tuesday", day(9));

        assertThat(ada.page(address).select(".lead time").text()).isEqualTo(shown(address, "main p time", 1));
        assertThat(eve.page(address).select(".lead").text())
                .contains(": your section’s date.")
                .doesNotContain("more time");
        assertThat(lesson.bob
                        .page(address)
                        .select("[aria-label='Dates of sections']")
                        .text())
                .startsWith("Tuesday: due");
    }

    @Test
    void whoMovesKeepsAllWorkAndGetsOtherDates() {
        var address = lesson.assign(
                lesson.set(ONE), Map.of("opens", day(-9), "due", day(-2), "late", "yes", "closes", day(5)));
        answer(ada, address + "/problems/1", "17");
        lesson.bob.post(work(address, "Ada") + "/mark", "points", "1.5", "why", "a good try");
        dates(address, "Tuesday", day(3));
        assertThat(ada.page(address).select(".lead").text()).startsWith("Late answers count");

        var moved =
                lesson.bob.post(lesson.course + "/sections/move", "learner", id("Ada"), "section", section("Tuesday"));

        assertThat(lesson.bob
                        .page(Lesson.path(moved) + "?done=moved")
                        .select(".notice")
                        .text())
                .contains("Attempts, marks by hand and extensions stay", "dates of the new section hold");
        assertThat(ada.page(address).select(".lead").text()).startsWith("Due").contains("your section’s date");
        assertThat(lesson.bob
                        .page(work(address, "Ada"))
                        .select(".work tbody tr")
                        .text())
                .contains("17");
        assertThat(ada.page(address).text()).contains("1.5 points: a good try");

        lesson.bob.post(lesson.course + "/sections/" + section("Tuesday") + "/remove");

        assertThat(ada.page(address).select(".lead").text())
                .as("it is open, so the later date stays")
                .startsWith("Due")
                .contains("the date that held for you before");
        assertThat(lesson.bob
                        .page(work(address, "Ada"))
                        .select(".work tbody tr")
                        .text())
                .contains("17");

        lesson.bob.post(work(address, "Ada") + "/extension", "action", "end");
        assertThat(ada.page(address).select(".lead").text())
                .as("its teacher can end it")
                .startsWith("Late answers count");
    }

    /** Ada answered late: in the section where it is due later, the answer is in time. */
    @Test
    void whichMarksAMoveChangesIsSeenFirst() {
        var address = lesson.assign(
                lesson.set(ONE),
                Map.of("opens", day(-9), "due", day(-2), "late", "yes", "closes", day(5), "lateShare", "10"));
        dates(address, "Tuesday", day(3));
        right(ada, address);

        for (var form : List.of(
                List.of(lesson.course + "/people/" + id("Ada") + "/section", "section", section("Tuesday")),
                List.of(lesson.course + "/sections/move", "learner", id("Ada"), "section", section("Tuesday")))) {
            var shown =
                    lesson.bob.post(form.get(0), form.subList(1, form.size()).toArray(String[]::new));

            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(Browsing.parse(shown).select("tbody tr").text())
                    .startsWith("Ada")
                    .endsWith("1.4 2 more");
            assertThat(points(address, "Ada")).as("nothing is done yet").isEqualTo("1.4");
            assertThat(lesson.confirmed(shown).header("Location")).endsWith("done=moved");
            assertThat(points(address, "Ada")).isEqualTo("2");
            lesson.bob.post(lesson.bob
                    .page(lesson.course + "/sections")
                    .select("form[action$=back]")
                    .get(0)
                    .attr("action"));
            assertThat(points(address, "Ada")).as("taken back").isEqualTo("1.4");
        }
    }

    /** Whoever is moved to where it is due earlier keeps the date that they were told, and with it the mark. */
    @Test
    void aMoveMakesNothingEarlierThatIsOpen() {
        var open = lesson.assign(lesson.set(ONE), Map.of("title", "Open", "opens", day(-9), "due", day(-2)));
        var coming = lesson.assign(lesson.set(ONE), Map.of("title", "Coming", "opens", day(2), "due", day(7)));
        dates(open, "Tuesday", day(3));
        dates(coming, "Tuesday", day(9));
        right(eve, open);
        assertThat(points(open, "Eve")).isEqualTo("2");

        move("Eve", "Monday");

        assertThat(points(open, "Eve")).isEqualTo("2");
        assertThat(eve.page(open).select(".lead").text()).startsWith("Due").contains("held for you before");
        assertThat(eve.page(coming).select(".lead time").eachAttr("datetime"))
                .isEqualTo(ada.page(coming).select(".lead time").eachAttr("datetime"));
        assertThat(lesson.bob.page(work(open, "Eve")).text()).contains("the date that held for them before");
    }

    @ParameterizedTest(name = "opens {0}, due {1}, closes {2}: {4}")
    @CsvSource(textBlock = """
            9,  8,  '', due,    due before it opens
            '', 8,  7,  closes, closes before it is due
            '', '', 1,  closes, closes before it is due for all
            """)
    void datesThatCannotBeAreRefusedAndKept(String opens, String due, String closes, String field, String why) {
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(7)));
        var monday = section("Monday");

        var refused = lesson.bob.post(
                address + "/sections",
                "opens-" + monday,
                typed(opens),
                "due-" + monday,
                typed(due),
                "closes-" + monday,
                typed(closes));

        assertThat(refused.statusCode()).as(why).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("[aria-invalid]").eachAttr("name"))
                .containsExactly(field + "-" + monday);
        assertThat(Browsing.parse(refused).select("#due-" + monday).val()).isEqualTo(typed(due));
    }

    @Test
    void anAssistantSeesTheirSectionAndNobodyElse() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        answer(ada, address + "/problems/1", "171717");
        answer(eve, address + "/problems/1", "191919");
        var dora = assistant("Dora", section("Tuesday"));

        for (var page : new String[] {
            address,
            lesson.course + "/people",
            lesson.course + "/gradebook",
            lesson.course + "/mistakes",
            lesson.course + "/gradebook/items",
            lesson.course + "/gradebook/variants?numbers=x0=1",
            lesson.course + "/assignments",
            lesson.course
        }) {
            assertThat(dora.page(page).select("main").text()).as(page).doesNotContain("Ada", "171717");
        }
        assertThat(dora.page(address).select("tbody th").text()).isEqualTo("Eve");
        assertThat(dora.page(lesson.course + "/mistakes").select(".mistake").text())
                .contains("191919");
        assertThat(dora.get(work(address, "Ada")).statusCode()).isEqualTo(404);
        assertThat(dora.post(work(address, "Eve") + "/mark", "points", "2", "why", "as I see it")
                        .statusCode())
                .isEqualTo(303);
        assertThat(eve.page(address).text()).contains("2 points: as I see it");
        for (var text : new String[] {"Give more time", "Times and rules", "Grade exercise"}) {
            assertThat(dora.page(work(address, "Eve")).text()).doesNotContain(text);
        }
        assertThat(dora.page(lesson.course).select("nav.tabs li").eachText())
                .containsExactly("Course", "Assignments", "Gradebook", "Mistakes", "Learners");
        assertThat(dora.page("/courses").text()).contains("Assistant");
        assertThat(dora.get("/courses/new").statusCode())
                .as("an assistant is no teacher")
                .isEqualTo(403);

        move("Ada", "Tuesday");
        assertThat(dora.page(address).select("tbody th").eachText()).containsExactly("Ada", "Eve");

        lesson.bob.post(lesson.course + "/sections/" + section("Tuesday") + "/remove");
        assertThat(dora.page(lesson.course + "/people").select("tbody tr"))
                .as("a section that is gone does not open the whole course")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"canvas", "moodle", "assignments", "exercises", "attempts"})
    void anAssistantTakesTheMarksOfTheirSectionAlong(String form) {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        answer(ada, address + "/problems/1", "171717");
        answer(eve, address + "/problems/1", "191919");
        var dora = assistant("Dora", section("Tuesday"));
        var page = dora.page(lesson.course + "/gradebook");
        assertThat(page.select("form[action$=export] button").eachAttr("value")).contains(form);
        assertThat(page.text()).contains("The files hold the learners of your sections.");

        var file = dora.post(lesson.course + "/gradebook/export", "for", form);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.asString()).contains("Eve").doesNotContain("Ada", "171717", ada.login());
        assertThat(lesson.bob.page(lesson.course + "/log").text())
                .contains("Dora exported marks", "of the learners of their sections");
    }

    @Test
    void coTeachersLeadWhereTheyAreLet() {
        var carl = Browsing.signedUp("Carl");
        carl.post("/invitations/" + secret(lesson.bob.post(lesson.course + "/teachers/link")));
        assertThat(carl.post(lesson.course + "/archive").statusCode()).isEqualTo(403);
        assertThat(carl.page(lesson.course + "/settings").select("#title")).isEmpty();

        lesson.bob.post(lesson.course + "/co-teachers", "lead", "yes");

        assertThat(carl.post(lesson.course + "/settings", "title", "Calculus IV", "zone", "Europe/Vienna")
                        .statusCode())
                .isEqualTo(303);
        assertThat(carl.post(lesson.course + "/archive").statusCode()).isEqualTo(303);
        assertThat(carl.post(lesson.course + "/restore").statusCode()).isEqualTo(303);
        assertThat(carl.post(lesson.course + "/co-teachers", "lead", "").statusCode())
                .as("who leads is decided by the one teacher")
                .isEqualTo(403);
        var hand = carl.page(lesson.course + "/teachers")
                .select("form[action$=hand-over]")
                .attr("action");
        assertThat(carl.post(hand).statusCode()).isEqualTo(303);
        assertThat(lesson.bob
                        .page(lesson.course + "/teachers")
                        .select(".rows li")
                        .get(0)
                        .text())
                .contains("Carl", "Teacher");
    }

    private Browsing assistant(String name, String section) {
        var somebody = Browsing.signedUp(name);
        somebody.post("/invitations/"
                + secret(lesson.bob.post(lesson.course + "/teachers/link", "as", "ASSISTANT", "section", section)));
        return somebody;
    }

    private static String secret(Received invited) {
        return Browsing.parse(invited).select(".secret code").text().replaceFirst(".*/", "");
    }

    private String points(String address, String name) {
        return lesson.bob
                .page(address)
                .select("tbody tr:has(th:contains(" + name + ")) td.number")
                .text();
    }

    private void dates(String address, String section, String due) {
        var set = lesson.bob.post(address + "/sections", "due-" + section(section), due);
        assertThat((set.statusCode() == 200 ? lesson.confirmed(set) : set).statusCode())
                .isEqualTo(303);
    }

    private void move(String name, String section) {
        assertThat(lesson.bob
                        .post(lesson.course + "/people/" + id(name) + "/section", "section", section(section))
                        .header("Location"))
                .endsWith("?done=moved");
    }

    private String section(String title) {
        return lesson.bob.page(lesson.course + "/sections").select("main > .rows > li").stream()
                .filter(row -> row.select("strong").text().equals(title))
                .findFirst()
                .orElseThrow()
                .select("form[action$=rename]")
                .attr("action")
                .replaceFirst(".*/(\\d+)/rename", "$1");
    }

    private String id(String name) {
        return lesson.bob
                .page(lesson.course + "/people")
                .select("tbody th a:containsOwn(" + name + ")")
                .attr("href")
                .replaceFirst(".*/", "");
    }

    private String work(String address, String name) {
        return address + "/learners/" + id(name);
    }

    private String shown(String address, String selector, int which) {
        return lesson.bob.page(address).select(selector).get(which).text();
    }

    private static String typed(String days) {
        return days.isEmpty() ? "" : day(Integer.parseInt(days));
    }
}

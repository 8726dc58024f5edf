package org.nabla.gradebook.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.answer;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** The gradebook over HTTP: marks of Ada, read and exported by Bob. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class GradebookPagesTest {
    @Inject
    EntityManager database;

    private Lesson lesson;
    private Browsing ada;
    private String address;

    @BeforeEach
    void adaIsGivenWork() {
        lesson = new Lesson();
        ada = lesson.learner("Ada");
        address = lesson.assign(lesson.set("first-partial-derivative"), Map.of("variants", "SAME"));
    }

    @Test
    void marksStandInTheGradebookAsSoonAsSomethingIsAnswered() {
        assertThat(cells()).containsExactly("0", "–", "–");

        answer(ada, address + "/problems/1", key());

        assertThat(cells()).containsExactly("2", "–", "2");
    }

    @Test
    void aMarkSetByHandCountsAndTheComputedOneStaysBesideIt() {
        answer(ada, address + "/problems/1", "17");
        var work = lesson.bob.page(address).select("tbody th a").attr("href");
        lesson.bob.post(work + "/mark", "points", "1", "why", "right idea");

        assertThat(cells()).containsExactly("1", "–", "1");
        var learner = lesson.bob.page(lesson.bob
                .page(lesson.course + "/gradebook")
                .select("tbody th a")
                .attr("href"));
        assertThat(learner.select("tbody td").eachText()).containsExactly("1", "2", "right idea computed: 0");
    }

    @Test
    void theExportIsAFileForTheSystemAskedForAndIsInTheLog() {
        answer(ada, address + "/problems/1", key());

        var canvas = lesson.bob.post(lesson.course + "/gradebook/export", "for", "canvas");
        var nothing = lesson.bob.post(lesson.course + "/gradebook/export", "for", "excel");

        assertThat(canvas.header("Content-Type")).startsWith("text/csv");
        assertThat(canvas.header("Content-Disposition")).matches("attachment; filename=\"marks-\\d+-canvas-.*\\.csv\"");
        assertThat(canvas.asString())
                .startsWith("Student,ID,SIS User ID,SIS Login ID,Section,Week 3\r\n\"    Points Possible\",,,,,2\r\n")
                .contains("\r\nAda,,,ada-")
                .endsWith(",Calculus III,2\r\n");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(lesson.bob.page(lesson.course + "/log").text()).contains("exported marks");
    }

    @Test
    void aCorrectedExerciseChangesMarksOnlyWhenTheTeacherAgrees() {
        ada.page(address + "/problems/1");
        var right = key();
        giveAWrongEdition();
        answer(ada, address + "/problems/1", right);
        assertThat(cells()).containsExactly("0", "–", "0");

        var list = lesson.bob.page(lesson.course + "/gradebook/corrections");
        assertThat(list.select("tbody tr").text()).startsWith("Ada Week 3").endsWith("0 2 more");
        assertThat(cells()).as("nothing is changed by looking").containsExactly("0", "–", "0");
        var other = lesson.bob.post(lesson.course + "/gradebook/corrections", "fingerprint", "another");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(cells()).containsExactly("0", "–", "0");
        lesson.bob.post(
                lesson.course + "/gradebook/corrections",
                "fingerprint",
                list.select("[name=fingerprint]").val());

        assertThat(cells()).containsExactly("2", "–", "2");
        assertThat(lesson.bob.page(lesson.course + "/gradebook/corrections").select("tbody tr"))
                .isEmpty();
        assertThat(lesson.bob.page(lesson.course + "/log").text()).contains("had marks computed anew");
        lesson.confirmed(
                lesson.bob.post(address.replace("/assignments/", "/gradebook/regrade/") + "/1", "action", "uncorrect"));
        assertThat(cells()).as("and taken back").containsExactly("0", "–", "0");
    }

    @ParameterizedTest(name = "{0}: {1} on pages, {3} for Canvas")
    @CsvSource(textBlock = """
            ZERO,    0,       0 %, 0,  0,  You have 0 of 2 points.
            EMPTY,   –,       –,   '', '', Closed. It was due
            EXCUSED, excused, –,   EX, '', Nothing was handed in: this assignment is excused.
            """)
    void whatWasNotHandedInIsTheSameEverywhere(
            String choice, String shown, String share, String canvas, String moodle, String said) {
        var due = lesson.assign(
                lesson.set("first-partial-derivative"), Map.of("title", "Old", "opens", day(-9), "due", day(-2)));
        ada.page(due + "/problems/1"); // opened, and nothing handed in

        lesson.bob.post(lesson.course + "/missing", "missing", choice);

        assertThat(cells()).containsExactly("0", share, shown, "–");
        assertThat(lesson.bob.page(due).select("tbody td.number").text()).isEqualTo(shown);
        assertThat(lesson.bob.page(learner()).expectFirst("tbody td").text()).isEqualTo(shown);
        assertThat(ada.page(due).text()).contains(said);
        assertThat(export("canvas")).endsWith(",Calculus III," + canvas + ",\r\n");
        assertThat(export("moodle")).endsWith(",Ada," + moodle + ",\r\n");
    }

    @Test
    void whoHasMoreTimeOwesNothingYet() {
        var due = lesson.assign(
                lesson.set("first-partial-derivative"), Map.of("title", "Old", "opens", day(-9), "due", day(-2)));
        assertThat(cells()).containsExactly("0", "0 %", "0", "–");

        var work = lesson.bob.page(due).select("tbody th a").attr("href");
        lesson.bob.post(work + "/extension", "due", day(3), "reason", "ill");

        assertThat(cells()).containsExactly("0", "–", "–", "–");
        assertThat(lesson.bob.page(due).select("tbody td.number").text()).isEqualTo("–");
        assertThat(export("canvas")).endsWith(",Calculus III,,\r\n");
    }

    @Test
    void theBookIsSearchedSortedAndShownOneAssignmentAtATime() {
        var carl = lesson.learner("Carl");
        answer(ada, address + "/problems/1", "17");
        answer(carl, address + "/problems/1", key());
        var book = lesson.course + "/gradebook";

        assertThat(names(book)).containsExactly("Ada", "Carl");
        assertThat(names(book + "?down=yes")).containsExactly("Carl", "Ada");
        assertThat(names(book + "?sort=1&down=yes")).containsExactly("Carl", "Ada");
        assertThat(names(book + "?sort=1")).containsExactly("Ada", "Carl");
        assertThat(names(book + "?search=CARL")).containsExactly("Carl");
        assertThat(lesson.bob.page(book + "?search=CARL").text()).contains("1 learner does not match.");
        assertThat(names(book + "?state=missing")).isEmpty();
        assertThat(names(book + "?sort=nonsense&alone=x")).containsExactly("Ada", "Carl");
        var alone = lesson.bob.page(book + "?alone=1");
        assertThat(alone.select("thead th.one-mark").text()).isEqualTo("Exercise 1 of 2");
        assertThat(alone.select("tbody td").eachText()).containsExactly("0", "0", "2", "2");
        assertThat(alone.select("tfoot td").eachText()).containsExactly("1", "1");
        assertThat(alone.select(".distribution").attr("aria-label"))
                .isEqualTo("Half have 50 % or more. 90 % or more: 1. Below 10 %: 1.");
    }

    @Test
    void whatIsMissingOrLateIsFound() {
        var due = lesson.assign(
                lesson.set("first-partial-derivative"),
                Map.of(
                        "title",
                        "Old",
                        "opens",
                        day(-9),
                        "due",
                        day(-2),
                        "late",
                        "yes",
                        "lateShare",
                        "10",
                        "lateFloor",
                        "0",
                        "closes",
                        day(3)));
        var carl = lesson.learner("Carl");
        answer(carl, due + "/problems/1", "17");
        var book = lesson.course + "/gradebook";

        assertThat(names(book + "?state=missing")).containsExactly("Ada");
        assertThat(names(book + "?state=late")).containsExactly("Carl");
        assertThat(names(book + "?state=mark")).isEmpty();
        assertThat(lesson.bob.page(book).select("tbody td.late")).hasSize(1);
    }

    /** The checker knows no derivative of a factorial, so it cannot tell whether this is an antiderivative. */
    @Test
    void whatTheCheckerCannotDecideIsToBeMarked() {
        var given = lesson.assign(lesson.set("antiderivative-of-powers-and-roots"), Map.of("title", "Antiderivatives"));
        var shown = answer(ada, given + "/problems/1", "x!");
        assertThat(shown.select(".verdict").text()).contains("could not be decided");
        var book = lesson.course + "/gradebook";

        assertThat(names(book + "?state=mark")).containsExactly("Ada");
        assertThat(names(book + "?state=mark&alone=1"))
                .as("in that assignment alone")
                .isEmpty();
        assertThat(names(book + "?state=mark&alone=2")).containsExactly("Ada");
        var work = given + "/learners/" + lesson.id(ada);
        assertThat(lesson.bob.page(work).select(".work tbody tr").text()).contains("x!", "undecided");
        assertThat(ada.page(given).select(".problem-rows .state").text()).isEqualTo("nothing counts so far");

        lesson.bob.post(work + "/mark", "points", "1", "why", "a good thought");

        assertThat(names(book + "?state=mark")).as("it is marked").isEmpty();
        assertThat(ada.page(given).text()).contains("1 point: a good thought");
    }

    @Test
    void aLearnersPageHasTheirAnswersOneAfterTheOther() {
        answer(ada, address + "/problems/1", "17");
        answer(ada, address + "/problems/1", key());

        var page = lesson.bob.page(learner());

        assertThat(page.select(".tries code").eachText()).containsExactly("17", key());
        assertThat(page.select(".tries li").eachAttr("class")).containsExactly("wrong", "correct");
        assertThat(page.select(".answer-rows p").text()).contains(" with ");
    }

    @Test
    void whoHadWhichNumbersIsFound() {
        ada.page(address + "/problems/1");
        var drawn = drawn();
        var first = drawn.entrySet().iterator().next();
        var variants = lesson.course + "/gradebook/variants?numbers=";

        var found = lesson.bob.page(variants + (first.getKey() + " = " + first.getValue()));
        var nobody = lesson.bob.page(variants + (first.getKey() + " = 99999"));
        var nonsense = lesson.bob.page(variants + "what");

        assertThat(found.select("tbody th").text()).isEqualTo("Ada");
        assertThat(found.select("tbody td").eachText()).contains("Week 3", LearnerMarks.words(drawn), "not answered");
        assertThat(nobody.select("[role=status]").text()).startsWith("Nobody had these numbers.");
        assertThat(nonsense.select("#numbers-error").text()).startsWith("Type names and values");
    }

    @Test
    void whatWasDrawnIsComputedForExercisesThatAreOlder() {
        ada.page(address + "/problems/1");
        var drawn = drawn();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        update exercise set drawn = null where id in (select w.exercise_id from assigned_exercise w
                        join assignment_problem p on p.id = w.problem_id
                        join assignment a on a.id = p.assignment_id where a.course_id = :course)""")
                        .setParameter("course", course())
                        .executeUpdate());
        var first = drawn.entrySet().iterator().next();

        var found = lesson.bob.page(
                lesson.course + "/gradebook/variants?numbers=" + (first.getKey() + "=" + first.getValue()));

        assertThat(found.select("tbody th").text()).isEqualTo("Ada");
        assertThat(drawn()).isEqualTo(drawn);
    }

    @Test
    void weightsCountOnThePageInTheExportAndForTheLearner() {
        answer(ada, address + "/problems/1", key());
        lesson.assign(lesson.set("first-partial-derivative"), Map.of("title", "Old", "opens", day(-9), "due", day(-2)));
        lesson.assign(
                lesson.set("first-partial-derivative"), Map.of("title", "Older", "opens", day(-9), "due", day(-3)));
        var work = lesson.bob
                .page(lesson.course + "/assignments/2")
                .select("tbody th a")
                .attr("href");
        lesson.bob.post(work + "/mark", "points", "1", "why", "half of it");
        var weights = lesson.course + "/gradebook/weights";

        var wrong = lesson.bob.post(weights, "title-1", "Homework", "weight-1", "many", "drop-1", "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(wrong).select("[role=alert]").text()).contains("the weight is a number above 0");
        assertThat(Browsing.parse(wrong).select("[name=weight-1]").val()).isEqualTo("many");
        lesson.bob.post(
                weights,
                "title-1",
                "Homework",
                "weight-1",
                "100",
                "drop-1",
                "1",
                "in-2",
                "1",
                "in-3",
                "1",
                "in-1",
                "1");

        var share = "50 %"; // of one half and nothing the lowest is left out; the open assignment is not due
        var said = "The share counts Homework (without the lowest) for 100 %";
        assertThat(lesson.bob
                        .page(lesson.course + "/gradebook")
                        .select("tbody td")
                        .get(1)
                        .text())
                .isEqualTo(share);
        assertThat(lesson.bob.page(lesson.course + "/gradebook").text()).contains(said);
        assertThat(lesson.bob.page(learner()).text())
                .contains(share + " of what was due")
                .contains(said);
        assertThat(ada.page(lesson.course + "/marks").text())
                .contains("3 points, " + share + " of what was due by now")
                .contains(said)
                .contains("half of it");
        assertThat(export("assignments")).endsWith(",3,50\r\n");
        assertThat(lesson.bob.page(lesson.course + "/log").text()).contains("weights of marks");
        lesson.bob.post(weights, "title-1", "", "weight-1", "100", "drop-1", "1");
        assertThat(lesson.bob
                        .page(lesson.course + "/gradebook")
                        .select("tbody td")
                        .get(1)
                        .text())
                .as("1 of 4 points again")
                .isEqualTo("25 %");
    }

    @Test
    void marksThatAreToldLaterAreNotAmongALearnersOwn() {
        var later = lesson.assign(
                lesson.set("first-partial-derivative"),
                Map.of("title", "Secret", "feedback", "AFTER_DUE", "variants", "SAME"));
        answer(ada, later + "/problems/1", key(2));

        var own = ada.page(lesson.course + "/marks");

        assertThat(own.text()).contains("Not told yet, and not counted here: Secret.");
        assertThat(own.select("tbody th").eachText()).containsExactly("Week 3");
    }

    @Test
    void allAttemptsAreAFileWithAByteOrderMarkOnRequest() {
        answer(ada, address + "/problems/1", "=17");
        answer(ada, address + "/problems/1", key());

        var file = export("attempts").lines().toList();
        var marked = lesson.bob.post(lesson.course + "/gradebook/export", "for", "attempts", "mark", "yes");

        assertThat(file).hasSize(3);
        assertThat(file.get(0)).startsWith("Family name,Given name,Login,Email,School number,Assignment,Exercise,");
        assertThat(file.get(1))
                .startsWith("Ada,,ada-")
                .contains(",Week 3,1,first-partial-derivative,")
                .contains(",'=17,");
        assertThat(file.get(2)).contains(",correct,1,");
        assertThat(marked.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(export("exercises")).contains("\"Week 3, exercise 1\"").endsWith(",2\r\n");
    }

    @Test
    void howExercisesDidIsSaid() {
        answer(ada, address + "/problems/1", "17");

        var one = lesson.bob.page(lesson.course + "/gradebook/items?assignment=1");
        var all = lesson.bob.page(lesson.course + "/gradebook/items");

        assertThat(one.select(".item h3").text()).startsWith("1. ");
        assertThat(one.select(".item").text()).contains("0 % (0 of 1; between 0 % and 79 %)");
        assertThat(all.select(".item")).hasSize(1);
        assertThat(one.select(".flags")).isEmpty();
        assertThat(one.select(".items-table")).as("one exercise needs no table").isEmpty();
    }

    @Test
    void exercisesOfAnAssignmentAreSeenTogether() {
        var two = lesson.assign(lesson.set("first-partial-derivative", "gradient-at-a-point"), Map.of("title", "Two"));
        answer(ada, two + "/problems/1", "17");
        answer(ada, two + "/problems/2", "(1, 2)");
        answer(ada, address + "/problems/1", key());

        var page = lesson.bob.page(lesson.course + "/gradebook/items?assignment=2");

        assertThat(page.select("#together").text()).isEqualTo("The assignment as a whole");
        assertThat(page.select("main p").text())
                .contains("Answered by 1 learner, 2 times in all: 0 right at the first try, 0 stuck.");
        assertThat(page.select(".items-table tbody th").eachText()).hasSize(2);
        assertThat(page.select(".items-table tbody tr").get(0).text()).contains("1 0 % 0–79 %");
        assertThat(page.select(".items-table tbody th a").eachAttr("href"))
                .containsExactly("#exercise-1", "#exercise-2");
        var course = lesson.bob.page(lesson.course + "/gradebook/items");
        assertThat(course.select(".items-table tbody tr")).as("by template").hasSize(2);
        assertThat(course.select(".items-table tbody tr:contains(1 of 2), .items-table tbody tr:contains(50 %)"))
                .hasSize(1);
    }

    private java.util.Map<String, String> drawn() {
        var text = QuarkusTransaction.requiringNew().call(() -> (String)
                database.createNativeQuery("""
                        select cast(e.drawn as text) from exercise e join assigned_exercise w on w.exercise_id = e.id
                        join assignment_problem p on p.id = w.problem_id
                        join assignment a on a.id = p.assignment_id where a.course_id = :course""").setParameter("course", course()).getSingleResult());
        return new java.util.TreeMap<>(
                io.restassured.path.json.JsonPath.from(text).<String, String>getMap("$"));
    }

    private List<String> names(String page) {
        return lesson.bob.page(page).select("tbody th").eachText();
    }

    private String learner() {
        return lesson.bob
                .page(lesson.course + "/gradebook")
                .select("tbody th a")
                .attr("href");
    }

    private String export(String system) {
        return lesson.bob
                .post(lesson.course + "/gradebook/export", "for", system)
                .asString();
    }

    /** As if Ada had opened the exercise in an edition whose key was wrong. */
    private void giveAWrongEdition() {
        QuarkusTransaction.requiringNew().run(() -> {
            var old = database.createNativeQuery("""
                            insert into exercise (template, version, seed, body, created_at)
                            select e.template, 999, e.seed,
                                   jsonb_set(jsonb_set(e.body, '{parts,0,answer,value}', '["17"]'), '{version}', '999'), now()
                            from exercise e join assigned_exercise w on w.exercise_id = e.id
                            join assignment_problem p on p.id = w.problem_id
                            join assignment a on a.id = p.assignment_id where a.course_id = :course
                            returning id""")
                    .setParameter("course", course())
                    .getSingleResult();
            database.createNativeQuery("""
                            update assigned_exercise set exercise_id = :old where problem_id in
                            (select p.id from assignment_problem p join assignment a on a.id = p.assignment_id
                             where a.course_id = :course)""")
                    .setParameter("old", old)
                    .setParameter("course", course())
                    .executeUpdate();
        });
    }

    /** The key of the exercise that everybody has. */
    private String key() {
        return key(1);
    }

    private String key(int number) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select e.body -> 'parts' -> 0 -> 'answer' -> 'value' ->> 0
                        from exercise e join assignment_problem p on p.exercise_id = e.id
                        join assignment a on a.id = p.assignment_id where a.course_id = :course and a.number = :number""")
                .setParameter("course", course())
                .setParameter("number", number)
                .getSingleResult());
    }

    private long course() {
        return Long.parseLong(lesson.course.replaceFirst(".*/", ""));
    }

    private List<String> cells() {
        var page = lesson.bob.page(lesson.course + "/gradebook");
        return page.select("tbody td").eachText();
    }
}

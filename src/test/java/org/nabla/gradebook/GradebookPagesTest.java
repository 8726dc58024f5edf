package org.nabla.gradebook;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** The gradebook over HTTP: marks of Ada, read and exported by Bob. */
@QuarkusTest
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
        assertThat(canvas.body().asString())
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
        return QuarkusTransaction.requiringNew().call(() -> (String)
                database.createNativeQuery("""
                        select e.body -> 'parts' -> 0 -> 'answer' -> 'value' ->> 0
                        from exercise e join assignment_problem p on p.exercise_id = e.id
                        join assignment a on a.id = p.assignment_id where a.course_id = :course""").setParameter("course", course()).getSingleResult());
    }

    private long course() {
        return Long.parseLong(lesson.course.replaceFirst(".*/", ""));
    }

    private List<String> cells() {
        var page = lesson.bob.page(lesson.course + "/gradebook");
        return page.select("tbody td").eachText();
    }
}

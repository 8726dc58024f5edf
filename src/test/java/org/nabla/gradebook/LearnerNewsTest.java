package org.nabla.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** What a teacher decides and says reaches the learner where they look: on their first page, on the page of the course, below the verdict. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class LearnerNewsTest {
    private Lesson lesson;
    private Browsing una;
    private String address;
    private String form;

    @BeforeEach
    void unaAnswersSomething() {
        lesson = new Lesson();
        una = Browsing.signedUp("Una");
        var code = lesson.bob.page(lesson.course).select(".join-code").text();
        una.post(Lesson.path(una.post("/join", "code", code)));
        address = lesson.assign(
                lesson.set("first-partial-derivative"),
                Map.of("title", "Week <3> at 100 %", "late", "yes", "closes", day(9)));
        form = UUID.randomUUID().toString();
        una.post(address + "/problems/1", "submission", form, "answer-a", "x^7 y^9 - 1");
    }

    @Test
    void moreTimeMarksAndNotesStandOnTheFirstPageAndOnThatOfTheCourse() {
        assertThat(una.page(lesson.course).select("#news")).isEmpty();
        var work = lesson.bob.page(address).select("tbody th a").attr("href");
        lesson.bob.post(work + "/extension", "due", day(12), "closes", day(12), "reason", "ill");
        lesson.bob.post(work + "/mark", "points", "1", "why", "right idea");
        var note = lesson.bob.page(lesson.course + "/mistakes").expectFirst("form[action$=note]");
        lesson.bob.post(
                lesson.course + "/mistakes/note",
                "template",
                note.select("[name=template]").val(),
                "part",
                note.select("[name=part]").val(),
                "key",
                note.select("[name=key]").val(),
                "text",
                "Look again.");

        for (var page : new String[] {"/", lesson.course}) {
            assertThat(una.page(page).select("main").text())
                    .as(page)
                    .contains(
                            "You have more time for Week <3> at 100 %: it is due",
                            "Your teacher has set your mark of Week <3> at 100 % to 1 point.",
                            "A word from your teacher about an exercise");
        }
        assertThat(una.page(lesson.course).select("#news ~ ul a").eachAttr("href"))
                .contains(address, "/practice/first-partial-derivative");
        assertThat(Lesson.person("Carl").page("/").text()).doesNotContain("Week <3>");
    }

    @Test
    void theClosingTimeIsSeenBeforeTheDueTime() {
        assertThat(una.page(address).select("main ul.text").text()).contains("It closes");
        assertThat(una.page(lesson.course + "/assignments").select(".rows").text())
                .contains("late answers until");
        assertThat(una.page(address + "/problems/1").select(".rule").text()).contains("Late answers count until");
    }

    @Test
    void aTeacherAnswersADoubtAndTheLearnerReadsIt() {
        una.post("/reports?attempt=" + form + "&back=" + address + "/problems/1", "note", "It is the same.");
        var mistakes = lesson.course + "/mistakes";
        var doubt = lesson.bob.page(mistakes).expectFirst("form[action$=doubt]");
        assertThat(lesson.bob.page(mistakes).select(".filed .actions a").attr("href"))
                .isEqualTo(address.replace("/assignments/", "/gradebook/regrade/") + "/1");

        var empty = lesson.bob.post(
                mistakes + "/doubt", "id", doubt.select("[name=id]").val(), "answer", " ");
        assertThat(empty.header("Location")).contains("done=silent");
        var said = lesson.bob.post(
                mistakes + "/doubt", "id", doubt.select("[name=id]").val(), "answer", "Nearly: mind the sign.");

        assertThat(said.header("Location")).contains("done=answered");
        assertThat(una.page(address + "/problems/1?attempt=" + form)
                        .select("#report")
                        .text())
                .contains("Nearly: mind the sign.");
    }

    @Test
    void nobodyAnswersTheDoubtsOfAnotherCourse() {
        una.post("/reports?attempt=" + form + "&back=" + address + "/problems/1", "note", "It is the same.");
        var id = lesson.bob
                .page(lesson.course + "/mistakes")
                .select("form[action$=doubt] [name=id]")
                .val();
        var carl = Lesson.person("Carl");
        var other = carl.openCourse("Of Carl");

        var refused = carl.post(other + "/mistakes/doubt", "id", id, "answer", "No.");

        assertThat(refused.header("Location")).contains("done=gone");
    }
}

package org.nabla.gradebook.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.answer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** The mistakes of Ada, Eve and Ida over HTTP, as Bob sees them. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class MistakesPagesTest {
    @Inject
    EntityManager database;

    private Lesson lesson;
    private Browsing ada;
    private Browsing eve;
    private Browsing ida;
    private String address;

    @BeforeEach
    void threeAreGivenTheSameExercise() {
        lesson = new Lesson();
        ada = lesson.learner("Ada");
        eve = lesson.learner("Eve");
        ida = lesson.learner("Ida");
        address = lesson.assign(lesson.set("first-partial-derivative"), Map.of("variants", "SAME"));
    }

    @Test
    void answersThatAreEqualStandTogetherHoweverTheyAreTyped() {
        answer(ada, address + "/problems/1", "(x+7)^2*(y+5)");
        answer(eve, address + "/problems/1", "(y+5)(x^2 + 14x + 49)");
        answer(ida, address + "/problems/1", "(x+7)^2*(y+6)");

        var page = lesson.bob.page(lesson.course + "/mistakes");

        assertThat(page.select(".mistake-count").eachText())
                .containsExactly("2 answers of 2 learners", "1 answer of 1 learner");
        var first = page.select(".mistake").get(0);
        assertThat(first.select("code").eachText()).containsExactly("(x+7)^2*(y+5)", "(y+5)(x^2 + 14x + 49)");
        assertThat(first.select("details p").get(0).text()).isEqualTo("Ada, Eve");
        assertThat(page.select(".facts").text()).contains("3 learners", "0 % right at first try", "1.0 attempts");
    }

    @Test
    void aMistakeThatTheExerciseNamesIsOneGroupWithItsWords() {
        var mistake = mistake("value");
        answer(ada, address + "/problems/1", mistake);
        answer(eve, address + "/problems/1", "0 + " + mistake);

        var group = lesson.bob
                .page(lesson.course + "/mistakes?assignment=1")
                .select(".mistake")
                .get(0);

        assertThat(group.select(".mistake-count").text()).isEqualTo("2 answers of 2 learners");
        assertThat(group.select("h4").text())
                .contains(mistake("feedback").split("\\$")[0].strip());
    }

    @Test
    void aNoteReachesThoseWhoMadeTheMistakeUntilTheyHaveReadIt() {
        answer(ada, address + "/problems/1", "(x+7)^2*(y+5)");
        answer(eve, address + "/problems/1", "(x+7)^2*(y+6)");
        var form = lesson.bob.page(lesson.course + "/mistakes").select(".mistake").stream()
                .filter(m -> m.select("details p").get(0).text().equals("Ada"))
                .findFirst()
                .orElseThrow()
                .select("form")
                .get(0);

        send(form, "Think of $x$ again.");

        var message = ada.page(address + "/problems/1").select(".message");
        assertThat(message.select("h2").text()).isEqualTo("A word from your teacher in Calculus III");
        assertThat(message.select(".tex").attr("data-tex")).isEqualTo("x");
        assertThat(ada.page("/practice/first-partial-derivative/5").select(".message"))
                .hasSize(1);
        assertThat(eve.page(address + "/problems/1").select(".message")).isEmpty();
        assertThat(lesson.bob.page(lesson.course + "/mistakes").text()).contains("read by 0 of 1");

        var back = ada.post(message.select("form").attr("action"), "back", address + "/problems/1");
        assertThat(Lesson.path(back)).isEqualTo(address + "/problems/1");
        assertThat(ada.page(address + "/problems/1").select(".message")).isEmpty();
        assertThat(eve.post(message.select("form").attr("action")).statusCode()).isEqualTo(404);
        assertThat(lesson.bob.page(lesson.course + "/mistakes").text()).contains("read by 1 of 1");
    }

    @Test
    void aNoteWithoutWordsOrForAnswersThatAreGoneIsNotSent() {
        answer(ada, address + "/problems/1", "(x+7)^2*(y+5)");
        var form = lesson.bob
                .page(lesson.course + "/mistakes")
                .select(".mistake form")
                .get(0);

        assertThat(send(form, "  ")).contains("done=empty");
        form.select("[name=key]").val("equal-1-2");
        assertThat(send(form, "Think again.")).contains("done=gone");
        assertThat(ada.page(address + "/problems/1").select(".message")).isEmpty();
    }

    @Test
    void aVerdictThatALearnerDoubtsReachesTheTeacherButNotWhatWasPractisedAlone() {
        doubt(ada, address + "/problems/1", "Look at $this$.");
        doubt(ada, "/practice/gradient-at-a-point/3", "Not for teachers.");

        var doubts = lesson.bob.page(lesson.course + "/mistakes").select(".filed");

        assertThat(doubts).hasSize(1);
        assertThat(doubts.select("h4").text()).isEqualTo("Ada");
        assertThat(doubts.text())
                .contains("Week 3, 1. First partial derivative", "Look at $this$.", "17", "Not answered yet.");
        var work = lesson.bob.get(doubts.select("h4 a").attr("href").replaceFirst("#.*", ""));
        assertThat(Browsing.parse(work).select("h2").text()).isEqualTo("Ada");
        assertThat(new Lesson().bob.page(new Lesson().course + "/mistakes").select(".filed"))
                .isEmpty();
    }

    private static void doubt(Browsing learner, String problem, String why) {
        var submission = UUID.randomUUID().toString();
        learner.post(problem, "submission", submission, "answer-a", "17");
        learner.post("/reports?attempt=" + submission, "note", why);
    }

    private String send(Element form, String text) {
        return lesson.bob
                .post(
                        form.attr("action"),
                        "template",
                        form.select("[name=template]").val(),
                        "part",
                        form.select("[name=part]").val(),
                        "key",
                        form.select("[name=key]").val(),
                        "text",
                        text)
                .header("Location");
    }

    /** Of the first mistake that the exercise names: its value or its feedback. */
    private String mistake(String field) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select e.body -> 'parts' -> 0 -> 'answer' -> 'mistakes' -> 0 ->> :field
                        from exercise e join assignment_problem p on p.exercise_id = e.id
                        join assignment a on a.id = p.assignment_id where a.course_id = :course""")
                .setParameter("field", field)
                .setParameter("course", Long.parseLong(lesson.course.replaceFirst(".*/", "")))
                .getSingleResult());
    }
}

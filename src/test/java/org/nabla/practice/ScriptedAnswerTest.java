package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

/**
 * What a script gets in answer to a form is read with what is written. It says the same as the page that another request asks for
 * anew, whatever was done before.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ScriptedAnswerTest {
    private static final String TEMPLATE = "first-partial-derivative";

    @Inject
    ExerciseStore exercises;

    @Inject
    EntityManager database;

    @Test
    void itSaysWhatThePageSaysThatIsAskedForAnew() {
        var ada = Browsing.signedUp("Ada");
        assertAlike(ada, 0, "17");
        assertAlike(ada, 0, "17"); // tried before
        assertAlike(ada, 0, "2x +");
        ada.post(address(0) + "/help", "hints", "1");
        assertAlike(ada, 0, key(0)); // with help, and not the first
        assertAlike(ada, 1, key(1));
        assertAlike(ada, 2, "18");
        assertAlike(ada, 3, "19");
        assertAlike(ada, 4, "20"); // stuck
        ada.post("/practice/track", "track", "multivariable");
        for (var seed = 5; seed < 13; seed++) {
            assertAlike(ada, seed, key(seed)); // the end of a sitting among them
        }
    }

    @Test
    void itSaysSoOfAStrangersFirstAnswerAndOfTheNext() {
        var stranger = Browsing.start();

        assertAlike(stranger, 0, "17");
        assertAlike(stranger, 1, key(1));
    }

    @Test
    void itSaysSoToWhoHasACourseWithAnAssignment() {
        var lesson = new Lesson();
        var ada = lesson.join(Browsing.signedUp("Ada"));
        var assignment = lesson.assign(lesson.set(TEMPLATE, "gradient-at-a-point"), Map.of());
        ada.page(assignment + "/problems/1");
        ada.post("/check-in", "track", "machine-learning");

        assertAlike(ada, 0, "17");
        assertAlike(ada, 1, key(1));
    }

    /** As from a page that shows no answer: it is judged before it is known what was there before. */
    @Test
    void aFormThatArrivesTwiceMakesOneAttempt() {
        var ada = Browsing.signedUp("Ada");
        var form = UUID.randomUUID().toString();

        var first = ada.script(address(0), "submission", form, "shown", "", "decimals", "point", "answer-a", "17");
        var again = ada.script(address(0), "submission", form, "shown", "", "decimals", "point", "answer-a", "17");
        // In another window the same page was left open.
        var other = ada.script(
                address(0),
                "submission",
                UUID.randomUUID().toString(),
                "shown",
                "",
                "decimals",
                "point",
                "answer-a",
                "17");

        assertThat(work(Jsoup.parse(again.asString()))).isEqualTo(work(Jsoup.parse(first.asString())));
        assertThat(Jsoup.parse(other.asString()).select(".verdict .word").text())
                .isEqualTo("Tried before.");
        assertThat(number(
                        "select count(*) from submission where learner_id ="
                                + " (select learner_id from submission where id = cast(? as uuid))",
                        form))
                .isEqualTo(2);
    }

    @Test
    void whatIsAskedInTheCheckInIsNeitherKeptNorToldInPractice() {
        var ada = Browsing.signedUp("Ada");
        var form = UUID.randomUUID().toString();
        ada.script(address(0), "submission", form, "answer-a", "17");
        var learner = number("select learner_id from submission where id = cast(? as uuid)", form);
        ada.post("/check-in", "track", "machine-learning");
        ada.page("/check-in/1");
        var asked = QuarkusTransaction.requiringNew().call(() -> (Object[]) database.createNativeQuery(
                        "select x.template, x.seed from check_in_question q join exercise x on x.id = q.exercise_id"
                                + " where q.learner_id = :learner and q.reply is null order by q.position limit 1")
                .setParameter("learner", learner)
                .getSingleResult());

        var answered = ada.script(
                "/practice/" + asked[0] + "/" + asked[1],
                "submission",
                UUID.randomUUID().toString(),
                "shown",
                "",
                "answer-a",
                "17");

        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(answered.header("Location")).contains("/check-in");
        assertThat(number(
                        "select count(*) from submission where learner_id = cast(? as bigint)",
                        String.valueOf(learner)))
                .isEqualTo(1);
    }

    private long number(String query, String value) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(query)
                                .setParameter(1, value)
                                .getSingleResult())
                        .longValue());
    }

    private void assertAlike(Browsing who, int seed, String typed) {
        var form = UUID.randomUUID().toString();
        var answered = who.script(address(seed), "submission", form, "decimals", "point", "answer-a", typed);
        assertThat(answered.statusCode()).as(typed).isEqualTo(200);
        var fragment = work(Jsoup.parse(answered.asString()));
        var page = work(who.page(address(seed) + "?attempt=" + form));

        assertThat(fragment).as("the answer %s to variant %d", typed, seed).isEqualTo(page);
        assertThat(fragment).contains("class=\"verdict");
    }

    /** Without the name of the next form. */
    private static String work(Document page) {
        var work = page.expectFirst("#work");
        work.select("input[name=submission]").forEach(Element::remove);
        return work.outerHtml().replaceAll("\\s+", " ");
    }

    private static String address(int seed) {
        return "/practice/" + TEMPLATE + "/" + seed;
    }

    private String key(int seed) {
        return exercises
                .find(new ExerciseId(TEMPLATE), new Seed(seed))
                .orElseThrow()
                .exercise()
                .parts()
                .get(0)
                .answer()
                .value()
                .get(0);
    }
}

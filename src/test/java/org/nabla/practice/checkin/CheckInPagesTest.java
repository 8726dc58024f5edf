package org.nabla.practice.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.Received;

/** The check-in as somebody goes through it, over HTTP, without scripts. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class CheckInPagesTest {

    private static final String WRONG = "12345";

    @Inject
    EntityManager database;

    @Test
    void aGuestIsPlacedAndToldWhatItMeans() {
        var ada = Browsing.start();

        var first = begin(ada);
        var second = path(answer(ada, first, WRONG));
        var third = path(ada.post(second + "/skip"));
        var result = ada.page(path(ada.post("/check-in/stop")));

        assertThat(first).isEqualTo("/check-in/1");
        assertThat(second).isEqualTo("/check-in/2");
        assertThat(third).isEqualTo("/check-in/3");
        assertThat(result.select("h1").text()).isEqualTo("Where you stand");
        assertThat(result.text())
                .contains("starting guess, from 2 replies", "0 of 2 replies were right", "not met yet");
        assertThat(result.select("[aria-labelledby=asked] tbody th a").get(0).attr("href"))
                .contains("?attempt=");
        assertThat(ada.page("/check-in").select("a[href=/check-in/result]")).hasSize(1);
        assertThat(ada.page("/progress").select(".history tr")).hasSize(1);
    }

    @Test
    void aQuestionTellsNothingBeforeTheEnd() {
        var ada = Browsing.start();
        var first = begin(ada);

        var page = ada.page(first);

        assertThat(page.text()).contains("Question 1 of at most 25", "I have not met this", "Stop here");
        assertThat(page.select("button[name=hints], button[name=solution], .guide, .why"))
                .isEmpty();
        assertThat(answer(ada, first, WRONG).asString()).doesNotContain("verdict wrong");
    }

    @Test
    void whatCannotBeReadMayBeSentAgain() {
        var ada = Browsing.start();
        var first = begin(ada);

        var answered = answer(ada, first, "2x + )");

        assertThat(path(answered)).startsWith(first + "?attempt=");
        assertThat(ada.page(path(answered).replace("#work", "")).select(".verdict.invalid"))
                .isNotEmpty();
        assertThat(path(ada.get("/check-in/next"))).isEqualTo(first);
    }

    @Test
    void theSameFormSentTwiceAndASecondWindowCountOnce() throws Exception {
        var ada = Browsing.start();
        var first = begin(ada);
        var form = UUID.randomUUID().toString();

        var fields = fields(ada, WRONG, form);
        var both = CompletableFuture.supplyAsync(() -> ada.post(first, fields));
        ada.post(first, fields);
        both.get();
        fields[1] = UUID.randomUUID().toString();
        var late = ada.post(first, fields);
        var lateSkip = ada.post(first + "/skip");

        assertThat(path(late)).isEqualTo("/check-in/2");
        assertThat(path(lateSkip)).isEqualTo("/check-in/2");
        assertThat(count(ada, "evidence e where e.check_in and e.learner_id")).isEqualTo(1);
        assertThat(count(ada, "check_in_question q join check_in c on c.id = q.check_in_id where c.learner_id"))
                .isEqualTo(2);
        assertThat(count(ada, "attempt a where a.learner_id")).isEqualTo(1);
    }

    @Test
    void goingBackAndReloadingLeadOnWithoutLoss() {
        var ada = Browsing.start();
        var first = begin(ada);
        ada.post(first + "/skip");

        assertThat(path(ada.get(first))).isEqualTo("/check-in/2");
        assertThat(path(ada.get("/check-in/9"))).isEqualTo("/check-in/2");
        assertThat(begin(ada)).isEqualTo("/check-in/2");
        assertThat(ada.page("/check-in").text()).contains("You are in the middle of one", "One question is answered");
    }

    @Test
    void theOpenQuestionIsNotTriedElsewhere() {
        var ada = Browsing.start();
        var first = begin(ada);
        var exercise = exercise(ada);

        assertThat(path(ada.get(exercise))).isEqualTo(first);
        ada.post(first + "/skip");
        assertThat(ada.get(exercise).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverHasNoCheckInIsLedToItsStart() {
        var ada = Browsing.start();

        assertThat(path(ada.get("/check-in/3"))).isEqualTo("/check-in");
        assertThat(path(ada.get("/check-in/result"))).isEqualTo("/check-in");
        assertThat(path(ada.post("/check-in/3/skip"))).isEqualTo("/check-in");
        assertThat(path(answer(ada, "/check-in/3", "1"))).isEqualTo("/check-in");
        assertThat(ada.post("/check-in", "track", "nonsense").statusCode()).isEqualTo(404);
        assertThat(ada.get("/check-in/nonsense").statusCode()).isEqualTo(404);
        assertThat(ada.page("/check-in").select("input[name=track]")).hasSize(3);
    }

    @Test
    void aScriptIsLedToTheNextQuestionAsAPage() {
        var ada = Browsing.start();
        var first = begin(ada);

        var answered = ada.script(first, fields(ada, WRONG, UUID.randomUUID().toString()));

        assertThat(answered.header("HX-Redirect")).isEqualTo("/check-in/next");
        assertThat(path(ada.get("/check-in/next"))).isEqualTo("/check-in/2");
    }

    private static String begin(Browsing visitor) {
        return path(visitor.post("/check-in", "track", "multivariable"));
    }

    private static Received answer(Browsing visitor, String address, String typed) {
        return answer(visitor, address, typed, UUID.randomUUID().toString());
    }

    private static Received answer(Browsing visitor, String address, String typed, String form) {
        return visitor.post(address, fields(visitor, typed, form));
    }

    /** The same in each box of the question that waits, with as many entries as are asked for. */
    private static String[] fields(Browsing visitor, String typed, String form) {
        var fields = new ArrayList<>(List.of("submission", form));
        var waiting = path(visitor.get("/check-in/next"));
        for (var box : visitor.page(waiting).select("#work input[name^=answer-]")) {
            fields.add(box.attr("name"));
            fields.add(entries(typed, box));
        }
        return fields.toArray(String[]::new);
    }

    private static String entries(String typed, Element box) {
        var rows = box.hasAttr("data-rows") ? Integer.parseInt(box.attr("data-rows")) : 0;
        if (rows == 0) {
            return typed;
        }
        var row = String.join(", ", Collections.nCopies(Integer.parseInt(box.attr("data-columns")), typed));
        return rows == 1 ? "(" + row + ")" : "[" + String.join(", ", Collections.nCopies(rows, "[" + row + "]")) + "]";
    }

    private static String path(Received answer) {
        return answer.header("Location").replaceFirst("^http://[^/]+", "");
    }

    private String exercise(Browsing visitor) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select '/practice/' || e.template || '/' || e.seed from check_in c
                        join check_in_question q on q.check_in_id = c.id join exercise e on e.id = q.exercise_id
                        where c.learner_id = :learner and q.reply is null
                        """)
                .setParameter("learner", id(visitor))
                .getSingleResult());
    }

    private int count(Browsing visitor, String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) from " + what + " = :learner")
                                .setParameter("learner", id(visitor))
                                .getSingleResult())
                        .intValue());
    }

    private static long id(Browsing visitor) {
        return Long.parseLong(visitor.get("/test/who").asString().split(" ", 2)[0]);
    }
}

package org.nabla.progress.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ProgressPagesTest {
    private static final String DERIVATIVE = "/practice/first-partial-derivative/3";
    private static final String GRADIENT = "/practice/gradient-at-a-point/3";

    @Inject
    EntityManager database;

    @Test
    void aNewcomerIsToldWhatWillBeHere() {
        var page = Browsing.start().page("/progress");

        assertThat(page.select(".empty h2").text()).isEqualTo("Nothing here yet");
        assertThat(page.select("select, table")).isEmpty();
    }

    @Test
    void theHistoryIsChosenBySkillAndOutcome() {
        var ada = Browsing.start();
        answer(ada, DERIVATIVE, "x");
        answer(ada, DERIVATIVE, "2x)");
        answer(ada, GRADIENT, "(1000, 1000)");

        var gradients = ada.page("/progress?skill=DF17");
        var unread = ada.page("/progress?outcome=invalid");
        var both = ada.page("/progress?skill=DF17&outcome=invalid");
        var nonsense = ada.page("/progress?skill=%3Cb%3E&outcome=none");

        assertThat(gradients.select(".history code").eachText()).containsExactly("(1000, 1000)");
        assertThat(gradients.select("#skill option[selected]").text()).isEqualTo("Gradient");
        assertThat(unread.select(".history code").eachText()).containsExactly("2x)");
        assertThat(both.select(".history")).isEmpty();
        assertThat(both.text()).contains("Nothing fits this choice");
        assertThat(nonsense.select(".history tr")).hasSize(3);
    }

    @Test
    void onlySkillsThatWereAnsweredCanBeChosen() {
        var ada = Browsing.start();
        answer(ada, GRADIENT, "(1000, 1000)");

        assertThat(ada.page("/progress").select("#skill option").eachAttr("value"))
                .contains("DF17", "")
                .hasSizeLessThan(8);
    }

    @Test
    void whatWasAnsweredStandsThereWithItsStateAndWhatWasNotDoesNot() {
        var ada = Browsing.start();
        answer(ada, GRADIENT, "(1000, 1000)");

        var rows = ada.page("/progress").select("[aria-labelledby=skills] tbody tr");

        assertThat(rows.select("a[href=/skills/gradient]")).hasSize(1);
        assertThat(rows.eachText()).allSatisfy(row -> assertThat(row).containsPattern("(New|Learning) [0-9]+ %"));
        assertThat(rows).hasSizeLessThan(8);
    }

    @Test
    void olderOnesAreOnFurtherPagesOfTheSameChoice() {
        var ada = Browsing.start();
        answer(ada, DERIVATIVE, "x");
        copyLatest(ada, 60);

        var first = ada.page("/progress?outcome=wrong");
        var second = ada.page(first.select("a[rel=next]").attr("href").replace("#history", ""));

        assertThat(first.select(".history tr")).hasSize(50);
        assertThat(second.select(".history tr")).hasSize(11);
        assertThat(second.select("#outcome option[selected]").val()).isEqualTo("wrong");
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void theTimeFromThePageToTheAnswerIsCounted() {
        var ada = Browsing.start();
        var form = ada.page(DERIVATIVE).select("input[name=submission]").val();
        ada.post(DERIVATIVE, "submission", early(form, Duration.ofSeconds(150)), "answer-a", "x");
        ada.post(DERIVATIVE, "submission", early(form, Duration.ofHours(9)), "answer-a", "y");

        var page = ada.page("/progress");

        assertThat(page.select(".history tr td.number").eachText()).containsExactly("15 min", "2 min");
        assertThat(page.select("[aria-labelledby=weeks] td.number").eachText())
                .containsExactly("1", "0 of 1", "17 min");
    }

    @Test
    void openingAHintDoesNotStopTheTime() {
        var ada = Browsing.start();
        var form = ada.page(DERIVATIVE).select("input[name=submission]").val();

        var page = Browsing.parse(ada.post(DERIVATIVE + "/help", "submission", form, "hints", "1"));
        ada.post(DERIVATIVE, "submission", form, "answer-a", "x");
        var later = Browsing.parse(ada.post(DERIVATIVE + "/help", "submission", form, "hints", "2"));

        assertThat(page.select("input[name=submission]").val()).isEqualTo(form);
        assertThat(later.select("input[name=submission]").val()).isNotEqualTo(form);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"PT0S, 0 s", "PT59S, 59 s", "PT1M, 1 min", "PT59M59S, 59 min", "PT1H, 1 h", "PT25H5M, 25 h 5 min"})
    void timesAreSaidAsPeopleSayThem(Duration time, String words) {
        assertThat(HistoryView.words(time)).isEqualTo(words);
    }

    /** The name of the same form, had it been shown so much earlier. */
    private static String early(String form, Duration before) {
        var name = UUID.fromString(form);
        return new UUID(name.getMostSignificantBits() - (before.toMillis() << 16), name.getLeastSignificantBits())
                .toString();
    }

    private static void answer(Browsing visitor, String address, String typed) {
        visitor.post(address, "submission", UUID.randomUUID().toString(), "answer-a", typed);
    }

    /** The same attempt again and again, each a second earlier. */
    private void copyLatest(Browsing visitor, int times) {
        var id = Long.parseLong(visitor.get("/test/who").asString().split(" ", 2)[0]);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        with copies as (
                            insert into attempt (id, learner_id, exercise_id, template, version, seed, submission, parts, outcome, score,
                                                 first, unaided, submitted_at)
                            select nextval('attempt_seq') * 50 + 1000000000, learner_id, exercise_id, template, version, seed,
                                   gen_random_uuid(), parts, outcome, score, false, unaided, submitted_at - make_interval(secs => i)
                            from attempt, generate_series(1, :times) i where learner_id = :learner
                            returning *)
                        insert into submission (id, learner_id, attempt_id, submitted_at, exercise_id)
                        select submission, learner_id, id, submitted_at, exercise_id from copies
                        """)
                        .setParameter("times", times)
                        .setParameter("learner", id)
                        .executeUpdate());
    }
}

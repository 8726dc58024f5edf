package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

/** Practising over HTTP, as a browser without scripts does it. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class PracticePagesTest {
    private static final String ADDRESS = "/practice/first-partial-derivative/3";

    @Inject
    ExerciseStore exercises;

    @Test
    void anExerciseHasAPromptABoxAndNoKey() {
        var page = Browsing.start().page(ADDRESS);

        assertThat(page.select(".prompt .tex")).isNotEmpty();
        assertThat(page.select("input[name=answer-a]")).hasSize(1);
        assertThat(page.text()).doesNotContain(key().replace("*", ""));
        assertThat(page.html()).doesNotContain(key());
    }

    @Test
    void aRightAnswerIsCalledRight() {
        var page = answer(Browsing.start(), key());

        assertThat(page.select(".verdict.correct .word").text()).isEqualTo("Right.");
        assertThat(page.select("input[name=answer-a]").val()).isEqualTo(key());
    }

    @Test
    void anAnticipatedMistakeIsNamed() {
        var mistake = exercise().parts().get(0).answer().mistakes().get(0);

        var page = answer(Browsing.start(), mistake.value());

        assertThat(page.select(".verdict.wrong .word").text()).isEqualTo("Not yet.");
        assertThat(page.select(".verdict.wrong").text())
                .contains(mistake.feedback().split("\\$")[0].strip());
    }

    @Test
    void anAnswerThatWasTriedBeforeIsSaidToBeOne() {
        var ada = Browsing.start();
        answer(ada, "17");

        var page = answer(ada, "17.0");

        assertThat(page.select(".verdict.invalid .word").text()).isEqualTo("Tried before.");
        assertThat(page.select(".verdict.invalid").text()).contains("It does not count again.");
    }

    @Test
    void whatCannotBeReadIsMarkedAndKept() {
        var page = answer(Browsing.start(), "2x^ + + 3");

        assertThat(page.select(".verdict.invalid mark")).hasSize(1);
        assertThat(page.select("input[name=answer-a]").val()).isEqualTo("2x^ + + 3");
        assertThat(page.select("input[aria-invalid=true]")).hasSize(1);
    }

    @Test
    void anEmptyAnswerIsAskedForAndNotKept() {
        var ada = Browsing.start();

        var page = answer(ada, "  ");

        assertThat(page.text()).contains("Type an answer first.");
        assertThat(ada.page("/progress").text()).contains("Nothing here yet");
    }

    @Test
    void aFormThatArrivesTwiceCountsOnceAndGetsTheSameAnswer() {
        var ada = Browsing.start();
        var submission = UUID.randomUUID().toString();

        var first = ada.post(ADDRESS, "submission", submission, "answer-a", "x").header("Location");
        var second =
                ada.post(ADDRESS, "submission", submission, "answer-a", "x").header("Location");

        assertThat(second).isEqualTo(first);
        assertThat(historyOf(ada)).hasSize(1).allSatisfy(row -> assertThat(row).contains("x"));
    }

    @Test
    void whatIsChangedUnderAnOldFormIsAnAttemptOfItsOwnAndCountsOnceToo() {
        var ada = Browsing.start();
        var submission = UUID.randomUUID().toString();
        var wrong = ada.post(ADDRESS, "submission", submission, "answer-a", "x").header("Location");

        var right =
                ada.post(ADDRESS, "submission", submission, "answer-a", key()).header("Location");
        var again =
                ada.post(ADDRESS, "submission", submission, "answer-a", key()).header("Location");
        var back = ada.post(ADDRESS, "submission", submission, "answer-a", "x").header("Location");

        assertThat(right).isNotEqualTo(wrong).isEqualTo(again);
        assertThat(back).isEqualTo(wrong);
        assertThat(ada.page(right.replaceFirst("^https?://[^/]+", "").replace("#work", ""))
                        .select(".verdict.correct"))
                .hasSize(1);
        assertThat(historyOf(ada)).hasSize(2);
    }

    @Test
    void formsThatArriveAtTheSameMomentCountOnce() throws Exception {
        var ada = Browsing.start();
        ada.post(ADDRESS, "answer-a", "1"); // is a guest from here on
        var submission = UUID.randomUUID().toString();
        Callable<Integer> send = () ->
                ada.post(ADDRESS, "submission", submission, "answer-a", "x").statusCode();

        var pool = Executors.newFixedThreadPool(4);
        var codes = pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> send).toList());
        pool.shutdown();

        for (var code : codes) {
            assertThat(code.get()).isEqualTo(303);
        }
        assertThat(historyOf(ada)).hasSize(2);
    }

    @Test
    void theAnswerOfSomebodyElseIsNotShown() {
        var ada = Browsing.start();
        var bob = Browsing.start();
        var submission = UUID.randomUUID();
        ada.post(ADDRESS, "submission", submission.toString(), "answer-a", "x");

        var page = bob.page(ADDRESS + "?attempt=" + submission);

        assertThat(page.select(".verdict")).isEmpty();
        assertThat(page.select("input[name=answer-a]").val()).isEmpty();
    }

    @Test
    void aFormThatTwoPeopleSentIsAnAttemptOfEachAndBothStayWhenTheyTurnOutToBeOne() {
        var ada = Browsing.signedUp("Ada");
        var guest = Browsing.start();
        var submission = UUID.randomUUID().toString();
        ada.post(ADDRESS, "submission", submission, "answer-a", "x");
        guest.post(ADDRESS, "submission", submission, "answer-a", "x + 1");
        assertThat(historyOf(ada)).hasSize(1);
        assertThat(historyOf(guest)).hasSize(1);

        assertThat(guest.signIn(ada.login(), "correct horse battery").statusCode())
                .isEqualTo(303);

        assertThat(historyOf(guest)).hasSize(2);
        assertThat(historyOf(ada)).hasSize(2);
    }

    @Test
    void hintsOpenOneByOneAndKeepWhatWasTyped() {
        var ada = Browsing.start();

        var one = Browsing.parse(ada.post(ADDRESS + "/help", "hints", "1", "answer-a", "2x"));
        var again = Browsing.parse(ada.post(ADDRESS + "/help", "hints", "1", "answer-a", "2x"));
        var two = Browsing.parse(ada.post(ADDRESS + "/help", "hints", "2", "answer-a", "2x"));

        assertThat(one.select(".hints li")).hasSize(1);
        assertThat(again.select(".hints li")).hasSize(1);
        assertThat(two.select(".hints li")).hasSize(2);
        assertThat(two.select("input[name=answer-a]").val()).isEqualTo("2x");
        assertThat(ada.page(ADDRESS).select(".hints li")).hasSize(2);
    }

    @Test
    void theWorkedWayIsShownOnRequest() {
        var ada = Browsing.start();

        var page = Browsing.parse(ada.post(ADDRESS + "/help", "solution", "open"));

        assertThat(page.select(".steps li")).hasSize(exercise().solution().size());
    }

    @Test
    void theReadingIsGivenWithoutJudging() {
        var ada = Browsing.start();

        var fine = Browsing.parse(ada.post(ADDRESS + "/reading?part=a", "answer-a", "2xy^2"));
        var bad = Browsing.parse(ada.post(ADDRESS + "/reading?part=a", "answer-a", "2x)"));

        assertThat(fine.select(".tex").attr("data-tex")).isEqualTo("2xy^{2}");
        assertThat(fine.select(".visually-hidden").text()).isEqualTo("2 times x times y squared");
        assertThat(bad.select("mark").text()).isEqualTo(")");
        assertThat(ada.page("/progress").text()).contains("Nothing here yet");
    }

    @Test
    void theHistoryListsEveryAttemptAndLeadsBackToIt() {
        var ada = Browsing.start();
        answer(ada, "x");
        answer(ada, key());

        var progress = ada.page("/progress");

        assertThat(historyOf(ada)).hasSize(2);
        assertThat(progress.select(".history tr").get(0).text()).contains("right");
        var link = progress.select(".history th a").get(1).attr("href");
        assertThat(ada.page(link).select("input[name=answer-a]").val()).isEqualTo("x");
    }

    @Test
    void signingUpKeepsWhatTheGuestDid() {
        var ada = Browsing.start();
        answer(ada, "x");

        ada.signUp("Ada", Browsing.newLogin(), "correct horse battery");

        assertThat(historyOf(ada)).hasSize(1);
    }

    @Test
    void signingInBringsAlongWhatTheGuestDid() {
        var login = Browsing.newLogin();
        Browsing.start().signUp("Ada", login, "correct horse battery");
        var ada = Browsing.start();
        answer(ada, "x");

        ada.signIn(login, "correct horse battery");

        assertThat(historyOf(ada)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/practice/no-such-exercise/3",
                "/practice/no-such-exercise",
                "/practice/NOT_AN_ID/3",
                "/practice/first-partial-derivative/1000",
                "/practice/first-partial-derivative/-1",
                "/practice/first-partial-derivative/03",
                "/practice/first-partial-derivative/x"
            })
    void anAddressOfNothingIsAPageWithAWayOn(String address) {
        var response = Browsing.start().get(address);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Browsing.parse(response).select("main a[href]")).isNotEmpty();
    }

    @Test
    void anotherOneLikeItIsAnotherVariant() {
        var ada = Browsing.start();
        ada.page(ADDRESS);
        ada.page("/practice/first-partial-derivative/4");

        var location = ada.get("/practice/first-partial-derivative?after=3").header("Location");

        assertThat(location).contains("/practice/first-partial-derivative/").doesNotEndWith("/3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/, Try one now",
        "/skills?q=first partial derivative, First partial derivative",
        "/skills?q=nonsense, Nothing was found"
    })
    void thePagesOfTheCatalogueShowWhatTheySay(String address, String text) {
        var response = Browsing.start().get(address);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Browsing.parse(response).text()).contains(text);
    }

    private Document answer(Browsing visitor, String typed) {
        var response = visitor.post(ADDRESS, "submission", UUID.randomUUID().toString(), "answer-a", typed);
        var location = response.header("Location");
        return location == null
                ? Browsing.parse(response)
                : visitor.page(location.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", ""));
    }

    private static List<String> historyOf(Browsing visitor) {
        return visitor.page("/progress").select(".history tr").eachText();
    }

    private Exercise exercise() {
        return exercises
                .find(new ExerciseId("first-partial-derivative"), new Seed(3))
                .orElseThrow()
                .exercise();
    }

    private String key() {
        return exercise().parts().get(0).answer().value().get(0);
    }
}

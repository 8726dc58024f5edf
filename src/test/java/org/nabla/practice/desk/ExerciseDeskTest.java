package org.nabla.practice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;

/** The page of an exercise under rules that are not those of practice. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ExerciseDeskTest {
    private final String address = "/examination/" + UUID.randomUUID();
    private final Browsing ada = Browsing.start();

    @Test
    void thePageHasTheAddressTheNotesAndTheLinksOfItsRules() {
        var page = ada.page(address);

        assertThat(page.select("#work form.answer").attr("action")).isEqualTo(address);
        assertThat(page.select(".where").text()).isEqualTo("Examination");
        assertThat(page.select(".rule").text()).isEqualTo("Answers kept: 0 of 2.");
        assertThat(page.select(".turn a").eachText()).containsExactly("Back to the hall");
        assertThat(page.select("button[name=hints], button[name=solution]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "y^2", "17"})
    void anAnswerIsKeptWithoutSayingWhatItIsWorth(String typed) {
        var page = answer(typed);

        assertThat(page.select(".verdict .word").eachText()).containsExactly("Kept.");
        assertThat(page.select(".verdict.correct, .verdict.wrong, .verdict.partial"))
                .isEmpty();
        assertThat(page.select("input[name=answer-a]").val()).isEqualTo(typed);
        assertThat(page.select(".rule").text()).isEqualTo("Answers kept: 1 of 2.");
    }

    @Test
    void whatCannotBeReadIsToldAtOnce() {
        assertThat(answer("2x + )").select(".verdict.invalid mark")).isNotEmpty();
    }

    @Test
    void helpThatIsNotAllowedStaysClosed() {
        var page = Browsing.parse(ada.post(address + "/help", "solution", "open", "answer-a", "x"));

        assertThat(page.select(".steps")).isEmpty();
        assertThat(page.select("input[name=answer-a]").val()).isEqualTo("x");
    }

    @Test
    void anAnswerThatIsNotTakenAnyMoreIsNotKept() {
        answer("x");
        answer("y");

        var page = answer("17");

        assertThat(page.text()).contains("No more answers are taken.").contains("Answers kept: 2 of 2.");
        assertThat(page.select("input[name=answer-a]").val()).isEqualTo("17");
        assertThat(page.select("button.primary")).isEmpty();
        assertThat(ada.page("/progress").select(".history tr")).hasSize(2);
    }

    private Document answer(String typed) {
        var response = ada.post(address, "submission", UUID.randomUUID().toString(), "answer-a", typed);
        var location = response.header("Location");
        return location == null
                ? Browsing.parse(response)
                : ada.page(location.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", ""));
    }
}

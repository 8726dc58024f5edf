package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;

/** The first page, over HTTP. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class HomePagesTest {

    @Test
    void theExerciseToTryIsShownWithAllThatItsOwnPageHas() {
        var visitor = Browsing.start();
        var home = visitor.page("/").select(".try");

        var address = home.select("form.answer").attr("action");
        var exercise = visitor.page(address + "?stage=alone").select(".exercise");

        assertThat(address).startsWith("/practice/");
        assertThat(home.select(".prompt").text())
                .isEqualTo(exercise.select(".prompt").text());
        assertThat(home.select("figcaption").eachText())
                .isEqualTo(exercise.select("figcaption").eachText());
    }

    /** The sales page is for strangers: whoever has an account has bought. */
    @Test
    void whoSignedUpFindsTheirOwnPageBeforeTheFirstAnswer() {
        var ada = Browsing.signedUp("Ada");

        var home = ada.page("/");

        assertThat(home.select("h1").text()).isEqualTo("Welcome, Ada");
        assertThat(home.select(".hero")).isEmpty();
        assertThat(home.select("main a.primary").attr("href")).isEqualTo("/practice?on=yes");
        assertThat(home.select("main .actions a").eachAttr("href")).contains("/check-in", "/courses");
        assertThat(ada.page("/practice?on=yes").select("main form[action=/practice/track]"))
                .isNotEmpty();

        ada.post("/practice/first-partial-derivative/3", "answer-a", "x + 1");

        assertThat(ada.page("/").select("h1").text()).isEqualTo("Welcome back, Ada");
        assertThat(ada.page("/").select("main a.primary").text()).isEqualTo("Go on");
    }

    @Test
    void whoReturnsFindsTheirOwnWorkAndNotTheSalesPage() {
        var ada = Browsing.start();
        ada.post("/practice/first-partial-derivative/3", "answer-a", "x + 1");

        var home = ada.page("/");

        assertThat(home.select("h1").text()).isEqualTo("Welcome back");
        assertThat(home.select("main a.primary").attr("href")).startsWith("/practice");
        assertThat(home.text()).contains("1 exercise", "0 of 1", "not right", "No review is due today.");
        assertThat(home.select("main a[href*=?attempt=]")).hasSize(1);
        assertThat(home.select(".hero")).isEmpty();
    }
}

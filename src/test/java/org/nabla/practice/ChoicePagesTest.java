package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;

/** What comes next, over HTTP, without scripts. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ChoicePagesTest {

    @Test
    void theFirstTimeOneQuestionIsAskedAndTheAnswerLeadsOn() {
        var ada = Browsing.start();

        var asked = ada.page("/practice");

        assertThat(asked.select("input[name=track]").eachAttr("value"))
                .containsExactly("machine-learning", "multivariable", "getting-ready");
        assertThat(asked.select("input[name=track][checked]").val()).isEqualTo("machine-learning");
        assertThat(asked.select("main a[href=/check-in]")).hasSize(1);
        ada.post("/practice/track", "track", "machine-learning");
        assertThat(ada.get("/practice").header("Location")).contains("/practice/");
    }

    @Test
    void theFirstExerciseIsOneForAMinute() {
        var ada = learner("machine-learning");

        var page = ada.page(path(ada.get("/practice").header("Location")));

        assertThat(page.select(".where").text()).contains("warm-up");
        assertThat(page.select("#answer .part")).hasSize(1);
    }

    private static Browsing learner(String track) {
        var learner = Browsing.start();
        learner.post("/practice/track", "track", track);
        return learner;
    }

    @Test
    void theChosenExerciseSaysWhyAndOffersTwoOthers() {
        var ada = learner("machine-learning");

        var address = ada.get("/practice").header("Location");
        var page = ada.page(path(address));

        assertThat(address).contains("?for=");
        assertThat(page.select(".why summary strong").text()).isEqualTo("Why this one:");
        assertThat(page.select(".why p").get(0).text()).contains("This is new");
        assertThat(page.select(".why p a[href^=/practice?skill=]")).hasSize(2);
        // A page is looked at again as it is.
        assertThat(ada.page(path(address)).select(".why").text())
                .isEqualTo(page.select(".why").text());
    }

    @Test
    void theReasonStaysWhenAnotherGuidanceIsChosen() {
        var ada = learner("multivariable");
        var chosen = ada.page(path(ada.get("/practice").header("Location")));

        var link = chosen.select(".guide-choice a").attr("href").replaceAll("#.*", "");

        assertThat(ada.page(link).select(".why").text())
                .isEqualTo(chosen.select(".why").text());
    }

    @Test
    void whoeverIsNewIsOfferedTheCheckInAndWhereToChangeTheTrack() {
        var ada = learner("multivariable");
        var newcomer = ada.page(path(ada.get("/practice").header("Location")));
        ada.post("/practice/first-partial-derivative/3", "answer-a", "1");
        var later = ada.page(path(ada.get("/practice").header("Location")));

        assertThat(newcomer.select(".why a[href=/check-in]")).hasSize(1);
        assertThat(later.select(".why a[href=/check-in]")).isEmpty();
        assertThat(later.select(".why").text()).contains("the track “Multivariable calculus”");
        assertThat(Browsing.start().page("/").select("a[href=/check-in]")).isNotEmpty();
        assertThat(ada.page("/skills/map").select("a[href=/check-in]")).isNotEmpty();
    }

    @Test
    void notNowBringsAnotherSkill() {
        var ada = learner("machine-learning");
        var first = ada.page(path(ada.get("/practice").header("Location")));
        var skill = first.select(".why button[name=skill]").val();

        assertThat(ada.post("/practice/not-now", "skill", skill).header("Location"))
                .endsWith("/practice?on=yes");

        assertThat(ada.get("/practice").header("Location")).doesNotContain("?for=" + skill);
    }

    @Test
    void aSkillThatIsAskedForIsPractised() {
        assertThat(Browsing.start().get("/practice?skill=DF18").header("Location"))
                .contains("?for=DF18");
    }

    @Test
    void aReasonIsSaidOnlyForASkillThatTheExercisePractises() {
        var page = Browsing.start().page("/practice/first-partial-derivative/3?for=MI09");

        assertThat(page.select(".why")).isEmpty();
    }

    @Test
    void aSkillThatWasBegunSaysHowFarItIs() {
        var ada = Browsing.start();
        assertThat(ada.page("/skills/partial-derivatives").select(".notice")).isEmpty();

        ada.post("/practice/first-partial-derivative/3", "answer-a", "1");

        assertThat(ada.page("/skills/partial-derivatives").select(".notice").text())
                .startsWith("Learning.")
                .contains("Of ten exercises like these you would get about");
    }

    @Test
    void nonsenseIsNotPutOff() {
        assertThat(Browsing.start()
                        .post("/practice/not-now", "skill", "nonsense")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browsing.start().post("/practice/track", "track", "nonsense").statusCode())
                .isEqualTo(404);
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }
}

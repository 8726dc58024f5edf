package org.nabla.project.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.nabla.Browsing;

/** A project in a browser without scripts, as a guest. */
@QuarkusTest
class ProjectPagesTest {
    private static final String PROJECT = "/projects/gradient-check";
    private static final String RUN = PROJECT + "/run";

    private static Browsing started() {
        var ada = Browsing.start();
        assertThat(ada.post(PROJECT + "/start").statusCode()).isEqualTo(303);
        return ada;
    }

    private static Document answer(Browsing ada, String step, String typed) {
        var form = ada.page(RUN + "/" + step)
                .select("form#answer [name=submission]")
                .val();
        var sent = ada.post(RUN + "/" + step, "submission", form, "answer-a", typed);
        return sent.statusCode() == 303
                ? ada.page(sent.header("Location")
                        .replaceFirst("^http://[^/]+", "")
                        .replaceFirst("#.*", ""))
                : Browsing.parse(sent);
    }

    @Test
    void thePathNamesEveryProjectAndWhatItNeeds() {
        var page = Browsing.start().page("/projects");
        assertThat(page.select(".project h2").eachText()).contains("Check a gradient");
        assertThat(page.select(".needs a")).isNotEmpty();
    }

    @Test
    void whoHasNotBegunIsLedToTheBeginning() {
        var page = Browsing.start().get(RUN + "/loss");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.header("Location")).endsWith(PROJECT);
    }

    @Test
    void progressIsKeptFromTheFirstAnswerOfAGuest() {
        var ada = started();
        assertThat(answer(ada, "da", "1/(1+b*t)").select(".verdict").text()).startsWith("Right");
        assertThat(ada.page(RUN + "/db").select(".stages .done")).hasSize(1);
        assertThat(ada.get(RUN).header("Location")).endsWith(RUN + "/db");
    }

    @Test
    void aSlipIsNamedAndWhatIsNoneLeadsToASmallerCheck() {
        var ada = started();
        var named = answer(ada, "db", "-a/(1+b*t)^2");
        assertThat(named.select(".verdict").text()).contains("changes with b at rate t");
        var unknown = answer(ada, "loss", "123.45");
        assertThat(unknown.select(".after .notice").text())
                .contains("not any slip we know", "Step 3 is a smaller check");
        assertThat(unknown.select(".after .notice a").attr("href")).isEqualTo(RUN + "/hand");
    }

    @Test
    void valuesInBetweenAreFreeAndNoted() {
        var ada = started();
        assertThat(ada.page(RUN + "/loss").select("dl.values")).isEmpty();
        assertThat(ada.post(RUN + "/loss/values").statusCode()).isEqualTo(303);
        assertThat(ada.page(RUN + "/loss").select("dl.values dd").text()).matches("\\(-?[0-9.]+, -?[0-9.]+\\)");
    }

    @Test
    void aPredictionHasNoSecondTry() {
        var ada = started();
        assertThat(answer(ada, "tiny", "about 1e-1").select(".verdict").text()).contains("still rules");
        var again = ada.page(RUN + "/tiny");
        assertThat(again.select(".notice").text()).contains("Your prediction is kept");
        answer(ada, "tiny", "about 1e-5");
        assertThat(ada.page(RUN + "/end").select(".foretold dd").text()).contains("about 1e-1", "otherwise");
    }

    @Test
    void newDataKeepDerivationsAndBeginNumbersAgain() {
        var ada = started();
        answer(ada, "da", "1/(1+b*t)");
        var before = ada.page(RUN + "/loss").select(".own-data tbody").text();
        assertThat(ada.post(PROJECT + "/renew").statusCode()).isEqualTo(303);
        var page = ada.page(RUN + "/loss");
        assertThat(page.select(".own-data tbody").text()).isNotEqualTo(before);
        assertThat(page.select(".stages .done")).hasSize(1);
    }

    @Test
    void filesAreTheLearnersAndHoldNoAnswer() {
        var ada = started();
        var files = ada.page(RUN + "/loss").select(".files a").eachAttr("href");
        assertThat(files).hasSize(5);
        for (var file : files) {
            var got = ada.get(file);
            assertThat(got.statusCode()).as(file).isEqualTo(200);
            assertThat(got.asString()).doesNotContain("r = a/q - y");
        }
        assertThat(Browsing.start().get(PROJECT + "/data/123456789/data.csv").statusCode())
                .isEqualTo(404);
        assertThat(ada.page(RUN + "/end").select("pre")).isEmpty();
    }

    @Test
    void aFormThatArrivesTwiceCountsOnce() {
        var ada = started();
        var form = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(ada.post(RUN + "/da", "submission", form, "answer-a", "7")
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(ada.page("/progress").select(".history a").eachAttr("href")).hasSize(1);
    }
}

package org.nabla.project.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.exercise.Seed;
import org.nabla.project.making.Numbers;

/** A project in a browser without scripts, as a guest. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ProjectPagesTest {
    private static final String PROJECT = "/projects/gradient-check";
    private static final String RUN = PROJECT + "/run";

    @Inject
    Projects projects;

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
    void whatTheLettersMeanStandsOnEachStepAndDataOnlyWhereTheyAreWorkedWith() {
        var ada = started();
        var derived = ada.page(RUN + "/da");
        assertThat(derived.select(".meanings math")).isNotEmpty();
        assertThat(derived.select(".own-data").hasAttr("open")).isFalse();
        assertThat(derived.select(".own-data summary").text()).contains("not needed here");
        assertThat(ada.page(RUN + "/hand").select(".own-data").hasAttr("open")).isTrue();
        assertThat(ada.page(RUN + "/loss").select(".own-data summary").text()).isEqualTo("Your data");
    }

    @Test
    void whoeverWritesWithACommaIsReadAndShownSo() {
        var ada = started();
        ada.post("/account/numbers", "sign", "comma");
        ada.post(RUN + "/loss/values");
        var page = ada.page(RUN + "/loss");
        assertThat(page.select("dl.values dd").text()).matches("\\(-?[0-9]+,[0-9]+; -?[0-9]+,[0-9]+\\)");
        assertThat(page.select(".own-data td").eachText()).anyMatch(cell -> cell.matches("[0-9]+,[0-9]+"));
        var files = page.select(".files a").eachAttr("href");
        assertThat(ada.page(files.get(0)).select("td").text()).doesNotContain(".");
        assertThat(ada.get(files.get(1)).asString())
                .as("files are for programs")
                .containsPattern("[0-9]\\.[0-9]");

        var plan = projects.find("gradient-check").orElseThrow();
        var solved =
                projects.solved(plan, new Seed(Long.parseLong(files.get(1).replaceAll(".*/data/(\\d+)/.*", "$1"))));
        var loss = Numbers.typed(Objects.requireNonNull(solved.values().get("loss"))[0], 6);
        var right = answer(ada, "loss", loss.replace('.', ','));
        assertThat(right.select(".verdict").text()).startsWith("Right");
        assertThat(right.select(".so-far td").text()).isEqualTo(loss.replace('.', ','));
        var pasted = Numbers.typed(Objects.requireNonNull(solved.values().get("grad"))[0], 9) + ", "
                + Numbers.typed(Objects.requireNonNull(solved.values().get("grad"))[1], 9);
        assertThat(answer(ada, "grad", "[" + pasted + "]").select(".verdict").text())
                .as("as Python prints it")
                .startsWith("Right");
        var end = ada.page(RUN + "/end");
        assertThat(end.select("table.numbers td").eachText()).noneMatch(cell -> cell.contains("."));
        ada.post(RUN + "/hand/help", "solution", "open");
        assertThat(ada.page(RUN + "/hand").select("#solution").text()).doesNotContainPattern("[0-9]\\.[0-9]");
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

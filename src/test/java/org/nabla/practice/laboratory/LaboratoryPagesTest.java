package org.nabla.practice.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;

/** The laboratory over HTTP, as somebody meets it whose browser runs no script. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class LaboratoryPagesTest {
    private static final String BOWL = "/laboratory?f=bowl&start=(2, -1)&rate=0.1&momentum=0&steps=10";

    @Test
    void thePathIsDrawnSaidAndTabled() {
        var page = Browsing.start().page(BOWL);

        assertThat(page.select("svg .way")).hasSize(10);
        assertThat(page.select("tbody tr")).hasSize(11);
        assertThat(page.select("tbody tr").get(1).text())
                .contains("(1.6, −0.8)")
                .contains("3.2");
        assertThat(page.select("figcaption").text()).contains("It is still on its way");
        assertThat(page.select("input[name=rate]").val()).isEqualTo("0.1");
    }

    @Test
    void everyLandscapeCanBeChosenAndAnOwnFunctionTyped() {
        var visitor = Browsing.start();

        for (var one : LaboratoryLandscape.all()) {
            assertThat(visitor.page("/laboratory?f=" + one.id()).select("svg .way"))
                    .as(one.id())
                    .isNotEmpty();
        }
        var own = visitor.page("/laboratory?f=own&own=3x^2&start=(1, 1)&rate=0.1");
        assertThat(own.select("tbody tr").get(1).text()).contains("(0.4, 1)");
        assertThat(own.select(".formula [data-tex]").attr("data-tex")).isEqualTo("f(x, y) = 3x^{2}");
    }

    @Test
    void whatCannotBeReadIsNamedAndKept() {
        var page = Browsing.start().page("/laboratory?f=own&own=x^2 -&start=here&rate=0.1");

        assertThat(page.select("#own-error").text()).endsWith(".");
        assertThat(page.select("#start-error").text()).contains("two numbers");
        assertThat(page.select("#own").val()).isEqualTo("x^2 -");
        assertThat(page.select("#start").val()).isEqualTo("here");
        assertThat(page.select("tbody tr")).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "(4, -2); (1.6, -0.8); Right. | Right.",
                "(4, -2); (8/5, -4/5); Right. | Right.",
                "(-2, 4); (1.6, -0.8); wrong order | Right.",
                "(4, -2); (2.4, -1.2); Right. | This climbs",
                "(4, -2); (-2, 1); Right. | too far a step",
                "(4, -2); (-0.4, 0.2); Right. | This is the step itself",
                "(4, -2); (1.6; Right. | Cannot be read",
            })
    void theStepFromTheScreenIsChecked(String gradient, String next, String expected) {
        var page = Browsing.parse(Browsing.start()
                .post(
                        "/laboratory/turn",
                        "f",
                        "bowl",
                        "start",
                        "(2, -1)",
                        "rate",
                        "0.1",
                        "from",
                        "0",
                        "gradient",
                        gradient,
                        "next",
                        next));

        var parts = expected.split("\\|");
        assertThat(page.select("#verdict-gradient").text()).contains(parts[0].strip());
        assertThat(page.select("#verdict-next").text()).contains(parts[1].strip());
        assertThat(page.select("#next").val()).isEqualTo(next);
    }

    /** The boxes, the table and what is sent along: read and shown so, kept with the point. */
    @Test
    void whoeverWritesWithACommaIsReadAndShownSo() {
        var ada = Browsing.start();
        ada.post("/account/numbers", "sign", "comma");

        var page = ada.page("/laboratory?f=bowl&start=(2,5;-1)&rate=0.1");
        var judged = Browsing.parse(ada.post(
                "/laboratory/turn",
                "f",
                "bowl",
                "start",
                page.select("input[type=hidden][name=start]").val(),
                "rate",
                "0.1",
                "from",
                "0",
                "gradient",
                "(5;-2)",
                "next",
                "(2,0; -0,8)"));
        var reading = ada.post(
                "/laboratory/reading?box=next",
                "f",
                "bowl",
                "start",
                "(2,5; -1)",
                "rate",
                "0.1",
                "from",
                "0",
                "next",
                "(1,5; 2)");

        assertThat(page.select(".errors")).isEmpty();
        assertThat(page.select("#start").val()).isEqualTo("(2,5; -1)");
        assertThat(page.select("input[type=hidden][name=start]").val()).isEqualTo("(2.5, -1)");
        assertThat(page.select("tbody tr").get(0).text()).contains("(2,5; −1)").doesNotContain("2.5");
        assertThat(judged.select("#verdict-gradient").text()).contains("Right.");
        assertThat(judged.select("#verdict-next").text()).contains("Right.");
        assertThat(judged.select("#next").val()).isEqualTo("(2,0; -0,8)");
        assertThat(reading.asString()).contains("<mn>1,5</mn>");
    }

    @Test
    void anAddressSentByOthersIsReadWithACommaBetweenEntries() {
        var ada = Browsing.start();
        ada.post("/account/numbers", "sign", "comma");

        var page = ada.page("/laboratory?f=bowl&start=(2,1)&rate=0.1");

        assertThat(page.select(".errors")).isEmpty();
        assertThat(page.select("#start").val()).isEqualTo("(2;1)");
    }

    @Test
    void anyStepCanBeGoneOnFrom() {
        var visitor = Browsing.start();

        var link = visitor.page(BOWL).select("tbody tr").get(3).select("a").attr("href");
        var page = visitor.page(URLDecoder.decode(link.replace("#turn", ""), StandardCharsets.UTF_8));

        assertThat(page.select("#turn-title").text()).isEqualTo("Your turn, from step 3");
        assertThat(page.select("#turn .prompt").text()).contains("0.1");
    }

    @Test
    void theWorkedWayEndsAtTheNextPoint() {
        var page = Browsing.parse(Browsing.start()
                .post(
                        "/laboratory/turn",
                        "f",
                        "bowl",
                        "start",
                        "(2, -1)",
                        "rate",
                        "0.1",
                        "from",
                        "0",
                        "solution",
                        "open"));

        assertThat(Objects.requireNonNull(page.select("#turn .steps li").last())
                        .select("[data-tex]")
                        .attr("data-tex"))
                .isEqualTo("(1.6, -0.8)");
    }

    @Test
    void anAnswerIsAnAttemptThatLeadsBackToWhereItWasGiven() {
        var ada = Browsing.start();
        var page = ada.page(BOWL);
        var form = page.select("#turn form").get(0);
        var fields = new ArrayList<String>();
        form.select("input[type=hidden]").forEach(input -> {
            if (!input.attr("name").equals("csrf-token")) {
                fields.addAll(List.of(input.attr("name"), input.val()));
            }
        });
        fields.addAll(List.of("gradient", "(4, -2)", "next", "(-2, 1)"));
        ada.post("/laboratory/turn", fields.toArray(String[]::new));
        ada.post("/laboratory/turn", fields.toArray(String[]::new));

        var rows = ada.page("/progress").select(".history tr");
        var back = ada.get(rows.select("th a").attr("href")).header("Location");
        var again = ada.page(URLDecoder.decode(back.replaceFirst("^http://[^/]+", ""), StandardCharsets.UTF_8));

        assertThat(rows).hasSize(1);
        assertThat(rows.text()).contains("Gradient descent in the laboratory", "(4, -2)", "(-2, 1)", "partly right");
        assertThat(again.select("#gradient").val()).isEqualTo("(4, -2)");
        assertThat(again.select("#verdict-gradient").text()).contains("Right.");
        assertThat(again.select("#verdict-next").text()).contains("too far a step");
        assertThat(again.select("input[name=start]").val()).isEqualTo("(2, -1)");
    }

    @Test
    void theWorkedWayOpensHelpAndAnEmptyFormIsNoAttempt() {
        var ada = Browsing.start();
        ada.post("/laboratory/turn", "f", "bowl", "start", "(2, -1)", "rate", "0.1", "from", "0");
        ada.post("/laboratory/turn", "f", "bowl", "start", "(2, -1)", "rate", "0.1", "from", "0", "solution", "open");
        assertThat(ada.page("/progress").select(".history")).isEmpty();

        ada.post(
                "/laboratory/turn", "f", "bowl", "start", "(2, -1)", "rate", "0.1", "from", "0", "gradient", "(4, -2)");

        assertThat(ada.page("/progress").select(".history tr").text()).contains("with help");
    }
}

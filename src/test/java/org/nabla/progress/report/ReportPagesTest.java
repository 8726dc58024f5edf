package org.nabla.progress.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ReportPagesTest {
    private static final String ADDRESS = "/practice/first-partial-derivative/3";

    @Inject
    ExerciseStore exercises;

    @Inject
    Reports reports;

    @Test
    void aVerdictThatSomethingIsNotRightCanBeDoubted() {
        var ada = Browsing.start();

        assertThat(shown(ada, answer(ada, "x")).select(".report summary").text())
                .isEqualTo("I think I am right");
        assertThat(shown(ada, answer(ada, "2x)")).select(".report summary")).hasSize(1);
        assertThat(shown(ada, answer(ada, key())).select(".report")).isEmpty();
        assertThat(ada.page(ADDRESS).select(".report")).isEmpty();
    }

    @Test
    void aReportIsFiledOnceAndTheLearnerSeesThatItIs() {
        var ada = Browsing.start();
        var form = answer(ada, "x + 1");

        var sent = report(ada, form, "Both are the same.");
        report(ada, form, "Again.");

        assertThat(sent.header("Location")).endsWith(ADDRESS + "?attempt=" + form + "#report");
        assertThat(shown(ada, form).select(".report").text()).startsWith("Filed.");
        assertThat(ada.page("/progress").select(".reported li"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.text())
                        .contains("Both are the same.", "Open.")
                        .doesNotContain("Again."));
    }

    @Test
    void whoRunsTheSiteSeesAllAndTheirAnswerReachesTheLearner() {
        var ada = Browsing.start();
        var form = answer(ada, "x + 1");
        var note = "Because of <b>" + UUID.randomUUID();
        report(ada, form, note);
        var olga = Browsing.operator();

        var found = find(olga, "open", note);
        var section = olga.page(found.address()).select(".filed").get(found.row());
        var posted =
                olga.post(section.select("form").attr("action"), "answer", "The exercise was wrong. It is mended.");

        assertThat(section.text()).contains("x + 1", "wrong", key(), "first-partial-derivative, version", "seed 3");
        assertThat(section.select("h2 a").attr("href")).isEqualTo(ADDRESS);
        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(ada.page("/progress").select(".reported").text())
                .contains("Answered. The exercise was wrong. It is mended.");
        assertThat(shown(ada, form).select(".report").text()).contains("The exercise was wrong. It is mended.");
        assertThat(find(olga, "answered", note).row()).isNotNegative();
    }

    @Test
    void thePageOfReportsIsForThoseWhoRunTheSite() {
        for (var visitor : List.of(Browsing.start(), Browsing.signedUp("Ada"))) {
            assertThat(visitor.get("/operator/reports").statusCode()).isEqualTo(404);
            assertThat(visitor.post("/operator/reports/1", "answer", "Yes.").statusCode())
                    .isEqualTo(404);
        }
        assertThat(Browsing.operator()
                        .post("/operator/reports/1", "answer", " ")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyOnesOwnAttemptsThatAreNotRightCanBeReported() {
        var ada = Browsing.start();
        var bob = Browsing.start();
        var formOfAda = answer(ada, "x + 1");
        answer(bob, "x + 1");

        assertThat(report(bob, formOfAda, "").statusCode()).isEqualTo(404);
        assertThat(report(ada, answer(ada, key()), "").statusCode()).isEqualTo(404);
        assertThat(report(ada, "nonsense", "").statusCode()).isEqualTo(404);
        assertThat(report(Browsing.start(), formOfAda, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aReportLeadsToNoForeignPage() {
        var ada = Browsing.start();
        var form = answer(ada, "x + 1");

        var sent = ada.post("/reports?attempt=" + form + "&back=https://evil.example/", "note", "");

        assertThat(sent.header("Location")).doesNotContain("evil");
    }

    @Test
    void aScriptGetsTheBoxAlone() {
        var ada = Browsing.start();
        var form = answer(ada, "x + 1");

        var piece = given().cookie("session", ada.cookie("session"))
                .cookie("csrf-token", ada.cookie("csrf-token"))
                .header("HX-Request", "true")
                .contentType(ContentType.URLENC)
                .formParam("csrf-token", ada.cookie("csrf-token"))
                .formParam("note", "")
                .post("/reports?attempt=" + form + "&back=" + ADDRESS)
                .asString()
                .strip();

        assertThat(piece)
                .startsWith("<div class=\"report\" id=\"report\">")
                .contains("Filed.")
                .endsWith("</div>");
    }

    @Test
    void aDayHasRoomForTwentyReports() {
        var ada = Browsing.start();
        answer(ada, "x + 1");
        for (var i = 0; i < 20; i++) {
            assertThat(report(ada, answer(ada, i + " + x/7"), "").statusCode()).isEqualTo(303);
        }

        var refused = report(ada, answer(ada, "x/9"), "");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Browsing.parse(refused).select("h1").text()).isEqualTo("Too many reports");
    }

    @Test
    void theReportsOnSomeAttemptsAreFound() {
        var ada = Browsing.start();
        var form = answer(ada, "x + 1");
        report(ada, form, "Look at this.");
        var id = new UserId(Long.parseLong(ada.get("/test/who").asString().split(" ", 2)[0]));

        var found = reports.on(List.of(UUID.fromString(form), UUID.randomUUID()));

        assertThat(found).singleElement().satisfies(report -> {
            assertThat(report.learner()).isEqualTo(id);
            assertThat(report.note()).isEqualTo("Look at this.");
            assertThat(report.attempt().responses().get(0).typed()).isEqualTo("x + 1");
        });
        assertThat(reports.on(List.of())).isEmpty();
    }

    /** Where a report stands in the list. */
    private record Found(String address, int row) {}

    private static Found find(Browsing olga, String state, String note) {
        for (var address = "/operator/reports?state=" + state; !address.isEmpty(); ) {
            var page = olga.page(address);
            var notes = page.select(".filed").stream()
                    .map(section -> section.select("blockquote").text())
                    .toList();
            if (notes.contains(note)) {
                return new Found(address, notes.indexOf(note));
            }
            address = page.select("a[rel=next]").attr("href");
        }
        throw new AssertionError("no report with the note " + note);
    }

    private static String answer(Browsing visitor, String typed) {
        var form = UUID.randomUUID().toString();
        visitor.post(ADDRESS, "submission", form, "answer-a", typed);
        return form;
    }

    private static Received report(Browsing visitor, String form, String note) {
        return visitor.post("/reports?attempt=" + form + "&back=" + ADDRESS, "note", note);
    }

    private static org.jsoup.nodes.Document shown(Browsing visitor, String form) {
        return visitor.page(ADDRESS + "?attempt=" + form);
    }

    private String key() {
        return exercises
                .find(new ExerciseId("first-partial-derivative"), new Seed(3))
                .orElseThrow()
                .exercise()
                .parts()
                .get(0)
                .answer()
                .value()
                .get(0);
    }
}

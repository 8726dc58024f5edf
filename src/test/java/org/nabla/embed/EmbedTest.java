package org.nabla.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;

/** An exercise in a frame, as those see it who have neither account nor cookie nor script. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class EmbedTest {
    private static final String EXERCISE = "/embed/first-partial-derivative/3";

    private static Response get(String path) {
        return given().header("X-Forwarded-For", "10.252.0.1")
                .redirects()
                .follow(false)
                .get(path);
    }

    private static Document check(Map<String, String> fields) {
        var answer = given().header("X-Forwarded-For", "10.252.0.1")
                .formParams(fields)
                .post(EXERCISE);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.cookies()).isEmpty();
        return Jsoup.parse(answer.asString());
    }

    @Test
    void onlyAllowedSitesShowItAndNothingElseOfThisSite() {
        var frame = get(EXERCISE);
        assertThat(frame.statusCode()).isEqualTo(200);
        assertThat(frame.cookies()).isEmpty();
        assertThat(frame.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors http://localhost:8766")
                .doesNotContain("frame-ancestors 'none'");
        assertThat(get("/embed/no-such-template/3").header("Content-Security-Policy"))
                .contains("frame-ancestors http://localhost:8766");

        for (var other : new String[] {"/embed", "/practice/first-partial-derivative/3", "/sign-in", "/"}) {
            assertThat(get(other).header("Content-Security-Policy")).as(other).contains("frame-ancestors 'none'");
        }
        assertThat(get("/sign-in").cookies()).containsKey("csrf-token");
    }

    @Test
    void anAnswerIsCheckedWithoutTokenCookieOrAnythingKept() {
        var wrong = check(Map.of("answer-a", "17"));
        assertThat(wrong.select(".verdict").attr("class")).contains("wrong");
        assertThat(wrong.select("#answer-a").val()).isEqualTo("17");
        assertThat(wrong.select(".reading math")).isNotEmpty();

        assertThat(check(Map.of("answer-a", "x +")).select("#answer-a").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(check(Map.of()).text()).contains("Nothing is typed yet");
        assertThat(check(Map.of("answer-a", "x".repeat(100_000)))
                        .select("#answer-a")
                        .val())
                .hasSize(4000);
        // A visitor with a session of ours: nothing is kept of them either.
        var ada = Browsing.signedUp("Ada");
        ada.post(EXERCISE, "answer-a", "17");
        assertThat(ada.page("/progress").text()).doesNotContain("17");
    }

    @Test
    void hintsAndTheWorkedWayOpenOneByOneAndStayOpen() {
        var first = check(Map.of("answer-a", "17", "hints", "0", "hint", "1"));
        assertThat(first.select(".hints li")).hasSize(1);
        assertThat(first.select("[name=hints]").val()).isEqualTo("1");
        assertThat(first.select(".solution")).isEmpty();

        var worked = check(Map.of("answer-a", "17", "hints", "1", "open", "yes"));
        assertThat(worked.select(".hints li")).hasSize(1);
        assertThat(worked.select(".solution li")).isNotEmpty();
        assertThat(worked.select("[name=opened]")).hasSize(1);
        assertThat(worked.select("button[name=open]")).isEmpty();
        assertThat(check(Map.of("opened", "yes", "hints", "99")).select(".solution li"))
                .isNotEmpty();
    }

    @Test
    void withoutNumberThereIsOneAndWhatIsNotInTheCatalogIsNotThere() {
        var any = get("/embed/first-partial-derivative?theme=dark");
        assertThat(any.statusCode()).isEqualTo(303);
        assertThat(any.header("Location")).matches(".*/embed/first-partial-derivative/\\d+\\?theme=dark");
        assertThat(Jsoup.parse(get(EXERCISE + "?theme=dark").asString())
                        .select("html")
                        .attr("data-theme"))
                .isEqualTo("dark");
        assertThat(Jsoup.parse(get(EXERCISE + "?theme=\"><b>").asString())
                        .select("html")
                        .attr("data-theme"))
                .isEqualTo("system");
        for (var none : new String[] {
            "/embed/no-such-template",
            "/embed/no-such-template/1",
            "/embed/-x-/1",
            "/embed/first-partial-derivative/1000"
        }) {
            assertThat(get(none).statusCode()).as(none).isEqualTo(404);
        }
        var own = Browsing.teacher("Bob");
        var editor = own.post("/templates", "copy", "gradient-at-a-point").header("Location");
        assertThat(get("/embed/" + editor.replaceFirst(".*/templates/(.*)/edit", "$1") + "/1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theScriptForThePageAroundLoadsEverywhere() {
        var script = get("/embed/frame.js");

        assertThat(script.contentType()).startsWith("text/javascript");
        assertThat(script.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(get(EXERCISE).header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(script.asString()).contains("origin !== site").doesNotContain("fetch", "http");
    }

    @Test
    void whoAsksTooOftenWaits() {
        var last = 200;
        for (var i = 0; i < 130 && last == 200; i++) {
            last = given().header("X-Forwarded-For", "10.252.9.9").get(EXERCISE).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }
}

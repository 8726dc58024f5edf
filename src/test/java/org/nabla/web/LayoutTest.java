package org.nabla.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class LayoutTest {

    @ParameterizedTest(name = "the cookie theme={0} gives the theme {1}")
    @CsvSource({"dark, dark", "light, light", "nonsense, system"})
    void theFirstByteHasTheThemeThatWasChosen(String cookie, String theme) {
        var html = given().cookie("theme", cookie)
                .when()
                .get("/gallery")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Jsoup.parse(html).expectFirst("html").attr("data-theme")).isEqualTo(theme);
    }

    @ParameterizedTest(name = "back to {0}: {1}")
    @CsvSource({
        "/practice/gradient/7, /practice/gradient/7",
        "//evil.example, /",
        "https://evil.example/, /",
        "/\\evil.example, /"
    })
    void choosingAThemeLeadsBackToThePageAndNowhereElse(String back, String expected) {
        var page = when().get("/gallery");
        var token = Jsoup.parse(page.asString())
                .expectFirst("meta[name=csrf-token]")
                .attr("content");

        var answer = given().cookies(page.cookies())
                .formParam("csrf-token", token)
                .formParam("theme", "dark")
                .formParam("back", back)
                .redirects()
                .follow(false)
                .when()
                .post("/theme");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(expected).doesNotContain("evil");
        assertThat(answer.cookie("theme")).isEqualTo("dark");
    }

    @Test
    void withoutTheTokenOfTheFormNothingIsChosen() {
        var answer = given().formParam("theme", "dark").when().post("/theme");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.cookies()).doesNotContainKey("theme");
    }

    @Test
    void everyFileThatThePageNamesIsOurOwnAndThere() {
        var files = gallery().select("link[href], script[src]").stream()
                .map(e -> e.attr(e.hasAttr("href") ? "href" : "src"))
                .toList();

        assertThat(files).hasSize(5).allSatisfy(file -> assertThat(file).startsWith("/assets/"));
        assertThat(files).allSatisfy(file -> when().get(file).then().statusCode(200));
    }

    @Test
    void nothingInThePageNeedsAnInlineScriptOrStyle() {
        var page = gallery();

        assertThat(page.select("script:not([src]):not([type=application/json]), style, [style]"))
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(e -> e.attributes().asList().stream())
                        .filter(a -> a.getKey().startsWith("on") || a.getKey().startsWith("hx-on")))
                .isEmpty();
    }

    @Test
    void everyIdIsThereOnceAndEveryReferenceLeadsSomewhere() {
        var page = gallery();
        var ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        for (var attribute : List.of("for", "aria-describedby", "aria-controls", "aria-labelledby")) {
            assertThat(page.select("[" + attribute + "]").eachAttr(attribute))
                    .allSatisfy(value -> assertThat(ids).contains(value.split(" ")));
        }
    }

    private static Document gallery() {
        return Jsoup.parse(
                when().get("/gallery").then().statusCode(200).extract().asString());
    }

    @Test
    void theSiteSaysWhatItIsMadeOfAndUnderWhichLicence() {
        var page = Jsoup.parse(
                when().get("/about").then().statusCode(200).extract().asString());

        assertThat(page.select("tr:contains(org.matheclipse:matheclipse-core)").text())
                .contains("Lesser General Public License");
        assertThat(page.select("tr:contains(katex)").text()).contains("MIT");
        assertThat(when().get("/about/license").then().statusCode(200).extract().asString())
                .startsWith("GNU AFFERO GENERAL PUBLIC LICENSE");
    }
}

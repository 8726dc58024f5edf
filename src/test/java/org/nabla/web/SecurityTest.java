package org.nabla.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SecurityTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            GET,  /theme
            GET,  /no-such-page
            GET,  /assets/no-such-file.js
            GET,  /test/broken
            POST, /theme
            GET,  /q/health/live
            GET,  /api/v1/no-such-thing
            """)
    void everyResponseHasTheHeaders(String method, String path) {
        var response = given().request(method, path);

        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(response.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        var policy = policy(response.header("Content-Security-Policy"));
        assertThat(policy)
                .containsEntry("default-src", "'none'")
                .containsEntry("script-src", "'self'")
                .containsEntry("style-src", "'self'")
                .containsEntry("base-uri", "'none'")
                .containsEntry("form-action", "'self'")
                .containsEntry("frame-ancestors", "'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND"})
    void methodsThatNoPageKnowsAreRefused(String method) {
        assertThat(given().request(method, "/skills").statusCode()).isBetween(400, 499);
    }

    @Test
    void anAssetHasThemToo() {
        given().get(Assets.url("app.css"))
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        given().formParam("theme", "dark")
                .post("/theme")
                .then()
                .statusCode(400)
                .header("Set-Cookie", nullValue())
                .body("html.body.main.div.h1", equalTo("This could not be read"));
    }

    @Test
    void aTokenOfSomebodyElseIsRefused() {
        var mine = given().get("/test/page").cookie("csrf-token");
        var theirs = given().get("/test/page").cookie("csrf-token");

        given().cookie("csrf-token", mine)
                .formParam("csrf-token", theirs)
                .post("/theme")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/xml"})
    void whatIsNoFormDoesNotSlipPastTheToken(String type) {
        given().contentType(type).body("theme=dark").post("/theme").then().statusCode(415);
    }

    @Test
    void aTokenIsGoodForAllTabs() {
        var first = given().get("/test/page");
        var token = first.cookie("csrf-token");

        given().cookie("csrf-token", token).get("/test/page");

        given().cookie("csrf-token", token)
                .formParam("csrf-token", token)
                .formParam("theme", "dark")
                .redirects()
                .follow(false)
                .post("/theme")
                .then()
                .statusCode(303);
    }

    @Test
    void theTokenIsHiddenFromScriptsAndOtherSites() {
        var cookie = given().get("/test/page").header("Set-Cookie");

        assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }

    private static Map<String, String> policy(String header) {
        return Arrays.stream(header.split("; "))
                .map(directive -> directive.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }
}

package org.nabla.web.trouble;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ErrorPagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest(name = "{0} {1} is a page with {2}: {4}")
    @CsvSource(textBlock = """
            GET,  /no-such-page,        404, There is no such page,       unknown address
            GET,  /assets/no.css,       404, There is no such page,       unknown file
            GET,  /practice/no/such/,   404, There is no such page,       unknown below a known one
            GET,  /theme,               405, This address is not a page,  a form's address
            POST, /theme,               400, This could not be read,      no token
            GET,  /test/broken,         500, Something broke on our side, an exception
            GET,  /test/broken/refused, 404, There is no such exercise,   words of the feature
            """)
    void aBrowserGetsAPageThatSaysWhatToDo(String method, String path, int status, String title, String why) {
        given().accept(BROWSER)
                .when()
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType(startsWith("text/html"))
                .body("html.body.main.div.h1", equalTo(title))
                .body("html.body.main.div.p.findAll { it.@class == 'actions' }.a.size()", equalTo(2));
    }

    @Test
    void nothingOfTheInsideIsShown() {
        given().accept(BROWSER)
                .get("/test/broken")
                .then()
                .body(not(containsString(BrokenResource.SECRET)))
                .body(not(containsString("Exception")));
    }

    @Test
    void aProgramGetsAProblem() {
        given().accept("application/json")
                .get("/api/v1/no-such-thing")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .body("title", equalTo("There is no such page"))
                .body("status", equalTo(404))
                .body("detail", not(equalTo("")));
    }

    @Test
    void aScriptGetsAPieceOfAPage() {
        given().accept("*/*")
                .header("HX-Request", "true")
                .get("/test/broken")
                .then()
                .statusCode(500)
                .body(startsWith("<div class=\"errors\" role=\"alert\">"));
    }

    @Test
    void aRedirectIsNoError() {
        given().redirects()
                .follow(false)
                .get("/test/broken/redirect")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/elsewhere"));
    }

    @Test
    void tooMuchAtOnceIsRefusedInWords() {
        given().accept(BROWSER)
                .get("/skills?q=" + "x".repeat(9_000))
                .then()
                .statusCode(414)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", not(equalTo("")))
                .body("html.body.main.h1", equalTo("That is too much at once"));
        given().accept("application/json")
                .contentType("application/json")
                .body("x".repeat(3_000_000))
                .post("/api/v1/check")
                .then()
                .statusCode(413)
                .contentType(startsWith("application/problem+json"))
                .body("title", equalTo("That is too much at once"));
    }

    @ParameterizedTest(name = "a database in state {0} is answered with {1}: {2}")
    @CsvSource({
        "08006, 503, Back in a moment",
        "57P01, 503, Back in a moment",
        "57P03, 503, Back in a moment",
        "53300, 503, Back in a moment",
        "none, 503, Back in a moment",
        "25006, 503, Back in a moment",
        "57014, 503, This takes too long just now",
        "55P03, 503, This takes too long just now",
        "53100, 503, Nothing can be kept just now",
        "23505, 500, Something broke on our side"
    })
    void anOutageIsSaidToBeOneAndEndsSoon(String state, int status, String title) {
        var page = when().get("/test/broken/database/" + state).then().statusCode(status);

        assertThat(page.extract().asString()).contains(title).doesNotContain(BrokenResource.SECRET);
        assertThat(page.extract().header("Retry-After")).isEqualTo(status == 503 ? "5" : null);
        given().accept("application/json")
                .get("/test/broken/database/" + state)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("title", equalTo(title));
    }
}

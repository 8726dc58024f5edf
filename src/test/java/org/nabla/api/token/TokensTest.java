package org.nabla.api.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.SetClock;
import org.nabla.classroom.Lesson;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class TokensTest {
    private static final String PAGE = "/account/tokens";
    private static final String PASSWORD = "correct horse battery";

    @Inject
    DataSource database;

    @Test
    void aTokenIsShownOnceAndOpensWhatWasTickedUntilItIsEnded() throws Exception {
        var bob = Browsing.teacher("Bob");
        bob.openCourse("Calculus III");
        assertThat(bob.page(PAGE).text()).contains("You have none yet");

        var secret = TestTokens.make(bob, "courses:read", "marks:read");

        assertThat(secret).matches("nabla_[A-Za-z0-9_-]{43}");
        var row = bob.page(PAGE).select(".rows li");
        assertThat(row.text()).contains("a script", "courses:read, marks:read", "never used");
        assertThat(row.select("code").text()).isEqualTo(secret.substring(0, 11) + "…");
        assertThat(bob.page(PAGE).html()).doesNotContain(secret);
        assertThat(rowsThatHold(secret.substring(6))).isZero();

        assertThat(courses(secret).jsonPath().getList("title")).containsExactly("Calculus III");
        assertThat(bob.page(PAGE).select(".rows li").text())
                .contains("last used")
                .doesNotContain("never used");
        var refused = ask(secret, "/api/v1/courses/1/learners");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope", "rosters:read");
        assertThat(refused.jsonPath().getString("detail")).contains("does not open rosters:read");

        var end = row.select("form").attr("action");
        assertThat(bob.follow(bob.post(end)).select(".notice").text()).contains("It is ended");
        assertThat(bob.follow(bob.post(end)).select(".notice").text()).contains("ended already");
        var gone = courses(secret);
        assertThat(gone.statusCode()).isEqualTo(401);
        assertThat(gone.contentType()).isEqualTo("application/problem+json");
        assertThat(gone.jsonPath().getString("detail")).contains("There is no such token");
        assertThat(gone.header("WWW-Authenticate")).contains("invalid_token");
    }

    private long rowsThatHold(String secret) throws Exception {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from api_token t where position(? in row_to_json(t)::text) > 0")) {
            query.setString(1, secret);
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void noTokenAndNoCookieAreRefusedInWords() {
        var bob = Browsing.teacher("Bob");

        var nothing = given().get("/api/v1/courses");
        assertThat(nothing.statusCode()).isEqualTo(401);
        assertThat(nothing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Nabla\"");
        assertThat(nothing.jsonPath().getString("detail")).contains("/account/tokens");
        assertThat(bob.data("/api/v1/courses").statusCode()).isEqualTo(401);
        for (var wrong : new String[] {"nabla_", "x", "nabla_" + "A".repeat(43), "nabla_" + "A".repeat(4000), "ä"}) {
            assertThat(courses(wrong).statusCode()).as(wrong).isEqualTo(401);
        }
    }

    @Test
    void aTokenRunsOutAndIsStillListed() {
        var clock = new SetClock(Instant.now());
        QuarkusMock.installMockForType(clock, Clock.class);
        var bob = Browsing.teacher("Bob");
        var secret = TestTokens.make(bob, "courses:read");

        clock.pass(Duration.ofDays(30).minusMinutes(1));
        assertThat(courses(secret).statusCode()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(2));
        assertThat(courses(secret).jsonPath().getString("detail")).contains("has run out");
        assertThat(courses(secret).statusCode()).isEqualTo(401);

        bob.signIn(bob.login(), PASSWORD);
        assertThat(bob.page(PAGE).select(".rows li").text()).contains("(has run out)", "ran out");
    }

    @Test
    void whoChangesThePasswordMayEndThem() {
        var bob = Browsing.teacher("Bob");
        assertThat(bob.page("/account").select("#programs")).isEmpty();
        var secret = TestTokens.make(bob, "courses:read");
        assertThat(bob.page("/account").select("#programs")).hasSize(1);

        bob.post("/account/password", "old", PASSWORD, "password", "another long one");
        assertThat(courses(secret).statusCode()).isEqualTo(200);
        bob.post("/account/password", "old", "another long one", "password", PASSWORD, "programs", "yes");
        assertThat(courses(secret).statusCode()).isEqualTo(401);
    }

    @Test
    void theyGoWithTheAccount() {
        var bob = Browsing.teacher("Bob");
        var secret = TestTokens.make(bob, "courses:read");

        assertThat(bob.post("/account/delete", "password", PASSWORD).statusCode())
                .isLessThan(400);

        assertThat(courses(secret).statusCode()).isEqualTo(401);
    }

    @Test
    void learnersHaveNoneAndAssistantsOnlyThoseThatRead() {
        var lesson = new Lesson();
        var ada = Browsing.signedUp("Ada");
        assertThat(ada.page("/account").text()).doesNotContain("API tokens");
        assertThat(ada.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(ada.page(PAGE).text()).contains("Tokens are for those who teach", "How to become a teacher");
        assertThat(ada.post(PAGE, "name", "x", "scope", "marks:read", "days", "30", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);

        invite(lesson, ada);

        assertThat(ada.page(PAGE).select("input[name=scope]").eachAttr("value"))
                .containsExactly("courses:read", "rosters:read", "assignments:read", "marks:read");
        var forged = ada.post(PAGE, "name", "x", "scope", "extensions:write", "days", "30", "password", PASSWORD);
        assertThat(forged.statusCode()).isEqualTo(422);
        var secret = TestTokens.all(ada);
        assertThat(courses(secret).jsonPath().getList("role")).containsExactly("assistant");

        dismiss(lesson);

        var refused = courses(secret);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("detail")).contains("may not do this any more");
        assertThat(ada.page(PAGE).select(".rows li")).hasSize(1);
        assertThat(ada.page(PAGE).select("input[name=scope]")).isEmpty();
    }

    private static void invite(Lesson lesson, Browsing assistant) {
        var link = Browsing.parse(lesson.bob.post(lesson.course + "/teachers/link", "as", "ASSISTANT"))
                .select(".secret code")
                .text();
        assertThat(assistant
                        .post("/invitations/" + link.replaceFirst(".*/", ""))
                        .statusCode())
                .isEqualTo(303);
    }

    private static void dismiss(Lesson lesson) {
        var remove = lesson.bob
                .page(lesson.course + "/teachers")
                .select("form[action$=remove]")
                .attr("action");
        assertThat(lesson.bob.post(remove).statusCode()).isEqualTo(303);
    }

    @Test
    void whatCannotBeIsSaidAndWhatWasTypedStays() {
        var bob = Browsing.teacher("Bob");

        var page = Browsing.parse(bob.post(PAGE, "name", "My <script>", "days", "30", "password", PASSWORD));
        assertThat(page.select("#scope-error").text()).contains("one of these at least");
        assertThat(page.select("#token-name").val()).isEqualTo("My <script>");

        page = Browsing.parse(bob.post(PAGE, "scope", "marks:read", "days", "366", "password", PASSWORD));
        assertThat(page.select("#token-name-error").text()).contains("Give it a name");
        assertThat(page.select("#days-error").text()).contains("a year at most");
        assertThat(page.select("[name=scope][checked]").eachAttr("value")).containsExactly("marks:read");

        var wrong = bob.post(PAGE, "name", "x", "scope", "marks:read", "days", "365", "password", "guess");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(wrong).select("#password-error").text()).contains("not your password");
        assertThat(bob.page(PAGE).select(".rows li")).isEmpty();
    }

    @Test
    void nobodyEndsTheTokenOfSomebodyElseAndThereAreTwentyAtMost() {
        var bob = Browsing.teacher("Bob");
        var eve = Browsing.teacher("Eve");
        var secret = TestTokens.make(bob, "courses:read");
        var end = bob.page(PAGE).select(".rows form").attr("action");

        assertThat(eve.follow(eve.post(end)).select(".notice").text()).contains("ended already");
        assertThat(courses(secret).statusCode()).isEqualTo(200);
        assertThat(Browsing.start().post(end).header("Location")).contains("/sign-in");

        for (var i = 1; i < 20; i++) {
            TestTokens.make(bob, "courses:read");
        }
        var one = bob.post(PAGE, "name", "x", "scope", "marks:read", "days", "30", "password", PASSWORD);
        assertThat(Browsing.parse(one).select("#token-name-error").text()).contains("You have 20 tokens");
    }

    @Test
    void aProgramThatAsksTooOftenWaits() {
        var bob = Browsing.teacher("Bob");
        var secret = TestTokens.make(bob, "courses:read");

        Response last = courses(secret);
        for (var i = 0; i < 125 && last.statusCode() == 200; i++) {
            last = given().header("Authorization", "Bearer " + secret)
                    .header("X-Forwarded-For", "10.250.1." + i)
                    .get("/api/v1/courses");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    }

    private static Response courses(String secret) {
        return ask(secret, "/api/v1/courses");
    }

    private static Response ask(String secret, String path) {
        return given().header("Authorization", "Bearer " + secret).get(path);
    }
}

package org.nabla.account.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.Browsing.newLogin;
import static org.nabla.Browsing.parse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.account.MergeRecorder;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class AccountPagesTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject
    UserRepository users;

    @Inject
    MergeRecorder merges;

    @Test
    void whoSignsUpIsSignedIn() {
        var ada = Browsing.start();

        assertThat(ada.signUp("Ada Lovelace", newLogin(), PASSWORD).statusCode())
                .isEqualTo(303);

        assertThat(ada.page("/account").select(".head-who a[href='/account']").text())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void whoOnlyLooksLeavesNoTrace() {
        var ada = Browsing.start();

        assertThat(ada.get("/test/who").asString()).isEqualTo("nobody");
        assertThat(ada.cookie(SessionCookie.NAME)).isEmpty();
    }

    @Test
    void aGuestStaysTheSameWhenTheySignUp() {
        var ada = Browsing.start();
        var guest = ada.post("/test/who").asString();
        assertThat(ada.get("/test/who").asString()).isEqualTo(guest + " guest");
        var tokenOfGuest = ada.cookie(SessionCookie.NAME);

        ada.signUp("Ada", newLogin(), PASSWORD);

        assertThat(ada.get("/test/who").asString()).isEqualTo(guest);
        assertThat(withSession(tokenOfGuest).get("/test/who").asString())
                .as("the guest's token")
                .isEqualTo("nobody");
    }

    @Test
    void whatAGuestDidGoesToTheAccountTheySignInTo() {
        var login = newLogin();
        var ada = Browsing.start();
        ada.signUp("Ada", login, PASSWORD);
        var account = new UserId(Long.parseLong(ada.get("/test/who").asString()));
        var elsewhere = Browsing.start();
        var guest = new UserId(Long.parseLong(elsewhere.post("/test/who").asString()));

        elsewhere.signIn(login, PASSWORD);

        assertThat(merges.merges()).contains(new MergeRecorder.Merge(guest, account));
        assertThat(elsewhere.get("/test/who").asString()).isEqualTo(account.toString());
        assertThat(QuarkusTransaction.requiringNew().call(() -> users.find(guest)))
                .as("the guest")
                .isEmpty();
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        var ada = Browsing.signedUp("Ada");
        var token = ada.cookie(SessionCookie.NAME);

        assertThat(ada.post("/sign-out").statusCode()).isEqualTo(303);

        assertThat(ada.cookie(SessionCookie.NAME)).isEmpty();
        assertThat(withSession(token).get("/test/who").asString()).isEqualTo("nobody");
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        var login = newLogin();
        var ada = Browsing.start();
        ada.signUp("Ada", login, PASSWORD);
        var telephone = Browsing.start();
        telephone.signIn(login, PASSWORD);
        var tokenBefore = ada.cookie(SessionCookie.NAME);

        var changed = ada.post("/account/password", "old", PASSWORD, "password", "another horse stable");

        assertThat(changed.header("Location")).endsWith("/account?saved=password");
        assertThat(telephone.get("/test/who").asString()).isEqualTo("nobody");
        assertThat(withSession(tokenBefore).get("/test/who").asString()).isEqualTo("nobody");
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
        assertThat(telephone.signIn(login, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(telephone.signIn(login, "another horse stable").statusCode()).isEqualTo(303);
    }

    @Test
    void aNewPasswordNeedsTheOldOne() {
        var ada = Browsing.signedUp("Ada");

        var answer = ada.post("/account/password", "old", "a guess of somebody", "password", "another horse stable");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parse(answer).select("#old-error").text()).isEqualTo("This is not your password of now.");
    }

    @Test
    void theSessionCookieIsClosedToScriptsAndOtherSites() {
        var cookie = Browsing.start().post("/test/who").cookieLine(SessionCookie.NAME);

        assertThat(cookie.orElseThrow().split("; ?"))
                .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                .as("over plain http")
                .doesNotContain("Secure");
    }

    @Test
    void behindAProxyWithHttpsTheSessionCookieTravelsByHttpsAlone() {
        var visitor = Browsing.start();
        visitor.get("/sign-in");
        var token = visitor.cookie("csrf-token");

        var cookie = given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.44")
                .cookie("csrf-token", token)
                .formParam("csrf-token", token)
                .post("/test/who")
                .detailedCookie(SessionCookie.NAME);

        assertThat(cookie.isSecured()).isTrue();
    }

    @Test
    void aTokenThatNobodyGaveOutIsNobody() {
        assertThat(withSession("A".repeat(43)).get("/test/who").asString()).isEqualTo("nobody");
        assertThat(withSession("x").get("/account").header("Location")).endsWith("/sign-in?next=%2Faccount");
    }

    @Test
    void anUnknownLoginIsAnsweredAsAWrongPasswordIs() {
        var login = newLogin();
        Browsing.start().signUp("Ada", login, PASSWORD);

        var wrong = Browsing.start().signIn(login, "not the password");
        var unknown = Browsing.start().signIn(login + "x", "not the password");

        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(422);
        assertThat(parse(unknown).select("#login-error").text())
                .isEqualTo(parse(wrong).select("#login-error").text())
                .contains("do not fit together");
    }

    /** Without the decoy an unknown login is answered some fifty times faster. */
    @Test
    void itTakesTheSameTimeToo() {
        var logins = IntStream.range(0, 5).mapToObj(i -> newLogin()).toList();
        logins.forEach(login -> Browsing.start().signUp("Ada", login, PASSWORD));

        var wrong = logins.stream().mapToLong(login -> nanos(login)).sorted().toArray()[2];
        var unknown =
                logins.stream().mapToLong(login -> nanos(login + "x")).sorted().toArray()[2];

        assertThat((double) unknown / wrong).isBetween(0.3, 3.0);
    }

    private static long nanos(String login) {
        var visitor = Browsing.start();
        visitor.get("/sign-in");
        var start = System.nanoTime();
        visitor.signIn(login, "not the password");
        return System.nanoTime() - start;
    }

    @Test
    void guessingMustWait() {
        var login = newLogin();
        Browsing.start().signUp("Ada", login, PASSWORD);

        var last = IntStream.range(0, 7)
                .mapToObj(i -> Browsing.start().signIn(login, "guess number " + i))
                .reduce((first, second) -> second)
                .orElseThrow();

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(parse(last).select("[role=alert]").text())
                .startsWith("There were too many attempts. Wait ")
                .endsWith("then try again.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            password,     Pass123,               short
            password,     password,              common
            password,     Football,              common in capitals
            password,     qwertyuiop,            a row of keys
            password,     11111111111,           one key
            login,        a,                     short
            login,        ada lovelace,          a space
            login,        <script>,              strange characters
            name,         '   ',                 empty
            email,        ada,                   no address
            """)
    void aFieldIsRefusedWithAMessageBesideIt(String field, String value, String why) {
        var fields = new String[] {
            "name", "Ada", "login", newLogin(), "password", PASSWORD, "email", "ada@example.org", field, value
        };

        var answer = Browsing.start().post("/sign-up", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        var box = parse(answer).select("#" + field);
        assertThat(box.attr("aria-invalid")).isEqualTo("true");
        assertThat(box.attr("aria-describedby").split(" ")).contains(field + "-error");
        assertThat(parse(answer).select("#" + field + "-error").text()).isNotEmpty();
        assertThat(parse(answer).select("[aria-invalid]")).hasSize(1);
    }

    @Test
    void whatWasTypedStaysButNotThePassword() {
        var answer = Browsing.start()
                .post("/sign-up", "name", "Ada <b>", "login", "ada lovelace", "password", "secret horse battery");

        var page = parse(answer);
        assertThat(page.select("#name").val()).isEqualTo("Ada <b>");
        assertThat(page.select("#login").val()).isEqualTo("ada lovelace");
        assertThat(page.select("#password").val()).isEmpty();
        assertThat(answer.asString()).doesNotContain("secret horse");
    }

    @Test
    void aLoginIsTheSameInCapitals() {
        var login = newLogin();
        Browsing.start().signUp("Ada", login.toUpperCase(), PASSWORD);

        assertThat(Browsing.start().signIn(login, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(parse(Browsing.start().signUp("Eve", login, PASSWORD))
                        .select("#login-error")
                        .text())
                .contains("Somebody else has this login");
    }

    @Test
    void aLongPasswordInAnyScriptCounts() {
        var login = newLogin();
        var composed = "Ångström ∇ " + "é".repeat(100);
        var decomposed = "A\u030angstro\u0308m ∇ " + "e\u0301".repeat(100);
        Browsing.start().signUp("Ada", login, composed);

        assertThat(Browsing.start().signIn(login, decomposed).statusCode()).isEqualTo(303);
        assertThat(Browsing.start().signIn(login, composed + "!").statusCode()).isEqualTo(422);
    }

    @Test
    void ofTwoWhoTakeALoginAtOnceOneGetsIt() throws Exception {
        var login = newLogin();
        Callable<Integer> signUp =
                () -> Browsing.start().signUp("Ada", login, PASSWORD).statusCode();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var first = threads.submit(signUp);
            var second = threads.submit(signUp);

            assertThat(new int[] {first.get(), second.get()}).containsExactlyInAnyOrder(303, 422);
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource(textBlock = """
            /practice/divergence/7,  /practice/divergence/7
            https://example.org,     /
            //example.org,           /
            '/\\example.org',        /
            """)
    void signingInLeadsBackButNeverToAnotherSite(String next, String expected) {
        var login = newLogin();
        Browsing.start().signUp("Ada", login, PASSWORD);

        var answer = Browsing.start().post("/sign-in", "login", login, "password", PASSWORD, "next", next);

        assertThat(answer.header("Location").replaceFirst("^http://[^/]+", "")).isEqualTo(expected);
    }

    @Test
    void theNameCanBeChanged() {
        var ada = Browsing.signedUp("Ada");

        ada.post("/account/details", "name", "Ada King", "email", "ada@example.org");

        var page = ada.page("/account");
        assertThat(page.select("#name").val()).isEqualTo("Ada King");
        assertThat(page.select("#email").val()).isEqualTo("ada@example.org");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/sign-in", "/sign-up", "/account"})
    void passwordManagersAndScreenReadersKnowEveryBox(String path) {
        var page = Browsing.signedUp("Ada").page(path);
        if (!path.equals("/account")) {
            page = Browsing.start().page(path);
        }

        for (var box : page.select("main input:not([type=hidden])")) {
            assertThat(page.select("label[for=" + box.id() + "]").text()).isNotEmpty();
            assertThat(box.attr("autocomplete")).isIn("name", "username", "email", "current-password", "new-password");
        }
        assertThat(page.select("main input[type=password]")).isNotEmpty();
    }

    private static Browsing withSession(String token) {
        var visitor = Browsing.start();
        visitor.setCookie(SessionCookie.NAME, token);
        return visitor;
    }
}

package org.nabla.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.signon.TestSignOn.landing;

import io.quarkus.test.junit.QuarkusTest;
import java.security.interfaces.ECPrivateKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.account.Telephone;
import org.nabla.lti.TestPlatform;
import org.nabla.signon.TestSignOn.Message;

/** Who comes by the sign-on of a school: let in where everything fits, and refused in words where anything does not. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SignOnTest {

    private static final String PASSWORD = "correct horse battery";

    /** One school for all that needs no other; entered when the first test asks for it. */
    private static final class School {
        static final TestSignOn SCHOOL =
                new TestSignOn().register("claim", "groups", "values", "teachers\nstaff of mathematics");
    }

    @AfterAll
    static void close() {
        School.SCHOOL.close();
    }

    private static TestSignOn school() {
        return School.SCHOOL;
    }

    private static String somebody() {
        return "somebody-" + UUID.randomUUID();
    }

    @Test
    void whoIsNewNeedsNoForm() {
        var ada = Browsing.start();
        assertThat(ada.page("/sign-in")
                        .select("a[href^=" + school().door() + "]")
                        .text())
                .contains("School");

        var back = school().come(ada, somebody());

        assertThat(landing(ada, back)).isEqualTo("/practice");
        assertThat(ada.page("/account").select("main [name=name]").val()).startsWith("Person somebody");
        assertThat(ada.get("/courses/new").statusCode()).as("a learner").isEqualTo(403);
    }

    @Test
    void whoReturnsFindsTheirAccount() {
        var subject = somebody();
        var first = Browsing.start();
        school().come(first, subject);
        var login = login(first);

        var elsewhere = Browsing.start();
        school().come(elsewhere, subject);

        assertThat(login(elsewhere)).isEqualTo(login);
    }

    @Test
    void whatAGuestDidIsKept() {
        var guest = Browsing.start();
        var exercise = "/practice/first-partial-derivative/3";
        guest.post(exercise, "submission", UUID.randomUUID().toString(), "answer-a", "1");
        var subject = somebody();
        school().come(guest, subject);

        assertThat(guest.page("/account").select("main").text()).contains("You are signed in");
        var again = Browsing.start();
        school().come(again, subject);
        assertThat(again.page("/progress").html()).contains("first-partial-derivative");
    }

    @Test
    void teachersAreTrustedByTheSignOnOfTheirInstitution() {
        var bob = Browsing.start();
        var subject = somebody();

        school().come(bob, subject, m -> m.claims.put("groups", List.of("everybody", "staff of mathematics")));

        assertThat(bob.get("/courses/new").statusCode()).isEqualTo(200);
        school().come(bob, subject, m -> m.claims.put("groups", List.of("everybody")));
        assertThat(bob.get("/courses/new").statusCode())
                .as("nothing is taken away")
                .isEqualTo(200);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("a text", "groups", "teachers", true),
                Arguments.of("a list", "groups", List.of("a", "teachers"), true),
                Arguments.of("another text", "groups", "teachers of another school", false),
                Arguments.of("other letters", "groups", "Teachers", false),
                Arguments.of("an object", "groups", Map.of("teachers", true), false),
                Arguments.of("another claim", "roles", "teachers", false),
                Arguments.of("a list in a list", "groups", List.of(List.of("teachers")), false));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("rules")
    void theRuleMakesTeachers(String what, String claim, Object said, boolean teacher) {
        var bob = Browsing.start();

        school().come(bob, somebody(), m -> m.more.put(claim, said));

        assertThat(bob.get("/courses/new").statusCode()).isEqualTo(teacher ? 200 : 403);
    }

    @Test
    void theRuleLooksIntoAClaim() {
        try (var other = new TestSignOn().register("claim", "realm_access.roles", "values", "teacher")) {
            var bob = Browsing.start();

            other.come(bob, "bob", m -> m.claims.put("realm_access", Map.of("roles", List.of("teacher"))));

            assertThat(bob.get("/courses/new").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoHadAnAccountLinksIt() {
        var ada = Browsing.signedUp("Ada");
        var subject = somebody();

        var linked = school().link(ada, subject);

        assertThat(linked.header("Location")).endsWith("/account?saved=linked");
        var elsewhere = Browsing.start();
        school().come(elsewhere, subject);
        assertThat(login(elsewhere)).isEqualTo(ada.login());
        var unlink = ada.page("/account").select("form[action$=/unlink]").attr("action");
        assertThat(ada.post(unlink).header("Location")).endsWith("/account?saved=unlinked");
        var after = Browsing.start();
        school().come(after, subject);
        assertThat(login(after)).isNotEqualTo(ada.login());
    }

    @Test
    void anAccountThatCameToBeByItGoesToTheOneOfBefore() {
        var subject = somebody();
        var fresh = Browsing.start();
        school().come(fresh, subject);
        var exercise = "/practice/first-partial-derivative/3";
        fresh.post(exercise, "submission", UUID.randomUUID().toString(), "answer-a", "1");
        var ada = Browsing.signedUp("Ada");

        school().link(ada, subject);

        assertThat(ada.page("/progress").html()).contains("first-partial-derivative");
        var elsewhere = Browsing.start();
        school().come(elsewhere, subject);
        assertThat(login(elsewhere)).isEqualTo(ada.login());
        assertThat(fresh.get("/account").statusCode()).as("it is gone").isEqualTo(303);
    }

    @Test
    void anAccountWithOtherWaysInStaysWhatItIs() {
        var subject = somebody();
        var ada = Browsing.signedUp("Ada");
        school().link(ada, subject);
        var eve = Browsing.signedUp("Eve");

        var answer = school().link(eve, subject);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Browsing.parse(answer).select("main").text()).contains("another account already");
        var elsewhere = Browsing.start();
        school().come(elsewhere, subject);
        assertThat(login(elsewhere)).isEqualTo(ada.login());
    }

    @Test
    void theOnlyWayInIsNotUnlinked() {
        var ada = Browsing.start();
        school().come(ada, somebody());
        assertThat(ada.page("/account").select("form[action$=/unlink]")).isEmpty();
        var other = Browsing.signedUp("Other");
        school().link(other, somebody());
        var address = other.page("/account").select("form[action$=/unlink]").attr("action");

        assertThat(ada.post(address).statusCode()).isEqualTo(409);
        ada.post("/account/password", "password", PASSWORD);
        assertThat(ada.post(address).statusCode()).as("of somebody else").isEqualTo(404);
        assertThat(ada.page("/account").select("form[action$=/unlink]")).hasSize(1);
    }

    @Test
    void theCodeBesideThePasswordIsAskedToo() {
        var ada = Browsing.signedUp("Ada");
        var key = Telephone.wantedBy(ada, PASSWORD);
        var subject = somebody();
        school().link(ada, subject);
        var elsewhere = Browsing.start();

        var back = school().come(elsewhere, subject);

        assertThat(back.header("Location")).contains("/sign-in/code?next=");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
        elsewhere.post("/sign-in/code", "code", Telephone.shows(key, 30), "next", "/practice");
        assertThat(login(elsewhere)).isEqualTo(ada.login());
        assertThat(school().send(school().ended(subject)).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/account").statusCode())
                .as("the session is known to be of the sign-on")
                .isEqualTo(303);
    }

    /** What is wrong with what a provider says, and what is said of it. */
    static Stream<Arguments> tampered() {
        var other = TestPlatform.newKey();
        return Stream.of(
                bad("signed with another key", "signature", m -> m.key = other.getPrivateKey()),
                bad("alg none", "not signed as the standard asks", m -> m.algorithm = "none"),
                bad("signed with the secret", "not signed as the standard asks", m -> {
                    m.algorithm = "HS256";
                    m.key = new HmacKey(new byte[64]);
                }),
                bad("an algorithm that it does not announce", "not signed as", m -> m.algorithm = "RS512"),
                bad("unknown key name", "does not show", m -> m.kid = "another"),
                bad("expired", "too old", m -> m.shift(-900, "iat", "exp")),
                bad("from the future", "clocks", m -> m.shift(300, "iat")),
                bad("without an end", "missing", m -> m.claims.remove("exp")),
                bad("without a beginning", "missing", m -> m.claims.remove("iat")),
                bad("another audience", "another site", m -> m.claims.put("aud", "another")),
                bad("for many, made for none", "another site", m -> m.claims.put("aud", List.of("nabla", "other"))),
                bad("made for another", "another site", m -> m.claims.put("azp", "another")),
                bad("another issuer", "another sign-on", m -> m.claims.put("iss", "https://evil.example.org")),
                bad("without an issuer", "from whom", m -> m.claims.remove("iss")),
                bad("another nonce", "does not belong", m -> m.claims.put("nonce", "x".repeat(43))),
                bad("no nonce", "does not belong", m -> m.claims.remove("nonce")),
                bad("a nonce that is none", "does not belong", m -> m.claims.put("nonce", List.of(1))),
                bad("no subject", "who you are", m -> m.claims.remove("sub")),
                bad("an empty subject", "who you are", m -> m.claims.put("sub", "")),
                bad("a subject that is a number", "cannot be read", m -> m.claims.put("sub", 7)),
                bad("a subject that cannot be kept", "who you are", m -> m.claims.put("sub", "a\0b")),
                bad("a subject that is too long", "who you are", m -> m.claims.put("sub", "x".repeat(256))),
                bad("a session that is too long", "letters", m -> m.claims.put("sid", "x".repeat(256))),
                bad("tokens of two sign-ins", "two tokens", m -> m.claims.put("at_hash", "another")),
                bad("two people", "two people", m -> m.more.put("sub", "another")));
    }

    private static Arguments bad(String what, String words, Consumer<Message> change) {
        return Arguments.of(what, words, change);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tampered")
    void whatIsNotRightIsRefusedInWords(String what, String words, Consumer<Message> change) {
        var visitor = Browsing.start();

        var answer = school().come(visitor, somebody(), change);

        assertRefused(visitor, answer, words);
    }

    /** What a browser brings back that it should not. */
    static Stream<Arguments> strayed() {
        return Stream.of(
                strayed("nothing", "not begun in this browser", (v, asked) -> v.get(school().door() + "/back")),
                strayed("a forged state", "not begun in this browser", (v, asked) -> {
                    var forged = new HashMap<>(asked);
                    forged.put("state", "x".repeat(43));
                    return school().back(v, forged, school().message("forged", asked));
                }),
                strayed(
                        "the state of another browser",
                        "not begun in this browser",
                        (v, asked) -> school().back(Browsing.start(), asked, school().message("stolen", asked))),
                strayed("a code of another sign-in", "status 400", (v, asked) -> {
                    var other = school().begin(Browsing.start());
                    return school().arrive(v, asked, school().codeFor(other, school().message("injected", asked)));
                }),
                strayed("a code that is none", "status 400", (v, asked) -> school().arrive(v, asked, "none")),
                strayed(
                        "no",
                        "You said no there",
                        (v, asked) -> v.get(school().door() + "/back?error=access_denied&state=" + asked.get("state")
                                + "&iss=" + school().issuer)),
                strayed(
                        "an error",
                        "itself said no",
                        (v, asked) -> v.get(school().door() + "/back?error=server_error&state=" + asked.get("state")
                                + "&iss=" + school().issuer)),
                strayed(
                        "word from another",
                        "Another sign-on",
                        (v, asked) -> v.get(school().door() + "/back?code=1&state=" + asked.get("state")
                                + "&iss=https://evil.example.org")),
                strayed(
                        "word from nobody",
                        "Another sign-on",
                        (v, asked) -> v.get(school().door() + "/back?code=1&state=" + asked.get("state"))));
    }

    private static Arguments strayed(
            String what, String words, BiFunction<Browsing, Map<String, String>, Received> back) {
        return Arguments.of(what, words, back);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("strayed")
    void whatComesBackOtherwiseIsRefusedInWords(
            String what, String words, BiFunction<Browsing, Map<String, String>, Received> back) {
        var visitor = Browsing.start();
        var asked = school().begin(visitor);

        assertRefused(visitor, back.apply(visitor, asked), words);
    }

    @Test
    void nothingIsTakenTwice() {
        var visitor = Browsing.start();
        var asked = school().begin(visitor);
        var cookies = "sign-on-" + asked.getOrDefault("state", "").substring(0, 12);
        var secret = visitor.cookie(cookies);
        var code = school().codeFor(asked, school().message(somebody(), asked));
        school().arrive(visitor, asked, code);
        visitor.setCookie(cookies, secret);

        var again = school().arrive(visitor, asked, code);

        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(Browsing.parse(again).select("main").text()).contains("used already");
    }

    @Test
    void aCodeThatWasRedeemedOpensNoOtherBrowser() {
        var ada = Browsing.start();
        var asked = school().begin(ada);
        var code = school().codeFor(asked, school().message(somebody(), asked));
        school().arrive(ada, asked, code);
        var eve = Browsing.start();

        var answer = school().arrive(eve, school().begin(eve), code);

        assertRefused(eve, answer, "status 400");
    }

    @Test
    void aProviderThatIsDownIsSaidInWords() {
        var other = new TestSignOn().register();
        var visitor = Browsing.start();
        var asked = other.begin(visitor);
        other.close();

        assertRefused(visitor, other.back(visitor, asked, other.message("ada", asked)), "could not be reached");
    }

    @Test
    void aProviderThatAnswersNonsenseIsSaidInWords() {
        try (var other = new TestSignOn().register()) {
            for (var nonsense : List.of("", "[]", "null", "{\"id_token\": 7}", "{\"id_token\": \"a.b.c\"}", "<html>")) {
                other.server.on("/token", e -> TestPlatform.json(e, 200, nonsense));
                var visitor = Browsing.start();
                var asked = other.begin(visitor);

                assertThat(other.arrive(visitor, asked, "code").statusCode())
                        .as(nonsense)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void curvesAndSecretsInAFormAreTakenToo() throws Exception {
        try (var other = new TestSignOn()) {
            var curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            other.server.on(
                    "/jwks",
                    e -> TestPlatform.json(e, 200, new JsonWebKeySet(curve).toJson(OutputControlLevel.PUBLIC_ONLY)));
            other.discovery.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
            other.discovery.remove("authorization_response_iss_parameter_supported");
            other.discovery.remove("userinfo_endpoint");
            other.register();
            var ada = Browsing.start();

            var back = other.come(ada, "ada", m -> {
                m.algorithm = "ES256";
                m.kid = null;
                m.key = (ECPrivateKey) curve.getPrivateKey();
                m.claims.put("given_name", "Ada");
                m.claims.put("family_name", "Lovelace");
            });

            assertThat(landing(ada, back)).isEqualTo("/practice");
            assertThat(ada.page("/account").select("main [name=name]").val()).isEqualTo("Ada Lovelace");
        }
    }

    @Test
    void whoSignsOutHereCanSignOutThere() {
        var ada = Browsing.start();
        school().come(ada, somebody());

        var onward = Browsing.parse(ada.post("/sign-out/with"));

        var to = TestPlatform.query(onward.expectFirst("main a.primary").attr("href"));
        assertThat(onward.expectFirst("meta[http-equiv=refresh]").attr("content"))
                .contains(school().server.root + "/end?");
        assertThat(to).containsEntry("client_id", TestSignOn.CLIENT);
        assertThat(to).containsEntry("post_logout_redirect_uri", TestPlatform.toolRoot() + "/");
        assertThat(ada.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void theProviderEndsTheSessionsOfSomebody() {
        var subject = somebody();
        var here = Browsing.start();
        var there = Browsing.start();
        school().come(here, subject);
        school().come(there, subject, m -> m.claims.put("sid", "another"));
        var bob = Browsing.start();
        school().come(bob, somebody());

        assertThat(school().send(school().ended(subject)).statusCode()).isEqualTo(200);
        assertThat(here.get("/account").statusCode()).isEqualTo(303);
        assertThat(there.get("/account").statusCode()).as("another session").isEqualTo(200);
        assertThat(bob.get("/account").statusCode()).as("somebody else").isEqualTo(200);

        var all = school().ended(subject);
        all.claims.remove("sid");
        assertThat(school().send(all).statusCode()).isEqualTo(200);
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        assertThat(school().send(all).statusCode()).as("a message counts once").isEqualTo(400);
    }

    static Stream<Arguments> badEndings() {
        var other = TestPlatform.newKey();
        return Stream.of(
                bad("signed with another key", "signature", m -> m.key = other.getPrivateKey()),
                bad("alg none", "not signed", m -> m.algorithm = "none"),
                bad("another audience", "another site", m -> m.claims.put("aud", "another")),
                bad("another issuer", "another sign-on", m -> m.claims.put("iss", "https://evil.example.org")),
                bad("too old", "too old", m -> m.shift(-900, "iat", "exp")),
                bad("without a beginning", "missing", m -> m.claims.remove("iat")),
                bad("no number", "jti", m -> m.claims.remove("jti")),
                bad("no event", "does not say that a session ended", m -> m.claims.remove("events")),
                bad("another event", "does not say", m -> m.claims.put("events", Map.of("https://other", Map.of()))),
                bad("a nonce", "of a sign-in", m -> m.claims.put("nonce", "x")),
                bad("nobody", "whose session", m -> m.claims.keySet().removeAll(List.of("sub", "sid"))),
                bad("of another kind", "another kind", m -> m.typ = "at+jwt"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badEndings")
    void aMessageThatIsNotRightEndsNothing(String what, String words, Consumer<Message> change) {
        var subject = somebody();
        var ada = Browsing.start();
        school().come(ada, subject);
        var message = school().ended(subject);
        change.accept(message);

        var answer = school().send(message);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error_description")).contains(words);
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
    }

    private static String login(Browsing visitor) {
        return visitor.page("/account").select("main .lead strong").text();
    }

    private static void assertRefused(Browsing visitor, Received answer, String words) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        assertThat(Browsing.parse(answer).select("main").text()).contains("You are not signed in", words);
        assertThat(visitor.cookie("session")).isEmpty();
    }
}

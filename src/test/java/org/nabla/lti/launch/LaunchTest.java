package org.nabla.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.Browsing.parse;
import static org.nabla.lti.TestPlatform.CLIENT;
import static org.nabla.lti.TestPlatform.INSTRUCTOR;
import static org.nabla.lti.TestPlatform.LEARNER;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.account.Telephone;
import org.nabla.lti.TestPlatform;
import org.nabla.lti.TestPlatform.Message;

/** A platform opens Nabla: what is let in and where it stands then, and everything that is not let in. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchTest {

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final Map<String, String> FRAME = Map.of("Sec-Fetch-Dest", "iframe", "Sec-Fetch-Site", "cross-site");
    private static final Map<String, String> INSIDE =
            Map.of("Sec-Fetch-Dest", "iframe", "Sec-Fetch-Site", "same-origin");

    private final TestPlatform platform = new TestPlatform();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean registered;

    /** Once, but not before the address of the site is known. */
    @BeforeEach
    void register() {
        if (!registered) {
            platform.register();
            registered = true;
        }
    }

    @AfterAll
    void stop() {
        end.countDown();
        platform.close();
    }

    private static String target() {
        return TestPlatform.toolRoot() + "/lti/launch";
    }

    private static Consumer<Message> in(String context) {
        return message -> message.body.context.id = context;
    }

    private Received launch(Browsing visitor, String subject, String role, Consumer<Message> change) {
        return platform.launch(visitor, subject, role, target(), change);
    }

    @Test
    void theBrowserBringsBackWhatThePlatformSaid() {
        var login = platform.login(Browsing.start(), target(), Map.of());

        assertThat(login)
                .containsEntry("scope", "openid")
                .containsEntry("response_type", "id_token")
                .containsEntry("response_mode", "form_post")
                .containsEntry("prompt", "none")
                .containsEntry("client_id", CLIENT)
                .containsEntry("redirect_uri", target())
                .containsEntry("login_hint", "hint ä&1")
                .containsEntry("lti_message_hint", "message + 1")
                .containsKeys("state", "nonce", "tenant");
    }

    @Test
    void aTeacherOpensACourseAndALearnerIsInIt() {
        var context = UUID.randomUUID().toString();
        var bob = Browsing.start();
        var ada = Browsing.start();

        var early = launch(ada, "early-" + context, LEARNER, in(context));
        var waits = ada.follow(early);
        var first = launch(bob, "bob-" + context, INSTRUCTOR, in(context));
        var form = bob.follow(first);
        var chosen = bob.post(
                form.select("main form").attr("action"),
                "course",
                "new",
                "title",
                form.select("#title").val(),
                "zone",
                "Europe/Vienna");
        var course = chosen.header("Location");
        var eva = Browsing.start();
        var late = launch(eva, "late-" + context, LEARNER, in(context));
        var again = launch(Browsing.start(), "bob-" + context, INSTRUCTOR, in(context));

        assertThat(waits.select("h1").text()).contains("Calculus there").contains("not ready");
        assertThat(form.select("#title").val()).isEqualTo("Calculus there");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(late.header("Location")).isEqualTo(path(course));
        assertThat(again.header("Location")).isEqualTo(path(course));
        assertThat(bob.page(path(course) + "/people").text()).contains("early-" + context, "late-" + context);
        assertThat(ada.get(path(course)).statusCode()).isEqualTo(200);
        assertThat(eva.get(path(course) + "/people").statusCode()).isEqualTo(403);
        assertThat(bob.get("/teaching").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherTeacherOfTheCourseTeachesItToo() {
        var context = UUID.randomUUID().toString();
        var course = openCourse(context);
        var cleo = Browsing.start();

        launch(
                cleo,
                "cleo-" + context,
                "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant",
                in(context));

        assertThat(cleo.get(course + "/people").statusCode()).isEqualTo(200);
    }

    @Test
    void whoTeachesSomewhereAtTheSchoolIsNoTeacherOfTheCourse() {
        var context = UUID.randomUUID().toString();
        var course = openCourse(context);
        var dan = Browsing.start();

        launch(
                dan,
                "dan-" + context,
                LEARNER,
                in(context)
                        .andThen(m -> m.body.roles.add(
                                "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor")));

        assertThat(dan.get(course).statusCode()).isEqualTo(200);
        assertThat(dan.get(course + "/people").statusCode()).isEqualTo(403);
        assertThat(dan.get("/teaching").statusCode()).isEqualTo(403);
    }

    @Test
    void aLinkOpensThePageThatItIsFor() {
        var context = UUID.randomUUID().toString();
        openCourse(context);
        var target = TestPlatform.toolRoot() + "/skills/gradient?variant=2";

        var answer = platform.launch(Browsing.start(), "ada-" + context, LEARNER, target, in(context));

        assertThat(answer.header("Location")).isEqualTo("/skills/gradient?variant=2");
    }

    @Test
    void theSameSubjectIsTheSameAccountAndAnotherIsNot() {
        var one = account(launched("ada-1"));
        var same = account(launched("ada-1"));
        var other = account(launched("ada-2"));

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void anAddressOfMailOpensNoAccount() {
        var login = Browsing.newLogin();
        var ada = Browsing.start();
        ada.post(
                "/sign-up",
                "name",
                "Ada",
                "login",
                login,
                "password",
                "correct horse battery",
                "email",
                "ada@example.org");
        var thief = Browsing.start();

        launch(thief, UUID.randomUUID().toString(), LEARNER, message -> message.body.email = "ada@example.org");

        assertThat(account(thief)).isNotEqualTo(login);
        assertThat(thief.page("/account").select("#email").val()).isEmpty();
    }

    @Test
    void somebodyUnnamedPracticesButSeesNoCourse() {
        var guest = Browsing.start();

        var practice = platform.launch(
                guest, "x", LEARNER, TestPlatform.toolRoot() + "/practice", message -> message.body.subject = null);
        var course = platform.launch(
                guest, "x", LEARNER, TestPlatform.toolRoot() + "/courses/1", message -> message.body.subject = null);

        assertThat(practice.header("Location")).isEqualTo("/practice");
        assertThat(guest.cookie("session")).isEmpty();
        assertRefused(course, "does not say who you are");
    }

    @Test
    void manyPeopleAreForOneToolWhenTheMessageSaysWhichItIsFor() {
        var good = launch(Browsing.start(), "azp", LEARNER, message -> {
            message.more.put("aud", List.of(CLIENT, "another"));
            message.more.put("azp", CLIENT);
        });

        assertThat(good.statusCode()).isEqualTo(303);
    }

    /** What is wrong with a launch, and what is said of it: beside what every tool is asked. */
    static Stream<Arguments> tampered() {
        return Stream.concat(Tampering.all().stream().map(t -> bad(t.what(), t.words(), t.change())), strange());
    }

    private static Stream<Arguments> strange() {
        return Stream.of(
                bad("no key name", "with which key", m -> m.kid = null),
                bad("signed with the public key as a secret", "not signed as the standard asks", m -> {
                    m.algorithm = AlgorithmIdentifiers.HMAC_SHA256;
                    m.key = new HmacKey(new byte[64]);
                }),
                bad(
                        "another RSA",
                        "not signed as the standard asks",
                        m -> m.algorithm = AlgorithmIdentifiers.RSA_USING_SHA512),
                bad("made for another", "another tool", m -> m.more.put("azp", "another")),
                bad("for many, and made for none", "another tool", m -> m.more.put("aud", List.of(CLIENT, "another"))),
                bad("without an end", "missing", m -> m.body.expires = null),
                bad("without a beginning", "missing", m -> m.body.issued = null),
                bad("from the future", "clocks", m -> m.body.issued += 300),
                bad("without a nonce", "does not belong", m -> m.body.nonce = null),
                bad("a nonce that is none", "does not belong", m -> m.more.put("nonce", List.of(1))),
                bad(
                        "a page of another site",
                        "another site",
                        m -> m.body.target_link_uri = "https://evil.example.org/"),
                bad(
                        "a page at something like us",
                        "another site",
                        m -> m.body.target_link_uri = target().replace("localhost", "localhost.evil.example.org")),
                bad("no page", "which page", m -> m.body.target_link_uri = null),
                bad("roles of another kind", "not of the kind", m -> m.more.put(LTI + "roles", "Instructor")),
                bad("a context of another kind", "not of the kind", m -> m.more.put(LTI + "context", List.of(7))),
                bad("a context without a name", "without saying which", m -> m.more.put(LTI + "context", Map.of())),
                bad("a name that is too long", "longer", m -> m.body.resource_link.id = "x".repeat(256)));
    }

    private static Arguments bad(String what, String words, Consumer<Message> change) {
        return Arguments.of(what, words, change);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tampered")
    void whatIsNotRightIsRefusedInWords(String what, String words, Consumer<Message> change) {
        var visitor = Browsing.start();

        var answer = launch(visitor, "tampered", LEARNER, change);

        assertRefused(answer, words);
        assertThat(visitor.cookie("session")).isEmpty();
    }

    @Test
    void aMessageOpensOnce() {
        var visitor = Browsing.start();
        var message = platform.message("replay", LEARNER, target(), platform.login(visitor, target(), Map.of()));
        var cookies = new LinkedHashMap<String, String>();
        cookies.put(cookieOf(message), visitor.cookie(cookieOf(message)));

        var first = TestPlatform.send(visitor, message);
        cookies.forEach(visitor::setCookie);
        var second = TestPlatform.send(visitor, message);
        var fresh = platform.login(visitor, target(), Map.of());
        message.state = fresh.getOrDefault("state", "");
        var third = TestPlatform.send(visitor, message);

        assertThat(first.statusCode()).isEqualTo(303);
        assertRefused(second, "used already");
        assertRefused(third, "does not belong");
    }

    @Test
    void aMessageOpensOnlyInTheBrowserThatAskedForIt() {
        var ada = Browsing.start();
        var message = platform.message("stolen", LEARNER, target(), platform.login(ada, target(), Map.of()));
        var thief = Browsing.start();
        var blind = Browsing.start();
        thief.setCookie(cookieOf(message), "y".repeat(43));

        var stolen = TestPlatform.send(thief, message);
        var without = TestPlatform.send(blind, message);

        assertRefused(stolen, "not begun in this browser");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(parse(without).select("main a.primary").attr("href")).startsWith("/lti/login?iss=");
        assertThat(blind.cookie("session")).isEmpty();
        assertThat(TestPlatform.send(ada, message).statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsNoMessageIsRefusedInWords() {
        for (var token : List.of("", "a.b", "a.b.c", "é".repeat(10), "a.b.c.d.e", "x".repeat(90_000))) {
            var visitor = Browsing.start();
            var login = platform.login(visitor, target(), Map.of());
            var answer = visitor.fromElsewhere(
                    "/lti/launch", Map.of("id_token", token, "state", login.getOrDefault("state", "")), Map.of());
            assertRefused(answer, "no signed message");
        }
    }

    @Test
    void aPlatformThatSaysNoIsRepeated() {
        var visitor = Browsing.start();
        var login = platform.login(visitor, target(), Map.of());

        var answer = visitor.fromElsewhere(
                "/lti/launch", Map.of("error", "login_required", "state", login.getOrDefault("state", "")), Map.of());

        assertRefused(answer, "said no");
    }

    @Test
    void aLoginNeedsWhatTheStandardAsksFor() {
        var whole = Map.of("iss", platform.issuer, "login_hint", "1", "target_link_uri", target());
        for (var missing : whole.keySet()) {
            var some = new LinkedHashMap<>(whole);
            some.remove(missing);
            assertThat(Browsing.start()
                            .fromElsewhere("/lti/login", some, Map.of())
                            .statusCode())
                    .as(missing)
                    .isEqualTo(400);
        }
        var unknown = new LinkedHashMap<>(whole);
        unknown.put("client_id", "another");
        assertThat(Browsing.start()
                        .fromElsewhere("/lti/login", unknown, Map.of())
                        .statusCode())
                .isEqualTo(403);
        unknown.remove("client_id");
        unknown.put("iss", "https://unknown.example.org");
        var answer = Browsing.start().fromElsewhere("/lti/login", unknown, Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(parse(answer).select("main").text()).contains("must enter it first");
    }

    /** Platforms whose keys cannot be had. */
    static Stream<Arguments> badKeys() {
        return Stream.of(
                Arguments.of("wrong JSON", "form of the standard", answer("{\"keys\": 7}")),
                Arguments.of("no JSON", "form of the standard", answer("<html>")),
                Arguments.of("huge", "too much", answer("x".repeat(70_000))),
                Arguments.of("inward", "private network", redirect("https://10.0.0.1/keys")),
                Arguments.of("to itself by number", "https://", redirect("http://127.0.0.1/keys")),
                Arguments.of("broken", "status 500", (TestPlatform.Answer) e -> TestPlatform.json(e, 500, "{}")));
    }

    private static TestPlatform.Answer answer(String text) {
        return exchange -> TestPlatform.json(exchange, 200, text);
    }

    private static TestPlatform.Answer redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badKeys")
    void aPlatformThatMeansHarmIsRefusedInWords(String what, String words, TestPlatform.Answer keys) {
        try (var bad = new TestPlatform()) {
            bad.on("/jwks", keys);
            bad.register();

            assertRefused(bad.launch(Browsing.start(), "x", LEARNER), words);
        }
    }

    @Test
    void aSlowPlatformIsNotWaitedForForever() {
        try (var slow = new TestPlatform()) {
            slow.on("/jwks", this::wait);
            slow.register();
            var began = System.nanoTime();

            assertRefused(slow.launch(Browsing.start(), "x", LEARNER), "to answer");
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began))
                    .isLessThan(20);
            assertRefused(slow.launch(Browsing.start(), "x", LEARNER), "does not show");
            assertThat(slow.calls("/jwks")).as("asked again at once").hasSize(1);
        }
    }

    private void wait(HttpExchange exchange) throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFrameHasCookiesOfItsOwnAndOnlyThePlatformMayShowIt() {
        var ada = Browsing.start();
        var login = platform.login(ada, target(), FRAME);
        var message = platform.message("framed", LEARNER, target(), login);

        var launched = ada.fromElsewhere(
                "/lti/launch", Map.of("id_token", TestPlatform.sign(message), "state", message.state), FRAME);
        var page = ada.get("/account");
        var saved = ada.post("/account/details", "name", "Ada", "email", "");

        assertThat(launched.headers("Set-Cookie"))
                .anyMatch(c -> c.startsWith("framed-session=") && c.endsWith("Secure; SameSite=None; Partitioned"));
        assertThat(ada.cookie("session")).isEmpty();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-ancestors ")
                .contains("https://platform.example.org")
                .doesNotContain("frame-ancestors 'none'");
        assertThat(saved.header("Location")).endsWith("saved=details");
        assertThat(Browsing.start().get("/account").header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void aPlatformThatStoresIsAskedToStore() {
        var ada = Browsing.start();
        var asked = ada.fromElsewhere(
                "/lti/login",
                Map.of(
                        "iss",
                        platform.issuer,
                        "login_hint",
                        "1",
                        "target_link_uri",
                        target(),
                        "lti_storage_target",
                        "_parent"),
                FRAME);
        var storing = parse(asked);
        var secret = storing.select("#lti-storing").attr("data-value");
        var login = TestPlatform.query(storing.select("#lti-next").attr("href"));
        var message = platform.message("stored", LEARNER, target(), login);
        var blind = Browsing.start();
        var fields = new LinkedHashMap<String, String>();
        fields.put("id_token", TestPlatform.sign(message));
        fields.put("state", message.state);

        var fetching = blind.fromElsewhere("/lti/launch", fields, FRAME);
        fields.put("stored", "z".repeat(43));
        var wrong = blind.fromElsewhere("/lti/launch", fields, INSIDE);
        fields.put("stored", secret);
        var keepsNothing = Browsing.start().fromElsewhere("/lti/launch", fields, INSIDE);
        var right = blind.fromElsewhere("/lti/launch", fields, INSIDE);

        assertThat(storing.select("#lti-storing").attr("data-origin")).isEqualTo(platform.root);
        assertThat(fetching.statusCode()).isEqualTo(200);
        assertThat(parse(fetching).select("#lti-fetching").attr("data-key"))
                .isEqualTo(storing.select("#lti-storing").attr("data-key"));
        assertThat(parse(fetching).text()).doesNotContain(secret);
        assertRefused(wrong, "not begun in this browser");
        assertThat(parse(keepsNothing).select("main a.primary").attr("href")).startsWith("/lti/login?iss=");
        assertThat(keepsNothing.header("Content-Security-Policy")).contains(platform.root);
        assertThat(right.statusCode()).isEqualTo(303);
    }

    @Test
    void anAccountOfBeforeIsLinkedBySigningInToIt() {
        var context = UUID.randomUUID().toString();
        var course = openCourse(context);
        var login = Browsing.newLogin();
        Browsing.start().signUp("Ada of old", login, "correct horse battery");
        var ada = Browsing.start();
        launch(ada, "link-" + context, LEARNER, in(context));
        var made = account(ada);

        var wrong = ada.post("/lti/link", "login", login, "password", "a guess of somebody");
        var linked = ada.post("/lti/link", "login", login, "password", "correct horse battery");
        var after = account(ada);
        var again = Browsing.start();
        launch(again, "link-" + context, LEARNER, in(context));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(linked.header("Location")).endsWith("/courses");
        assertThat(made).startsWith("from-elsewhere-");
        assertThat(after).isEqualTo(login);
        assertThat(account(again)).isEqualTo(login);
        assertThat(again.get(course).statusCode()).isEqualTo(200);
        assertThat(parse(ada.post("/lti/link", "login", login, "password", "correct horse battery"))
                        .select("#login-error, main .lead")
                        .text())
                .contains("nothing to link");
    }

    @Test
    void anAccountThatAsksForACodeIsNotLinkedByItsPasswordAlone() {
        var context = UUID.randomUUID().toString();
        openCourse(context);
        var login = Browsing.newLogin();
        var old = Browsing.start();
        old.signUp("Ada of old", login, "correct horse battery");
        var key = Telephone.wantedBy(old, "correct horse battery");
        var ada = Browsing.start();
        launch(ada, "code-" + context, LEARNER, in(context));

        var alone = ada.post("/lti/link", "login", login, "password", "correct horse battery");
        var still = account(ada);
        var both = ada.post(
                "/lti/link", "login", login, "password", "correct horse battery", "code", Telephone.shows(key, 30));

        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(parse(alone).select("#code-error").text()).isNotEmpty();
        assertThat(still).startsWith("from-elsewhere-");
        assertThat(both.header("Location")).endsWith("/courses");
        assertThat(account(ada)).isEqualTo(login);
    }

    @Test
    void whoHasNoPasswordDeletesWithAWordAndMayChooseOne() {
        var ada = launched(UUID.randomUUID().toString());
        var login = account(ada);

        var chosen = ada.post("/account/password", "password", "correct horse battery");
        var entered = Browsing.start().signIn(login, "correct horse battery");
        var eva = launched(UUID.randomUUID().toString());
        var unsure = eva.post("/account/delete");
        var gone = eva.post("/account/delete", "sure", "yes");

        assertThat(chosen.header("Location")).endsWith("saved=password");
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(gone.header("Location")).endsWith("/account/deleted");
    }

    private Browsing launched(String subject) {
        var visitor = Browsing.start();
        assertThat(launch(visitor, subject, LEARNER, message -> {}).statusCode())
                .isEqualTo(303);
        return visitor;
    }

    private String openCourse(String context) {
        var bob = Browsing.start();
        var form = bob.follow(launch(bob, "owner-" + context, INSTRUCTOR, in(context)));
        return path(bob.post(
                        form.select("main form").attr("action"),
                        "course",
                        "new",
                        "title",
                        "Calculus",
                        "zone",
                        "Europe/Vienna")
                .header("Location"));
    }

    private static String account(Browsing visitor) {
        return visitor.page("/account").select("main .lead strong").text();
    }

    private static String cookieOf(Message message) {
        return "lti-" + message.state.substring(0, 12);
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private static void assertRefused(Received answer, String words) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(parse(answer).select("main").text()).contains(words);
    }
}

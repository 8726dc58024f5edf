package org.nabla.lti.deeplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.Browsing.parse;
import static org.nabla.lti.TestPlatform.INSTRUCTOR;
import static org.nabla.lti.TestPlatform.LEARNER;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;
import org.nabla.lti.TestPlatform;
import org.nabla.lti.TestPlatform.Message;
import org.tsugi.lti13.objects.DeepLink;

/** A teacher in a platform picks links. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class DeepLinkTest {

    private static final String DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private final TestPlatform platform = new TestPlatform();
    private final String context = UUID.randomUUID().toString();
    private final Browsing bob = Browsing.start();

    @BeforeEach
    void register() {
        platform.register();
    }

    @AfterEach
    void end() {
        platform.close();
    }

    private Received ask(Browsing who, String role, Consumer<Message> change) {
        return platform.launch(who, "bob-" + context, role, TestPlatform.toolRoot() + "/lti/launch", message -> {
            message.body.context.id = context;
            message.body.resource_link = null;
            message.asksForLinks(platform.root + "/back?a=b");
            message.body.deep_link.accept_types = List.of("link", DeepLink.ACCEPT_TYPE_LTILINK);
            message.body.deep_link.accept_presentation_document_targets = List.of("iframe", "window");
            message.body.deep_link.accept_multiple = true;
            message.body.deep_link.data = "csrf: ä {}";
            change.accept(message);
        });
    }

    /** The page on which links are picked, in a course that is opened on the way. */
    private String begin(Consumer<Message> change) {
        var first = bob.follow(ask(bob, INSTRUCTOR, change));
        var opened = bob.post(
                first.select("main form").attr("action"),
                "course",
                "new",
                "title",
                "T",
                "zone",
                "UTC",
                "next",
                first.select("[name=next]").val());
        return path(opened.header("Location"));
    }

    private JwtClaims read(Received answer) throws Exception {
        var message = parse(answer).select("[name=JWT]").val();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(
                        new JsonWebKeySet(bob.data("/lti/jwks").asString()).getJsonWebKeys()))
                .setExpectedIssuer(TestPlatform.CLIENT)
                .setExpectedAudience(platform.issuer)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .build()
                .processToClaims(message);
    }

    private String assignment(String course) {
        Lesson.assignOne(bob, course);
        return course + "/assignments/1";
    }

    /** A form may send one name several times. */
    private Received pick(String page, String... what) {
        var fields = Arrays.stream(what).flatMap(w -> Stream.of("what", w)).toArray(String[]::new);
        return bob.postAll(page, fields);
    }

    @Test
    void severalLinksGoBackSigned() throws Exception {
        var page = begin(message -> {});
        var course = bob.page(page).select(".where a").attr("href");
        var assignment = assignment(course);

        var answer = pick(page, "a1", "sDF17");
        var claims = read(answer);

        var form = parse(answer).select("form[data-send-at-once]");
        assertThat(form.attr("action")).isEqualTo(platform.root + "/back?a=b");
        assertThat(answer.header("Content-Security-Policy")).contains("form-action 'self' " + platform.root);
        assertThat(claims.getClaimsMap())
                .containsEntry(LTI + "message_type", "LtiDeepLinkingResponse")
                .containsEntry(LTI + "version", "1.3.0")
                .containsEntry(LTI + "deployment_id", TestPlatform.DEPLOYMENT)
                .containsEntry(DEEP + "data", "csrf: ä {}")
                .containsKey("nonce");
        var items = (List<?>) claims.getClaimValue(DEEP + "content_items");
        assertThat(items).hasSize(2);
        assertThat((Map<?, ?>) items.get(0)).satisfies(item -> {
            assertThat(item.get("type")).isEqualTo("ltiResourceLink");
            assertThat(item.get("title")).isEqualTo("Week 3");
            assertThat(item.get("url")).isEqualTo(TestPlatform.toolRoot() + assignment);
            assertThat(String.valueOf(item.get("lineItem"))).contains("resourceId=nabla-");
        });
        assertThat(String.valueOf(((Map<?, ?>) items.get(1)).get("url")))
                .startsWith(TestPlatform.toolRoot() + "/skills/");
        assertThat(((Map<?, ?>) items.get(1)).get("lineItem")).isNull();
        assertThat(pick(page, "a1").statusCode()).as("a second time").isEqualTo(404);
    }

    @Test
    void aPlatformThatTakesOneLinkGetsOne() throws Exception {
        var page = begin(message -> message.body.deep_link.accept_multiple = false);

        assertThat(bob.page(page).select("input[type=checkbox]")).isEmpty();
        var two = pick(page, "sDF17", "sDF02");
        var none = pick(page, "sNothing");
        var one = pick(page, "sDF17");

        assertThat(two.statusCode()).isEqualTo(422);
        assertThat(parse(two).select("[role=alert]").text()).contains("only one");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat((List<?>) read(one).getClaimValue(DEEP + "content_items")).hasSize(1);
    }

    @Test
    void nobodyElsePicks() {
        var page = begin(message -> {});

        assertThat(Browsing.signedUp("Eva").get(page).statusCode()).isEqualTo(404);
        assertThat(bob.get("/lti/deeplink/" + "x".repeat(43)).statusCode()).isEqualTo(404);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("no settings", (Consumer<Message>) m -> m.body.deep_link = null),
                Arguments.of("no links", (Consumer<Message>) m -> m.body.deep_link.accept_types = List.of("file")),
                Arguments.of("no targets", (Consumer<Message>)
                        m -> m.body.deep_link.accept_presentation_document_targets = null),
                Arguments.of("no way back", (Consumer<Message>) m -> m.body.deep_link.deep_link_return_url = null),
                Arguments.of("a script as way back", (Consumer<Message>)
                        m -> m.body.deep_link.deep_link_return_url = "javascript:alert(1)"),
                Arguments.of("no course", (Consumer<Message>) m -> m.body.context = null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aWishThatIsNotWholeIsRefused(String what, Consumer<Message> change) {
        var answer = ask(Browsing.start(), INSTRUCTOR, change);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(parse(answer).select("h1").text()).contains("could not be opened");
    }

    @Test
    void aLearnerPutsNoLinks() {
        assertThat(parse(ask(Browsing.start(), LEARNER, m -> {})).select("main").text())
                .contains("Only a teacher");
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}

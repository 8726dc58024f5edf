package org.nabla.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.Browsing;
import org.nabla.lti.TestPlatform;

/** Where whoever runs the site enters the sign-on of a school: mistakes get words, and the secret is never shown. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ProviderPagesTest {

    /** What is wrong with what a provider says of itself, and what is said of it. */
    static Stream<Arguments> descriptions() {
        return Stream.of(
                bad(
                        "another issuer",
                        "https://other.example.org",
                        s -> s.discovery.put("issuer", "https://other.example.org")),
                bad("no issuer", "does not say which issuer", s -> s.discovery.remove("issuer")),
                bad("no code flow", "code flow", s -> s.discovery.put("response_types_supported", List.of("id_token"))),
                bad(
                        "shared secrets alone",
                        "signs in no way",
                        s -> s.discovery.put("id_token_signing_alg_values_supported", List.of("HS256", "none"))),
                bad("no tokens", "token_endpoint", s -> s.discovery.remove("token_endpoint")),
                bad("no keys", "jwks_uri", s -> s.discovery.remove("jwks_uri")),
                bad("no https", "https://", s -> s.discovery.put("token_endpoint", "http://example.org/token")),
                bad("nothing there", "status 404", s -> s.describe(404, () -> "{}")),
                bad("no description", "no description", s -> s.describe(200, () -> "<html>")),
                bad("too much", "too much", s -> s.describe(200, () -> " ".repeat(70_000))),
                bad("down", "could not be reached", TestSignOn::close));
    }

    private static Arguments bad(String what, String words, Consumer<TestSignOn> change) {
        return Arguments.of(what, words, change);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("descriptions")
    void aDescriptionThatIsOfNoUseIsRefusedInWords(String what, String words, Consumer<TestSignOn> change) {
        try (var school = new TestSignOn()) {
            change.accept(school);

            var answer = school.enter(Browsing.operator(), "label", "What I typed");

            var page = Browsing.parse(answer);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(page.select("#issuer-error").text()).contains(words);
            assertThat(page.select("[name=label]").val()).isEqualTo("What I typed");
            assertThat(page.select("[name=slug]").val()).isEqualTo(school.slug());
        }
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("label", "", "label"),
                Arguments.of("issuer", "login.example.org", "issuer"),
                Arguments.of("issuer", "https://10.0.0.1/", "issuer"),
                Arguments.of("client", "", "client"),
                Arguments.of("scopes", "profile", "scopes"),
                Arguments.of("scopes", "openid \"", "scopes"),
                Arguments.of("claim", "groups", "values"),
                Arguments.of("values", "teachers", "values"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("forms")
    void aFormThatIsNotCompleteIsRefusedInWords(String field, String typed, String wrong) {
        try (var school = new TestSignOn()) {
            var answer = school.enter(Browsing.operator(), field, typed);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Browsing.parse(answer).select("#" + wrong + "-error").text())
                    .isNotEmpty();
        }
    }

    @Test
    void theSecretIsNeverShownAndKeptWhereNoneIsTyped() {
        try (var school = new TestSignOn().register()) {
            var operator = Browsing.operator();
            var address = operator.page("/operator/sign-on")
                    .select("li:contains(" + school.issuer + ") a")
                    .attr("href");
            var page = operator.page(address);
            assertThat(page.html()).doesNotContain("a secret");
            assertThat(page.select("code").eachText())
                    .contains(
                            TestPlatform.toolRoot() + school.door() + "/back",
                            TestPlatform.toolRoot() + school.door() + "/ended",
                            TestPlatform.toolRoot() + "/");

            var changed = operator.post(
                    address,
                    "label",
                    "Another name",
                    "issuer",
                    school.issuer,
                    "client",
                    TestSignOn.CLIENT,
                    "scopes",
                    "openid");

            assertThat(changed.statusCode()).isEqualTo(303);
            var ada = Browsing.start();
            assertThat(ada.page("/sign-in")
                            .select("a[href^=" + school.door() + "]")
                            .text())
                    .isEqualTo("Another name");
            assertThat(TestSignOn.landing(ada, school.come(ada, "ada"))).isEqualTo("/practice");
            assertThat(operator.post(address + "/remove").statusCode()).isEqualTo(303);
            assertThat(Browsing.start().get(school.door()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void oneClientIsEnteredOnce() {
        try (var school = new TestSignOn().register()) {
            var answer = school.enter(Browsing.operator());

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Browsing.parse(answer).select("#client-error").text()).contains("entered already");
        }
    }
}

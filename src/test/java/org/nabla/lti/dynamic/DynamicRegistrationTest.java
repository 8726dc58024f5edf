package org.nabla.lti.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.Browsing.parse;
import static org.nabla.lti.TestPlatform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.Browsing;
import org.nabla.lti.TestPlatform;

/** A platform and Nabla register each other, where whoever runs Nabla says yes. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class DynamicRegistrationTest {

    private final TestPlatform platform = new TestPlatform();
    private Browsing operator = Browsing.start();

    @Inject
    ObjectMapper mapper;

    /** Only now the address of the site is known. */
    @BeforeEach
    void signIn() {
        operator = Browsing.operator();
    }

    @AfterEach
    void end() {
        platform.close();
    }

    private String configuration() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "registration_endpoint": "%1$s/register-tool",
                 "https://purl.imsglobal.org/spec/lti-platform-configuration": {"product_family_code": "moodle"}}""".formatted(platform.root);
    }

    private String ask() {
        return "/lti/register?openid_configuration=" + platform.root + "/.well-known&registration_token=secret-1";
    }

    @Test
    void bothTellEachOtherTheirAddresses() throws Exception {
        platform.on("/.well-known", e -> json(e, 200, configuration()));
        platform.on(
                "/register-tool",
                e -> json(
                        e,
                        201,
                        "{\"client_id\": \"made-1\", \"https://purl.imsglobal.org/spec/lti-tool-configuration\":"
                                + " {\"deployment_id\": \"7\"}}"));

        var page = operator.page(ask());
        var done = operator.post(
                "/lti/register",
                "configuration",
                page.select("[name=configuration]").val(),
                "token",
                page.select("[name=token]").val());

        assertThat(page.select(".lead").text()).contains(platform.root).contains("moodle");
        assertThat(parse(done).select("h1").text()).contains("is registered");
        var call = platform.calls("/register-tool").get(0);
        assertThat(call.headers()).containsEntry("authorization", "Bearer secret-1");
        var wish = mapper.readTree(call.body());
        assertThat(wish.path("initiate_login_uri").asText()).isEqualTo(TestPlatform.toolRoot() + "/lti/login");
        assertThat(wish.path("redirect_uris").get(0).asText()).isEqualTo(TestPlatform.toolRoot() + "/lti/launch");
        assertThat(wish.path("jwks_uri").asText()).isEqualTo(TestPlatform.toolRoot() + "/lti/jwks");
        assertThat(wish.path("token_endpoint_auth_method").asText()).isEqualTo("private_key_jwt");
        var link = operator.page("/operator/platforms")
                .select("li:contains(" + platform.root + ") a")
                .attr("href");
        assertThat(operator.page(link).select("#client").val()).isEqualTo("made-1");
        assertThat(operator.page(link).select("#deployments").text()).isEqualTo("7");
        assertThat(operator.post("/lti/register", "configuration", platform.root + "/.well-known")
                        .statusCode())
                .as("a second time")
                .isEqualTo(400);
    }

    @Test
    void onlyWhoeverRunsTheSiteSaysYes() {
        platform.on("/.well-known", e -> json(e, 200, configuration()));

        var nobody = Browsing.start().get(ask());
        var teacher = Browsing.teacher("Bob").get(ask());

        assertThat(nobody.header("Location")).contains("/sign-in?next=");
        assertThat(teacher.statusCode()).isEqualTo(404);
        assertThat(platform.calls("/.well-known")).isEmpty();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("{}", "is missing"),
                Arguments.of("<html>", "cannot be read"),
                Arguments.of(
                        "{\"issuer\": \"https://other.example.org\", \"authorization_endpoint\": \"x\", \"token_endpoint\":"
                                + " \"x\", \"jwks_uri\": \"x\", \"registration_endpoint\": \"x\"}",
                        "lies elsewhere"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bad")
    void anOfferThatIsNotWholeIsRefusedInWords(String text, String words) {
        platform.on("/.well-known", e -> json(e, 200, text));

        var answer = operator.get(ask());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(parse(answer).select("main").text()).contains(words);
    }
}

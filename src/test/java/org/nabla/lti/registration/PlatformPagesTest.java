package org.nabla.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.Browsing.parse;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;

/** Whoever runs the site enters platforms, and changes the keys. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class PlatformPagesTest {

    private static final String PAGE = "/operator/platforms";

    private Browsing operator = Browsing.start();

    /** Only now the address of the site is known. */
    @BeforeEach
    void signIn() {
        operator = Browsing.operator();
    }

    private static Map<String, String> good() {
        var form = new LinkedHashMap<String, String>();
        form.put("name", "Canvas of our school");
        form.put("issuer", "https://canvas.example.org/" + UUID.randomUUID());
        form.put("client", "10000000000001");
        form.put("authorization", "https://sso.example.org/authorize");
        form.put("token", "https://sso.example.org/token");
        form.put("jwks", "https://sso.example.org/jwks");
        form.put("deployments", "1:abc\n2:def\n\n1:abc");
        form.put("frames", "");
        return form;
    }

    private static String[] fields(Map<String, String> form) {
        var fields = new ArrayList<String>();
        form.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return fields.toArray(String[]::new);
    }

    @Test
    void aPlatformIsEnteredChangedAndRemoved() {
        var form = good();

        var added = operator.post(PAGE, fields(form));
        var link = operator.page(PAGE)
                .select("li:contains(" + form.get("issuer") + ") a")
                .attr("href");
        var page = operator.page(link);
        form.put("name", "Another name");
        form.put("frames", "https://a.example.org/path\nhttps://b.example.org");
        var changed = operator.post(link, fields(form));
        var after = operator.page(link);
        var removed = operator.post(link + "/remove");

        assertThat(added.header("Location")).endsWith(PAGE + "?done=added");
        assertThat(page.select("#deployments").text()).isEqualTo("1:abc\n2:def");
        assertThat(page.select("#frames").text()).isEqualTo("https://canvas.example.org\nhttps://sso.example.org");
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(after.select("h1").text()).isEqualTo("Another name");
        assertThat(after.select("#frames").text()).isEqualTo("https://a.example.org\nhttps://b.example.org");
        assertThat(removed.statusCode()).isEqualTo(303);
        assertThat(operator.get(link).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "name, ''",
        "issuer, ''",
        "client, ''",
        "authorization, http://sso.example.org/authorize",
        "authorization, javascript:alert(1)",
        "token, sso.example.org",
        "jwks, ''",
        "jwks, https://user:secret@sso.example.org/",
        "frames, https://a.example.org; script-src *",
        "frames, http://a.example.org",
    })
    void aBadFieldIsSaidAndNothingTypedIsLost(String field, String typed) {
        var form = good();
        form.put(field, typed);

        var answer = operator.post(PAGE, fields(form));

        assertThat(answer.statusCode()).isEqualTo(422);
        var page = parse(answer);
        assertThat(page.select("#" + field + "-error").text()).isNotEmpty();
        assertThat(page.select(".error")).hasSize(1);
        assertThat(page.select("[name=" + field + "]").val()).isEqualTo(typed);
        assertThat(page.select("[name=deployments]").val()).contains("1:abc");
    }

    @Test
    void anIssuerHasManyClientsButEachOnce() {
        var form = good();
        operator.post(PAGE, fields(form));

        var again = operator.post(PAGE, fields(form));
        form.put("client", "another");
        var other = operator.post(PAGE, fields(form));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(parse(again).select("#client-error").text()).contains("already");
        assertThat(other.statusCode()).isEqualTo(303);
    }

    @Test
    void theAddressesToCopyAreThoseOfThisSite() {
        var page = operator.page(PAGE);

        assertThat(page.select("details summary").eachText())
                .containsExactly("Canvas", "Moodle", "Blackboard", "Brightspace", "Sakai", "Open edX");
        var own = page.select("table").get(0).select("code").eachText();
        assertThat(own)
                .hasSize(4)
                .allMatch(address -> address.matches("http://localhost:\\d+/lti/(login|launch|jwks|register)"));
        page.select("details")
                .forEach(guide ->
                        assertThat(guide.select("table").get(0).text()).contains(own.get(0), own.get(1), own.get(2)));
    }

    @Test
    void theNextKeyIsKnownBeforeItSigns() throws JoseException {
        var before = kids();
        operator.post(PAGE + "/keys");
        var after = kids();

        assertThat(before).hasSize(2);
        assertThat(after).hasSize(2).contains(before.get(1)).doesNotContain(before.get(0));
    }

    @Test
    void theKeysAreReadWithoutTheirSecrets() {
        var answer = Browsing.start().data("/lti/jwks");

        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getList("keys.d")).containsOnlyNulls();
        assertThat(answer.jsonPath().getList("keys.alg")).containsOnly("RS256");
    }

    private static List<String> kids() throws JoseException {
        return new JsonWebKeySet(Browsing.start().data("/lti/jwks").asString())
                .getJsonWebKeys().stream()
                        .map(key -> String.valueOf(key.getKeyId()))
                        .toList();
    }
}

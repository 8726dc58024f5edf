package org.nabla.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.nabla.Browsing;

/** The certified {@code oidc-provider}, run by Node on this machine and entered here. */
final class CertifiedProvider implements AutoCloseable {

    private static final String MISSING =
            "NO OIDC-PROVIDER FOUND: its tests are skipped. The build of the pages installs it; leave -Dnabla.web.skip out.";
    private static final String SECRET = "a-secret-of-tests-that-is-long-enough";

    final String issuer;
    final String door;
    private final Process process;

    CertifiedProvider() throws IOException {
        var there = Files.exists(Path.of("src/main/web/node_modules/oidc-provider"));
        if (!there) {
            System.getLogger(CertifiedProvider.class.getName()).log(System.Logger.Level.WARNING, MISSING);
            assertThat(System.getenv("CI")).as(MISSING).isNull();
        }
        assumeTrue(there, MISSING);
        var operator = Browsing.operator();
        var form = operator.page("/operator/sign-on/new");
        process = new ProcessBuilder("node", "src/test/signon/provider.mjs", client(form))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        issuer = listening();
        var slug = form.select("[name=slug]").val();
        door = "/sign-in/with/" + slug;
        var entered = operator.post(
                "/operator/sign-on",
                "slug",
                slug,
                "label",
                "Certified " + slug,
                "issuer",
                issuer,
                "client",
                "nabla",
                "secret",
                SECRET,
                "scopes",
                "openid profile groups",
                "claim",
                "groups",
                "values",
                "teachers");
        assertThat(entered.statusCode()).as(entered.body().asString()).isEqualTo(303);
    }

    /** As the page for whoever runs Nabla gives its addresses to copy. */
    private static String client(Document form) throws JsonProcessingException {
        var addresses = form.select("main td code").eachText();
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "client_id",
                        "nabla",
                        "client_secret",
                        SECRET,
                        "redirect_uris",
                        List.of(addresses.get(0)),
                        "post_logout_redirect_uris",
                        List.of(addresses.get(1)),
                        "backchannel_logout_uri",
                        addresses.get(2),
                        "backchannel_logout_session_required",
                        true));
    }

    private String listening() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("listening at ")) {
                return line.substring("listening at ".length());
            }
        }
        throw new IllegalStateException("oidc-provider ended before it listened");
    }

    @Override
    public void close() {
        process.destroy();
    }
}

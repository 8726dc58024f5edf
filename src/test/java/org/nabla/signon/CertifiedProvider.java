package org.nabla.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The certified {@code oidc-provider}, run by Node on this machine and entered here. */
final class CertifiedProvider implements AutoCloseable {

    private static final String MISSING =
            "NO OIDC-PROVIDER FOUND: its tests are skipped. The build of the pages installs it; leave -Dnabla.web.skip out.";
    private static final String SECRET = "a-secret-of-tests-that-is-long-enough";

    final String issuer;
    final String door;
    private @Nullable Process process;

    CertifiedProvider() {
        var there = Files.exists(Path.of("src/main/web/node_modules/oidc-provider"));
        if (!there) {
            System.getLogger(CertifiedProvider.class.getName()).log(System.Logger.Level.WARNING, MISSING);
            assertThat(System.getenv("CI")).as(MISSING).isNull();
        }
        assumeTrue(there, MISSING);
        var entered = EnteredProvider.enter(
                "Certified", "nabla", SECRET, "openid profile groups", "groups", "teachers", this::start);
        issuer = entered.issuer();
        door = entered.door();
    }

    private String start(List<String> addresses) {
        try {
            var client = new ObjectMapper()
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
            var started = new ProcessBuilder("node", "src/test/signon/provider.mjs", client)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process = started;
            return listening(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String listening(Process process) throws IOException {
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
        if (process != null) {
            process.destroy();
        }
    }
}

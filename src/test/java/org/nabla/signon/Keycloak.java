package org.nabla.signon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak as its makers give it out, on this machine. Its realm {@code nabla} is entered here; that one sends people on to the realm
 * {@code school}, by SAML, if they want to.
 */
final class Keycloak implements AutoCloseable {

    private static final String SECRET = "a-secret-of-tests-that-is-long-enough";

    final String issuer;
    final String door;
    private final Path home;
    private @Nullable Process process;

    /** @param home where it was unpacked */
    Keycloak(Path home) {
        this.home = home;
        var entered = EnteredProvider.enter(
                "Keycloak", "nabla", SECRET, "openid profile", "realm_access.roles", "teacher", this::start);
        issuer = entered.issuer();
        door = entered.door();
    }

    private String start(List<String> addresses) {
        try {
            forgetEarlierRealms();
            var port = freePort();
            var base = "http://localhost:" + port;
            for (var realm : List.of("nabla", "school")) {
                var text = Files.readString(Path.of("src/test/signon/keycloak", realm + ".json"))
                        .replace("SECRET", SECRET)
                        .replace("REDIRECT", addresses.get(0))
                        .replace("AFTER", addresses.get(1))
                        .replace("BACK", addresses.get(2))
                        .replace("BASE", base);
                Files.writeString(
                        Files.createDirectories(home.resolve("data/import")).resolve(realm + ".json"), text);
            }
            var started = new ProcessBuilder(
                            "sh",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--hostname=" + base,
                            "--cache=local")
                    .redirectErrorStream(true)
                    .start();
            process = started;
            listening(started);
            return base + "/realms/nabla";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A realm that is there is not imported again, and its client would have the addresses of the last run. */
    private void forgetEarlierRealms() throws IOException {
        if (Files.exists(home.resolve("data"))) {
            try (var files = Files.walk(home.resolve("data"))) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Reads on afterwards, so that its log never fills the pipe. */
    private static void listening(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var log = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            log.append(line).append('\n');
            if (line.contains("Listening on: ")) {
                var rest = new Thread(() -> readOn(lines), "keycloak's log");
                rest.setDaemon(true);
                rest.start();
                return;
            }
        }
        throw new IllegalStateException("Keycloak ended before it listened:\n" + log);
    }

    private static void readOn(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // nobody looks at it
            }
        } catch (IOException e) {
            // it was ended
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}

package org.nabla.lti.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.SimplePassword;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.lti.TestPlatform;

/**
 * A tool that the platform of the tests launches: Nabla, or one that others wrote, as a process of its own.
 *
 * @param login where its launches begin
 * @param target where its messages are sent
 * @param home a page that names whoever is signed in, and nobody else
 */
record Tool(String name, String login, String launch, String target, String home, Optional<Process> process)
        implements AutoCloseable {

    static Tool nabla() {
        var root = TestPlatform.toolRoot();
        return new Tool(
                "Nabla",
                root + "/lti/login",
                root + "/lti/launch",
                root + "/lti/launch",
                root + "/account",
                Optional.empty());
    }

    /** On Node, with the database of the tests. */
    static Tool ltijs(TestPlatform platform, AgroalDataSource database) throws IOException, SQLException {
        var process = start(List.of("node", "src/test/interop/ltijs/tool.mjs", settings(platform, database)));
        var root = listening(process);
        return new Tool("ltijs", root + "/login", root + "/", root + "/", root + "/", Optional.of(process));
    }

    /** On a Java of its own. */
    static Tool spring(TestPlatform platform) throws IOException {
        var process = start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/interop/tool.jar",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--server.error.include-message=always",
                "--spring.main.banner-mode=off",
                "--platform.issuer=" + platform.issuer,
                "--platform.client=" + TestPlatform.CLIENT,
                "--platform.authorization=" + platform.root + "/authorize?tenant=1",
                "--platform.token=" + platform.root + "/token",
                "--platform.jwks=" + platform.root + "/jwks"));
        var root = listening(process);
        return new Tool(
                "spring-security-lti13",
                root + "/lti/login_initiation/platform",
                root + "/lti/login",
                root + "/",
                root + "/",
                Optional.of(process));
    }

    private static String settings(TestPlatform platform, AgroalDataSource database)
            throws SQLException, JsonProcessingException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists ltijs with (force)");
            statement.execute("create database ltijs");
            var where = URI.create(connection.getMetaData().getURL().replaceFirst("jdbc:", ""));
            var source =
                    database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
            var password = source.credentials().stream()
                    .filter(c -> c instanceof SimplePassword)
                    .map(c -> ((SimplePassword) c).getWord())
                    .findFirst()
                    .orElse("");
            return new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "platform",
                            Map.of(
                                    "issuer",
                                    platform.issuer,
                                    "client",
                                    TestPlatform.CLIENT,
                                    "authorization",
                                    platform.root + "/authorize?tenant=1",
                                    "token",
                                    platform.root + "/token",
                                    "jwks",
                                    platform.root + "/jwks"),
                            "database",
                            Map.of(
                                    "host",
                                    where.getHost(),
                                    "port",
                                    where.getPort(),
                                    "name",
                                    "ltijs",
                                    "user",
                                    source.principal().getName(),
                                    "password",
                                    password)));
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String listening(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("listening at ")) {
                drain(lines);
                return line.substring("listening at ".length());
            }
        }
        throw new IllegalStateException("the tool ended before it listened");
    }

    /** What it writes from now on is of no use, but must not fill the pipe. */
    private static void drain(BufferedReader lines) {
        var drain = new Thread(
                () -> {
                    try {
                        lines.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // it has ended
                    }
                },
                "output of a tool");
        drain.setDaemon(true);
        drain.start();
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroy);
    }
}

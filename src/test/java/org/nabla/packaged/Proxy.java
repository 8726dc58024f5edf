package org.nabla.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real proxy before two instances, with the settings of the documentation. */
final class Proxy implements AutoCloseable {
    private final Process process;
    private final int port;

    private Proxy(List<String> command, int port, Path folder) throws IOException {
        this.port = port;
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.log").toFile())
                .start();
        for (int i = 0; i < 600; i++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        throw new IllegalStateException("the proxy does not start:\n" + Files.readString(folder.resolve("proxy.log")));
    }

    /** Where Debian has it; empty where it is not installed. */
    static Optional<Path> program(String name) {
        return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/bin/")
                .map(folder -> Path.of(folder + name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Whether it is a Caddy before 2.11.2, as Debian's is: that closes the body of what an instance refuses, and cannot send it to
     * another one.
     *
     * @see <a href="https://github.com/caddyserver/caddy/pull/7547">Caddy, pull request 7547</a>
     */
    static boolean closesBodies(String name) {
        if (!name.equals("caddy")) {
            return false;
        }
        try {
            var asked = new ProcessBuilder(program(name).orElseThrow().toString(), "version").start();
            var numbers = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replaceFirst("^v", "")
                    .split("[ .-]");
            return Arrays.compare(
                            Arrays.stream(numbers)
                                    .limit(3)
                                    .mapToInt(Integer::parseInt)
                                    .toArray(),
                            new int[] {2, 11, 2})
                    < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As in docs/scale.md, but for the ports. */
    static Proxy haproxy(Path folder, PackagedInstance first, PackagedInstance second) throws IOException {
        int port = PackagedInstance.freePort();
        var settings = Blocks.of(Path.of("docs", "scale.md"), "haproxy")
                .replace("bind :80", "bind 127.0.0.1:" + port)
                .replace("one:8080", "127.0.0.1:" + first.port())
                .replace("two:8080", "127.0.0.1:" + second.port());
        settings = portOfHealth(settings, "one", first);
        settings = portOfHealth(settings, "two", second);
        var file = Files.writeString(folder.resolve("haproxy.cfg"), settings);
        return new Proxy(
                List.of(program("haproxy").orElseThrow().toString(), "-db", "-f", file.toString()), port, folder);
    }

    private static String portOfHealth(String settings, String name, PackagedInstance instance) {
        return settings.lines()
                .map(line -> line.strip().startsWith("server " + name + " ")
                        ? line.replace("port 9000", "port " + instance.management())
                        : line)
                .reduce("", (all, line) -> all + line + "\n");
    }

    /** As in the compose file, but for the name of the site and where the instances are found: there by the name of their service. */
    static Proxy caddy(Path folder, PackagedInstance first, PackagedInstance second) throws IOException {
        int port = PackagedInstance.freePort();
        var settings = "{\nadmin off\nauto_https off\n}\n"
                + Blocks.of(Path.of("docker-compose.yml"), "reverse_proxy")
                        .replaceFirst(
                                "(?s)dynamic a application 8080 \\{.*?\\}",
                                "to 127.0.0.1:" + first.port() + " 127.0.0.1:" + second.port())
                        .replace("{$$NABLA_DOMAIN}", "http://127.0.0.1:" + port);
        var file = Files.writeString(folder.resolve("Caddyfile"), settings);
        return new Proxy(
                List.of(
                        program("caddy").orElseThrow().toString(),
                        "run",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        file.toString()),
                port,
                folder);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package org.nabla.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server of mail on this machine that answers something else to one command. */
public final class RefusingServer implements AutoCloseable {
    private final ServerSocket door;
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();

    /** @param command four letters, as {@code RCPT} @param answer with its number */
    public RefusingServer(String command, String answer) {
        try {
            door = new ServerSocket(MailServer.port(), 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(() -> {
            while (!door.isClosed()) {
                var visitor = door.accept();
                visitors.add(visitor);
                start(() -> {
                    try (visitor) {
                        talk(visitor, command, answer);
                    }
                });
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The visitor hung up, or it is over.
                    }
                },
                "refusing server of mail");
        thread.setDaemon(true);
        thread.start();
    }

    private static void talk(Socket visitor, String command, String answer) throws IOException {
        var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
        say(visitor, "220 test ESMTP");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            say(visitor, verb.equals(command) ? answer : verb.equals("QUIT") ? "221 bye" : "250 ok");
            if (verb.equals("QUIT")) {
                return;
            }
        }
    }

    private static void say(Socket visitor, String line) throws IOException {
        visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        visitor.getOutputStream().flush();
    }

    /** How many connections were made. */
    public int visits() {
        return visitors.size();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var visitor : visitors) {
                visitor.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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

/** A server of mail on this machine that answers something else to one command. */
public final class RefusingServer implements AutoCloseable {
    private final ServerSocket door;

    /** @param command four letters, as {@code RCPT} @param answer with its number */
    public RefusingServer(String command, String answer) {
        try {
            door = new ServerSocket(MailServer.port(), 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(() -> serve(command, answer), "refusing server of mail");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(String command, String answer) {
        while (!door.isClosed()) {
            try (var visitor = door.accept()) {
                talk(visitor, command, answer);
            } catch (IOException e) {
                // The visitor hung up, or it is over.
            }
        }
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

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.nabla.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** A server of mail on this machine, which takes every letter. */
public final class MailServer implements AutoCloseable {
    private final GreenMail server;

    public MailServer() {
        server = new GreenMail(new ServerSetup(port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** Where the application looks for one. */
    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
    }

    /** A letter as it came. */
    public record Received(String to, String subject, String text, String html, MimeMessage message) {

        /** The path of the link below this one. @param path how it begins */
        public String link(String path) {
            var links = links(path);
            if (links.size() != 1) {
                throw new AssertionError(links.size() + " links to " + path + " in: " + text);
            }
            return links.get(0);
        }

        /** All such paths. */
        public List<String> links(String path) {
            return Pattern.compile("https://nabla\\.example\\.org(" + Pattern.quote(path) + "[A-Za-z0-9_-]+)")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        public String header(String name) {
            try {
                var values = message.getHeader(name);
                return values == null ? "" : String.join("|", values);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The letters to an address, from old to new. */
    public List<Received> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailServer::received)
                .filter(letter -> letter.to().equals(address))
                .toList();
    }

    /** The only letter to an address. */
    public Received only(String address) {
        var letters = to(address);
        if (letters.size() != 1) {
            throw new AssertionError(letters.size() + " letters to " + address);
        }
        return letters.get(0);
    }

    private static Received received(MimeMessage message) {
        try {
            return new Received(
                    String.valueOf(message.getAllRecipients()[0]),
                    message.getSubject(),
                    part(message, "text/plain").replace("\r\n", "\n"),
                    part(message, "text/html"),
                    message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    @Override
    public void close() {
        server.stop();
    }
}

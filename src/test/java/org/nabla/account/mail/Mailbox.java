package org.nabla.account.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.nabla.Browsing;
import org.nabla.mail.MailServer;

/** What people do with mail, in tests. */
public final class Mailbox {
    private Mailbox() {}

    /** An address that nobody has. */
    public static String newAddress() {
        return "ada." + UUID.randomUUID() + "@mail.example";
    }

    /** Sends what waits. */
    public static void round() {
        round("PT0S");
    }

    /** The same, so much later. */
    public static void round(String in) {
        assertThat(Browsing.start().get("/test/mail?in=" + in).statusCode()).isEqualTo(200);
    }

    /** Looks where it is morning, and sends what waits, so much later. */
    public static void morning(String in) {
        assertThat(Browsing.start().get("/test/mail/morning?in=" + in).statusCode())
                .isEqualTo(200);
        round(in);
    }

    /** Forgets what is old, so much later. */
    static void clean(String in) {
        assertThat(Browsing.start().get("/test/mail/clean?in=" + in).statusCode())
                .isEqualTo(200);
    }

    /** Somebody gives this address, and opens the link in the letter. */
    public static void confirm(Browsing somebody, String address, MailServer server) {
        give(somebody, address);
        round();
        var link = server.only(address).link("/mail/confirm/");
        assertThat(Browsing.start().post(link).header("Location")).endsWith("/mail/confirmed");
    }

    public static void give(Browsing somebody, String address) {
        var given = somebody.post("/account/details", "name", "Ada", "email", address);
        assertThat(given.header("Location")).endsWith("saved=details");
    }

    /** Types an address as one whose password is forgotten, from a place of its own. */
    public static void forgot(String address) {
        var asked = Browsing.start().post("/lost-password", "email", address);
        assertThat(asked.header("Location")).endsWith("/lost-password/sent");
    }
}

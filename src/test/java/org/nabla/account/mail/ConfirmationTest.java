package org.nabla.account.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;
import org.nabla.mail.MailServer;
import org.nabla.mail.NoMail;

/** An address counts once its reader has opened the link in a letter. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ConfirmationTest {
    private final String address = Mailbox.newAddress();
    private MailServer server;

    @BeforeEach
    void open() {
        server = new MailServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theLinkInTheLetterConfirmsOnce() {
        var ada = Browsing.signedUp("Ada");
        Mailbox.give(ada, address);
        assertThat(ada.page("/account/mail").text()).contains(address, "not confirmed yet");

        Mailbox.round();

        var letter = server.only(address);
        assertThat(letter.subject()).isEqualTo("Confirm your address");
        assertThat(letter.text()).contains(ada.login(), "nabla.example.org");
        assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(letter.header("List-Unsubscribe")).isEmpty();
        var link = letter.link("/mail/confirm/");
        assertThat(letter.html()).contains("https://nabla.example.org" + link);
        assertThat(Browsing.start().page(link).text()).contains(address, ada.login());
        assertThat(ada.page("/account/mail").text()).as("looked at alone").contains("not confirmed yet");
        var stranger = Browsing.start();
        assertThat(stranger.post(link).header("Location")).endsWith("/mail/confirmed");
        assertThat(stranger.page("/mail/confirmed").text()).contains("is confirmed");
        assertThat(ada.page("/account/mail").text()).contains("The address is confirmed");
        assertThat(stranger.post(link).statusCode()).as("once").isEqualTo(410);
        assertThat(Browsing.parse(stranger.get(link)).text()).contains("This link works no more");
        assertThat(ada.post("/account/mail/confirm").statusCode()).isEqualTo(422);
        Mailbox.round();
        assertThat(server.to(address)).hasSize(1);
    }

    @Test
    void whoSignsUpWithAnAddressGetsTheLetter() {
        var login = Browsing.newLogin();
        var ada = Browsing.start();
        ada.post("/sign-up", "name", "Ada", "login", login, "password", "correct horse battery", "email", address);

        Mailbox.round();

        assertThat(server.only(address).text()).contains(login);
    }

    @Test
    void anotherAddressIsConfirmedAnew() {
        var ada = Browsing.signedUp("Ada");
        Mailbox.confirm(ada, address, server);
        var other = Mailbox.newAddress();

        Mailbox.give(ada, other);

        assertThat(ada.page("/account/mail").text()).contains("not confirmed yet");
        Mailbox.round();
        var link = server.only(other).link("/mail/confirm/");
        Mailbox.give(ada, address);
        assertThat(Browsing.start().get(link).statusCode())
                .as("of an address that is theirs no more")
                .isEqualTo(410);
        assertThat(ada.page("/account/mail").text()).as("the one of before").contains("The address is confirmed");
    }

    @Test
    void theLinkWorksForADay() {
        var ada = Browsing.signedUp("Ada");
        Mailbox.give(ada, address);

        Mailbox.round("-PT24H1S");
        assertThat(server.to(address)).as("not before it was asked for").isEmpty();
        Mailbox.round();

        var link = server.only(address).link("/mail/confirm/");
        assertThat(Browsing.start().get(link).statusCode()).isEqualTo(200);
        assertThat(Browsing.start().get("/mail/confirm/" + "A".repeat(43)).statusCode())
                .isEqualTo(410);
        assertThat(Browsing.start().get("/mail/confirm/x").statusCode()).isEqualTo(410);
    }

    @Test
    void twoAccountsMayHaveOneAddressAndStayTwo() {
        var ada = Browsing.signedUp("Ada");
        var eve = Browsing.signedUp("Eve");
        Mailbox.confirm(ada, address, server);
        Mailbox.give(eve, address.toUpperCase(Locale.ROOT));
        Mailbox.round();
        var link = server.only(address.toUpperCase(Locale.ROOT)).link("/mail/confirm/");

        assertThat(ada.post(link).statusCode()).as("in the browser of Ada").isEqualTo(303);

        assertThat(eve.page("/account/mail").text()).contains("The address is confirmed");
        assertThat(ada.page("/account").text()).contains(ada.login()).doesNotContain(eve.login());
        assertThat(eve.page("/account").text()).contains(eve.login());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org>x.y", "a\"b@example.org", "ädä@example.org", "ada@exam_ple.org"})
    void noLetterGoesToWhatIsNoAddress(String typed) {
        var ada = Browsing.signedUp("Ada");
        Mailbox.give(ada, typed);

        var refused = ada.post("/account/mail/confirm");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select(".errors").text()).startsWith("No mail can be sent to this address.");
    }

    @Test
    void aMailboxIsNotFilled() {
        var ada = Browsing.signedUp("Ada");
        Mailbox.give(ada, address);
        var answers = new ArrayList<Integer>();
        for (var i = 0; i < 5; i++) {
            answers.add(ada.post("/account/mail/confirm").statusCode());
        }

        assertThat(answers).contains(303).endsWith(422);
        Mailbox.round();
        assertThat(server.to(address))
                .as("asked for several times before it left")
                .hasSize(1);
        var eve = Browsing.signedUp("Eve");
        Mailbox.give(eve, address);
        Mailbox.round();
        assertThat(server.to(address)).as("by whomever").hasSize(1);
    }

    @Test
    void withoutAnAddressThePageSaysThatNoneIsNeeded() {
        var ada = Browsing.signedUp("Ada");

        assertThat(ada.page("/account/mail").text()).contains("You gave no address. None is needed");
        assertThat(ada.post("/account/mail/confirm").statusCode()).isEqualTo(422);
        assertThat(Browsing.start().get("/account/mail").header("Location")).contains("/sign-in");
        assertThat(ada.page("/account").select("a[href=/account/mail]")).isNotEmpty();
    }

    @Test
    void withoutSettingsNoPageSpeaksOfMail() {
        NoMail.set();
        var ada = Browsing.signedUp("Ada");
        Mailbox.give(ada, address);

        assertThat(ada.get("/account/mail").statusCode()).isEqualTo(404);
        assertThat(ada.post("/account/mail/confirm").statusCode()).isEqualTo(404);
        assertThat(ada.page("/account").select("a[href=/account/mail]")).isEmpty();
        var door = Browsing.start().page("/sign-in");
        assertThat(door.select("a[href=/lost-password]")).isEmpty();
        assertThat(door.text()).contains("Ask your teacher, or whoever runs this site, for a one-time password.");
        assertThat(Browsing.start().page("/sign-up").text()).doesNotContain("letter");
        assertThat(Browsing.start().get("/lost-password").statusCode()).isEqualTo(404);
        assertThat(Browsing.start().post("/lost-password", "email", address).statusCode())
                .isEqualTo(404);
        assertThat(Browsing.operator().page("/operator/mail").text()).contains("This site sends no mail");
        Mailbox.round();
        assertThat(server.to(address)).isEmpty();
    }
}

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
import org.nabla.Browsing;
import org.nabla.account.Telephone;
import org.nabla.mail.MailServer;

/** Whoever forgot a password gets back in by a link, and nobody learns from it who has an account. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class RecoveryTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String NEW = "another good password";

    private final String address = Mailbox.newAddress();
    private MailServer server;
    private Browsing ada;

    @BeforeEach
    void confirm() {
        server = new MailServer();
        ada = Browsing.signedUp("Ada");
        Mailbox.confirm(ada, address, server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** The newest letter to Ada, which has one link. */
    private String link() {
        var letters = server.to(address);
        return letters.get(letters.size() - 1).link("/lost-password/");
    }

    @Test
    void theLinkGivesANewPasswordOnce() {
        Mailbox.forgot(address.toUpperCase(Locale.ROOT));
        assertThat(server.to(address)).as("nobody waits for a letter").hasSize(1);

        Mailbox.round();

        var letter = server.only(address.toUpperCase(Locale.ROOT));
        assertThat(letter.subject()).isEqualTo("Choose a new password");
        var link = letter.link("/lost-password/");
        var visitor = Browsing.start();
        assertThat(visitor.page(link).text()).contains(ada.login());
        assertThat(visitor.post(link, "password", "short").statusCode()).isEqualTo(422);
        assertThat(visitor.post(link, "password", NEW).header("Location")).endsWith("/lost-password/changed");
        assertThat(visitor.get("/account").statusCode()).as("in by no link").isEqualTo(303);
        assertThat(ada.get("/account").statusCode()).as("signed out").isEqualTo(303);
        assertThat(Browsing.start().signIn(ada.login(), PASSWORD).statusCode()).isEqualTo(422);
        assertThat(Browsing.start().signIn(ada.login(), NEW).statusCode()).isEqualTo(303);
        assertThat(visitor.post(link, "password", "a third good password").statusCode())
                .isEqualTo(410);
        assertThat(Browsing.parse(visitor.get(link)).text()).contains("works once, for 30 minutes");
        assertThat(Browsing.start().signIn(ada.login(), NEW).statusCode()).isEqualTo(303);
    }

    @Test
    void theLinkWorksForThirtyMinutesFromTheLetterOn() {
        Mailbox.forgot(address);
        Mailbox.round("PT10S");
        assertThat(Browsing.start().get(link()).statusCode()).isEqualTo(200);

        Mailbox.forgot(address);
        setBack("PT30M1S");

        assertThat(Browsing.start().get(link()).statusCode()).isEqualTo(410);
        assertThat(Browsing.start().post(link(), "password", NEW).statusCode()).isEqualTo(410);
        assertThat(Browsing.start().signIn(ada.login(), PASSWORD).statusCode()).isEqualTo(303);
    }

    /** All that is known of this address lies so far back. */
    private void setBack(String time) {
        Mailbox.round();
        assertThat(Browsing.start()
                        .get("/test/mail/older?address=" + address + "&by=" + time)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theNewestOfTwoLinksEndsTheOther() {
        Mailbox.forgot(address);
        Mailbox.round();
        var first = link();
        Mailbox.forgot(address);
        Mailbox.round();
        var second = link();

        assertThat(second).isNotEqualTo(first);
        assertThat(Browsing.start().post(second, "password", NEW).statusCode()).isEqualTo(303);
        assertThat(Browsing.start().post(first, "password", PASSWORD).statusCode())
                .isEqualTo(410);
    }

    @Test
    void theAnswerIsTheSameForWhomNobodyKnows() {
        var unknown = Mailbox.newAddress();
        var known = Browsing.start().post("/lost-password", "email", address);
        var other = Browsing.start().post("/lost-password", "email", unknown);

        assertThat(other.statusCode()).isEqualTo(known.statusCode());
        assertThat(other.header("Location")).isEqualTo(known.header("Location"));
        assertThat(other.asString()).isEqualTo(known.asString());
        Mailbox.round();
        assertThat(server.to(unknown)).isEmpty();
        assertThat(server.to(address)).hasSize(2);
    }

    @Test
    void anAddressThatIsNotConfirmedGetsNoLink() {
        var claimed = Mailbox.newAddress();
        var eve = Browsing.signedUp("Eve");
        Mailbox.give(eve, claimed);
        Mailbox.give(ada, "");
        Mailbox.round();

        Mailbox.forgot(claimed);
        Mailbox.forgot(address);
        Mailbox.round();

        assertThat(server.only(claimed).subject()).isEqualTo("Confirm your address");
        assertThat(server.only(address).subject()).as("theirs no more").isEqualTo("Confirm your address");
    }

    @Test
    void whoHasTwoAccountsChoosesWhich() {
        var eve = Browsing.signedUp("Eve");
        Mailbox.give(eve, address);
        Mailbox.round();
        var letters = server.to(address);
        eve.post(letters.get(1).link("/mail/confirm/"));

        Mailbox.forgot(address);
        Mailbox.round();

        var letter = server.to(address).get(2);
        assertThat(letter.text()).contains(ada.login(), eve.login());
        var links = letter.links("/lost-password/");
        assertThat(links).hasSize(2);
        var ofEve = links.stream()
                .filter(link -> Browsing.start().page(link).text().contains(eve.login()))
                .findFirst()
                .orElseThrow();
        assertThat(Browsing.start().post(ofEve, "password", NEW).statusCode()).isEqualTo(303);
        assertThat(Browsing.start().signIn(eve.login(), NEW).statusCode()).isEqualTo(303);
        assertThat(Browsing.start().signIn(ada.login(), PASSWORD).statusCode())
                .as("the other stays")
                .isEqualTo(303);
    }

    @Test
    void theCodeBesideThePasswordIsStillAsked() {
        Telephone.wantedBy(ada, PASSWORD);
        Mailbox.forgot(address);
        Mailbox.round();
        assertThat(Browsing.start().post(link(), "password", NEW).statusCode()).isEqualTo(303);

        var door = Browsing.start();

        assertThat(door.signIn(ada.login(), NEW).header("Location")).contains("/sign-in/code");
        assertThat(door.get("/account").header("Location")).contains("/sign-in");
    }

    @Test
    void whoIsHalfInWithTheOldPasswordIsOut() {
        var key = Telephone.wantedBy(ada, PASSWORD);
        var thief = Browsing.start();
        thief.signIn(ada.login(), PASSWORD);
        Mailbox.forgot(address);
        Mailbox.round();

        Browsing.start().post(link(), "password", NEW);

        assertThat(thief.post("/sign-in/code", "code", Telephone.shows(key, 30)).header("Location"))
                .contains("/sign-in?next=");
    }

    @Test
    void whatIsNoAddressIsRefusedInASentence() {
        var refused = Browsing.start().post("/lost-password", "email", "ada@example.org\r\nBcc: eve@example.org");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#email-error").text()).startsWith("This is no address of mail.");
        assertThat(Browsing.start().post("/lost-password").statusCode()).isEqualTo(422);
    }

    @Test
    void askingAgainAndAgainHasToWaitWhoeverHasTheAddress() {
        for (var typed : new String[] {address, Mailbox.newAddress()}) {
            var statuses = new ArrayList<Integer>();
            for (var i = 0; i < 5; i++) {
                statuses.add(
                        Browsing.start().post("/lost-password", "email", typed).statusCode());
            }
            assertThat(statuses).as(typed).contains(303).endsWith(429);
        }
    }

    @Test
    void nothingIsLeftOfAnAddressThatNobodyHas() {
        var unknown = Mailbox.newAddress();
        Mailbox.forgot(unknown);

        assertThat(Browsing.start().get("/test/mail/waiting?address=" + unknown).asString())
                .isEqualTo("1");
        Mailbox.round();

        assertThat(Browsing.start().get("/test/mail/waiting?address=" + unknown).asString())
                .isEqualTo("0");
    }
}

package org.nabla.account.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.mail.Letter;
import org.nabla.mail.MailAddress;
import org.nabla.mail.MailServer;
import org.nabla.mail.Postman;
import org.nabla.mail.RefusingServer;

/** Letters arrive whatever the server of mail does for a while, once, or whoever runs the site sees why not. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class OutboxTest {
    private static final String PAGE = "/operator/mail";

    private final String address = Mailbox.newAddress();
    private Browsing operator = Browsing.start();

    @Inject
    MailPost post;

    @Inject
    MailQueue queue;

    @Inject
    Postman postman;

    @Inject
    Clock clock;

    @BeforeEach
    void sitDown() {
        operator = Browsing.operator();
    }

    private void ask() {
        Mailbox.give(Browsing.signedUp("Ada"), address);
    }

    /** The letter to this address among those that did not arrive. */
    private Elements row() {
        return operator.page(PAGE).select("tbody tr:contains(" + address + ")");
    }

    @Test
    void whatDidNotArriveIsSentAgainLaterEachTime() {
        ask();

        Mailbox.round();
        assertThat(row().text()).contains("could not be reached", "Confirm an address");
        assertThat(row().select("td.number").text()).isEqualTo("1");
        Mailbox.round("PT30S");
        assertThat(row().select("td.number").text()).as("too early").isEqualTo("1");
        Mailbox.round("PT1M1S");
        assertThat(row().select("td.number").text()).isEqualTo("2");
        Mailbox.round("PT2M30S");
        assertThat(row().select("td.number").text()).as("two minutes now").isEqualTo("2");
        try (var server = new MailServer()) {
            Mailbox.round("PT3M10S");

            assertThat(server.only(address).subject()).isEqualTo("Confirm your address");
            assertThat(row()).isEmpty();
            Mailbox.round("PT10M");
            assertThat(server.to(address)).hasSize(1);
        }
    }

    @Test
    void whatNobodyNeedsAnyMoreIsGivenUpAndCanBeTriedOnceMore() {
        ask();
        Mailbox.round();
        var before = queue.state().givenUp();

        Mailbox.round("PT24H1S");

        assertThat(row().text()).contains("given up");
        assertThat(queue.state().givenUp()).isGreaterThan(before);
        try (var server = new MailServer()) {
            Mailbox.round("PT25H");
            assertThat(server.to(address)).isEmpty();
            var again = row().select("form[action$=again]").attr("action");
            assertThat(operator.post(again).header("Location")).endsWith("?done=again");
            Mailbox.round();
            assertThat(server.to(address)).hasSize(1);
            assertThat(operator.post(again).header("Location"))
                    .as("it has arrived")
                    .endsWith("?done=gone");
        }
    }

    @Test
    void whatIsOldIsForgotten() {
        ask();
        Mailbox.round();

        Mailbox.clean("PT719H");
        assertThat(row().text()).as("given up, and told for 30 days").contains("given up");
        Mailbox.clean("PT721H");

        assertThat(row()).isEmpty();
    }

    @Test
    void whatDidNotArriveCanBeThrownAway() {
        ask();
        Mailbox.round();

        var thrown = operator.post(row().select("form[action$=drop]").attr("action"));

        assertThat(thrown.header("Location")).endsWith("?done=dropped");
        assertThat(row()).isEmpty();
        try (var server = new MailServer()) {
            Mailbox.round("PT1H");
            assertThat(server.to(address)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            RCPT, 550 5.1.1 no such user,    given up, the reader is not there
            RCPT, 553 5.1.3 bad address,     given up, the same
            RCPT, 450 4.2.1 try again later, UTC,      a list of gray
            RCPT, 452 4.2.2 mailbox full,    UTC,      it may be emptied
            MAIL, 550 5.7.1 not from you,    UTC,      the settings are to blame
            DATA, 554 5.3.4 not now,         UTC,      the server is to blame
            """)
    void aRefusalIsFinalWhereItIsOfTheReader(String command, String answer, String next, String why) {
        ask();
        try (var server = new RefusingServer(command, answer)) {
            Mailbox.round();
        }

        assertThat(row().select("td").get(4).text()).as(why).endsWith(next);
        assertThat(row().select("td").get(3).text()).startsWith("The server of mail");
    }

    /** Each time on a new connection: a greeting that was missed would be waited for in vain. */
    @Test
    void aServerThatGreetsAtOnceIsHeard() {
        var letter = new Letter("Week 3", List.of("Come."), List.of(), List.of(), List.of(), Optional.empty());
        try (var server = new RefusingServer("RCPT", "550 5.1.1 no such user")) {
            for (var i = 0; i < 100; i++) {
                assertThatThrownBy(() -> postman.send(MailAddress.parse(address).orElseThrow(), letter))
                        .hasMessageContaining("no such user");
            }
            assertThat(server.visits()).isEqualTo(100);
        }
    }

    @Test
    void instancesThatSendAtOnceSendALetterOnce() {
        try (var server = new MailServer()) {
            ask();
            var rounds = new ArrayList<CompletableFuture<Void>>();
            for (var i = 0; i < 4; i++) {
                rounds.add(CompletableFuture.runAsync(() -> post.send(clock.instant())));
            }
            rounds.forEach(CompletableFuture::join);

            assertThat(server.to(address)).hasSize(1);
        }
    }

    @Test
    void aLetterWhoseInstanceEndedIsTakenAgain() {
        ask();
        var taken = queue.take(1000, clock.instant());
        assertThat(taken).anyMatch(letter -> letter.address().equals(address));

        try (var server = new MailServer()) {
            Mailbox.round("PT4M");
            assertThat(server.to(address)).as("somebody still works on it").isEmpty();
            Mailbox.round("PT5M1S");
            assertThat(server.to(address)).hasSize(1);
        }
    }

    @Test
    void waitsAreNeverLongerThanSixHours() {
        assertThat(MailQueue.wait(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(MailQueue.wait(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(MailQueue.wait(60)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void forEverybodyElseThereIsNoSuchPage() {
        var ada = Browsing.signedUp("Ada");

        assertThat(ada.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(ada.post(PAGE + "/1/again").statusCode()).isEqualTo(404);
        assertThat(ada.post(PAGE + "/1/drop").statusCode()).isEqualTo(404);
        assertThat(operator.post(PAGE + "/999999999/drop").header("Location")).endsWith("?done=gone");
        assertThat(operator.page("/operator").select("a[href=" + PAGE + "]")).isNotEmpty();
    }
}

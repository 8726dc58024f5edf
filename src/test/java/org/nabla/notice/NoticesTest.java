package org.nabla.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.mail.Mailbox;
import org.nabla.classroom.Lesson;
import org.nabla.mail.MailServer;
import org.nabla.mail.MailServer.Received;
import org.nabla.web.form.TimeZones;

/** What people chose comes by mail, once, in the morning, and never before they may see it. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class NoticesTest {
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZoneId.of("Europe/Vienna"));
    private static final String ONE_DAY = "PT24H";

    private final String address = Mailbox.newAddress();
    private MailServer server;
    private Lesson lesson;
    private Browsing ada;

    @BeforeEach
    void begin() {
        server = new MailServer();
        lesson = new Lesson();
        ada = lesson.join(Browsing.signedUp("Ada"));
        Mailbox.confirm(ada, address, server);
    }

    @AfterEach
    void end() {
        server.close();
    }

    /** Where it is about noon now, so that no test depends on the time at which it runs. */
    private static String noon() {
        return zoneWithTimeBetween(11, 16);
    }

    private static String zoneWithTimeBetween(int from, int until) {
        return TimeZones.ids().stream()
                .filter(id -> {
                    var there = LocalTime.now(ZoneId.of(id));
                    return there.getHour() >= from && there.getHour() < until;
                })
                .findFirst()
                .orElseThrow();
    }

    private void choose(String... kinds) {
        chooseAt(noon(), kinds);
    }

    private void chooseAt(String zone, String... kinds) {
        var fields = new ArrayList<>(List.of("zone", zone));
        for (var kind : kinds) {
            fields.addAll(List.of("kind", kind));
        }
        assertThat(ada.postAll("/account/mail/notices", fields.toArray(String[]::new))
                        .header("Location"))
                .endsWith("?done=saved");
    }

    /** The notices that came to Ada, from old to new. */
    private List<Received> notices() {
        return server.to(address).stream()
                .filter(letter -> !letter.header("List-Unsubscribe").isEmpty())
                .toList();
    }

    private static String in(Duration time) {
        return FIELD.format(Instant.now().plus(time));
    }

    private String assign(Map<String, String> rules) {
        return lesson.assign(lesson.set("gradient-at-a-point"), rules);
    }

    private String workOfAda(String assignment) {
        return assignment + "/learners/" + lesson.id(ada);
    }

    private void mark(String assignment, String points) {
        var set = lesson.bob.post(workOfAda(assignment) + "/mark", "points", points, "why", "seen on paper");
        assertThat(set.statusCode()).isEqualTo(303);
    }

    @Test
    void nothingComesToWhoChoseNothing() {
        assign(Map.of("due", in(Duration.ofHours(20))));

        Mailbox.morning("PT0S");
        Mailbox.morning(ONE_DAY);

        assertThat(notices()).isEmpty();
        assertThat(ada.page("/account/mail").select("input[type=checkbox]").eachAttr("checked"))
                .isEmpty();
    }

    @Test
    void whatIsDueTomorrowComesOnce() {
        var due = assign(Map.of("title", "Week 5", "due", in(Duration.ofHours(20))));
        assign(Map.of("title", "Later", "due", in(Duration.ofDays(4))));
        assign(Map.of("title", "Not open", "opens", in(Duration.ofHours(5)), "due", in(Duration.ofHours(20))));
        choose("DUE");

        Mailbox.morning("PT0S");

        assertThat(notices()).hasSize(1);
        var letter = notices().get(0);
        assertThat(letter.subject()).isEqualTo("Due soon: Week 5");
        assertThat(letter.text())
                .contains("Week 5", "https://nabla.example.org" + due, "Calculus III: due on", "time)")
                .doesNotContain("Later", "Not open");
        Mailbox.morning("PT0S");
        Mailbox.morning("PT3H");
        assertThat(notices()).hasSize(1);
    }

    @Test
    void theDueTimeIsTheirOwn() {
        var due = assign(Map.of("due", in(Duration.ofHours(20))));
        var more = lesson.bob.post(workOfAda(due) + "/extension", "due", in(Duration.ofHours(68)), "reason", "ill");
        assertThat(more.statusCode()).isEqualTo(303);
        choose("DUE");

        Mailbox.morning("PT0S");
        assertThat(notices()).as("of all, not of Ada").isEmpty();
        Mailbox.morning("PT48H");
        assertThat(notices()).hasSize(1);
        lesson.bob.post(workOfAda(due) + "/extension", "due", in(Duration.ofHours(92)), "reason", "still ill");
        Mailbox.morning("PT72H");
        assertThat(notices()).as("another time").hasSize(2);
    }

    @Test
    void whatIsDoneIsNotAsked() {
        var due = assign(Map.of("due", in(Duration.ofHours(20))));
        Lesson.right(ada, due);
        choose("DUE");

        Mailbox.morning("PT0S");

        assertThat(notices()).isEmpty();
    }

    @Test
    void nothingComesOfAnArchivedCourseNorToWhoLeft() {
        var due = assign(Map.of("due", in(Duration.ofHours(20))));
        mark(due, "1");
        choose("DUE", "MARK", "NOTE");
        mark(due, "2");
        lesson.bob.post(lesson.course + "/archive");

        Mailbox.morning("PT0S");
        assertThat(notices()).isEmpty();
        lesson.bob.post(lesson.course + "/restore");
        ada.post(lesson.course + "/leave");
        Mailbox.morning(ONE_DAY);

        assertThat(notices()).isEmpty();
    }

    @Test
    void aNewMarkComesOnceAndAgainWhereItChanges() {
        var early = assign(Map.of("title", "Week 1"));
        mark(early, "2");
        choose("MARK");

        Mailbox.morning("PT0S");
        assertThat(notices()).as("known before").isEmpty();
        mark(assign(Map.of("title", "Week 2")), "1.5");
        Mailbox.morning(ONE_DAY);
        assertThat(notices()).hasSize(1);
        assertThat(notices().get(0).subject()).isEqualTo("New marks: Week 2: 1.5 of 2 points");
        assertThat(notices().get(0).text())
                .contains("seen on paper", lesson.course + "/marks")
                .doesNotContain("Week 1");
        Mailbox.morning("PT48H");
        assertThat(notices()).hasSize(1);
        mark(early, "1");
        Mailbox.morning("PT72H");
        assertThat(notices()).hasSize(2);
        assertThat(notices().get(1).subject()).isEqualTo("New marks: Week 1: 1 of 2 points");
    }

    @Test
    void aMarkThatIsNotToldYetStaysUntold() {
        choose("MARK");
        var hidden = assign(Map.of("title", "Test", "feedback", "AFTER_DUE"));
        mark(hidden, "1");

        Mailbox.morning("PT0S");
        assertThat(notices()).isEmpty();
        assertThat(ada.page(lesson.course + "/marks").text()).contains("Not told yet");
        var shown = lesson.bob.post(
                hidden + "/rules",
                "title",
                "Test",
                "opens",
                "2020-01-01T00:00",
                "due",
                "2020-02-01T00:00",
                "late",
                "no",
                "feedback",
                "AFTER_DUE");
        assertThat(shown.statusCode()).isEqualTo(303);
        assertThat(ada.page(lesson.course + "/marks").text()).contains("Test");

        Mailbox.morning(ONE_DAY);

        assertThat(notices()).hasSize(1);
        assertThat(notices().get(0).text()).contains("Test: 1 of 2 points");
    }

    @Test
    void aComputedMarkComesWhenItIsOver() {
        choose("MARK");
        var set = assign(Map.of("title", "Week 3"));
        Lesson.right(ada, set);
        Mailbox.morning("PT0S");
        assertThat(notices()).as("it may still change, and they have seen it").isEmpty();

        var changed = lesson.bob.post(
                set + "/rules",
                "title",
                "Week 3",
                "opens",
                "2020-01-01T00:00",
                "due",
                "2020-02-01T00:00",
                "late",
                "no");
        lesson.confirmed(changed); // what came after that is late, and does not count
        Mailbox.morning(ONE_DAY);

        assertThat(notices()).hasSize(1);
        assertThat(notices().get(0).text()).contains("Week 3: 0 of 2 points");
    }

    @Test
    void onMondaysTheReviewsOfTheWeekCome() {
        choose("REVIEWS");
        Lesson.right(ada, assign(Map.of()));
        var there = ZonedDateTime.now(ZoneId.of(noon()));
        var monday = there.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(20);

        Mailbox.morning(Duration.between(there, monday.minusDays(1)).toString());
        assertThat(notices()).as("a Sunday").isEmpty();
        Mailbox.morning(Duration.between(there, monday).toString());
        assertThat(notices()).hasSize(1);
        assertThat(notices().get(0).subject()).startsWith("To review this week: ");
        assertThat(notices().get(0).text())
                .containsIgnoringCase("gradient")
                .contains("https://nabla.example.org/practice");
        Mailbox.morning(Duration.between(there, monday.plusDays(1)).toString());
        assertThat(notices()).hasSize(1);
    }

    @Test
    void aNoteComesInWords() {
        choose("NOTE");
        var set = assign(Map.of());
        ada.page(set + "/problems/1");
        ada.post(set + "/problems/1", "submission", UUID.randomUUID().toString(), "answer-a", "(x^7, y^9)");
        var form = lesson.bob
                .page(lesson.course + "/mistakes")
                .select("form[action$=note]")
                .get(0);
        var sent = lesson.bob.post(
                lesson.course + "/mistakes/note",
                "template",
                form.select("[name=template]").val(),
                "part",
                form.select("[name=part]").val(),
                "key",
                form.select("[name=key]").val(),
                "text",
                "Remember *both*: $\\frac{\\partial f}{\\partial x}$, and $x^2 + \\frac{1}{2} y$.");
        assertThat(sent.statusCode()).isEqualTo(303);

        Mailbox.morning("PT0S");

        assertThat(notices()).hasSize(1);
        var letter = notices().get(0);
        assertThat(letter.subject()).isEqualTo("From your teachers: A note in Calculus III");
        assertThat(letter.text())
                .contains("Remember both: partial f over partial x, and x squared plus the fraction 1 over 2 times y.");
        assertThat(letter.html()).contains("x squared plus").doesNotContain("$", "\\frac");
        Mailbox.morning(ONE_DAY);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void allOfADayComeInOneLetter() {
        choose("DUE", "MARK");
        assign(Map.of("title", "Week 5", "due", in(Duration.ofHours(20))));
        mark(assign(Map.of("title", "Week 2")), "1");
        mark(assign(Map.of("title", "Week 3 <b>& more</b>")), "2");

        Mailbox.morning("PT0S");

        assertThat(notices()).hasSize(1);
        var letter = notices().get(0);
        assertThat(letter.subject()).isEqualTo("Due soon, new marks");
        assertThat(letter.text()).contains("Week 5", "Week 2: 1 of 2 points", "Week 3 <b>& more</b>: 2 of 2 points");
        assertThat(letter.html())
                .contains("Week 3 &lt;b&gt;&amp; more&lt;/b&gt;")
                .doesNotContain("src=", "<link", "url(");
    }

    @Test
    void itComesInTheMorningWhereTheyAre() {
        assign(Map.of("due", in(Duration.ofHours(20))));
        chooseAt(zoneWithTimeBetween(3, 7), "DUE");

        Mailbox.morning("PT0S");
        assertThat(notices()).isEmpty();
        Mailbox.morning("PT5H");

        assertThat(notices()).hasSize(1);
    }

    @Test
    void whatCouldNotBeSentInTimeIsToldTheNextDay() {
        choose("MARK");
        mark(assign(Map.of("title", "Week 2")), "1");
        server.close();

        Mailbox.morning("PT0S");
        server = new MailServer();
        Mailbox.morning("PT26H");

        assertThat(notices()).hasSize(1);
        assertThat(notices().get(0).text()).contains("Week 2");
    }

    @Test
    void aLetterThatWaitsTellsWhatMayBeSeenWhenItLeaves() {
        choose("MARK");
        var set = assign(Map.of("title", "Week 2"));
        mark(set, "1");
        server.close();
        Mailbox.morning("PT0S");
        mark(set, "2");
        server = new MailServer();

        Mailbox.round("PT5M");

        assertThat(notices()).hasSize(1);
        assertThat(notices().get(0).text()).contains("2 of 2 points").doesNotContain("1 of 2 points");
        Mailbox.morning(ONE_DAY);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void aProgramOfMailUnsubscribesByOneRequest() {
        choose("MARK");
        mark(assign(Map.of()), "1");
        Mailbox.morning("PT0S");
        var letter = notices().get(0);
        assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        var target = letter.header("List-Unsubscribe");
        var path = letter.link("/mail/unsubscribe/");
        assertThat(target).isEqualTo("<https://nabla.example.org" + path + ">");

        assertThat(Browsing.start().page(path).text()).contains(address);
        assertThat(ada.page("/account/mail").select("input[checked]"))
                .as("looked at alone")
                .hasSize(1);
        var answer = RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .redirects()
                .follow(false)
                .post(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ada.page("/account/mail").select("input[checked]")).isEmpty();
        mark(assign(Map.of()), "2");
        Mailbox.morning(ONE_DAY);
        assertThat(notices()).hasSize(1);
        assertThat(Browsing.start().post(path).statusCode())
                .as("once more does no harm")
                .isEqualTo(200);
        assertThat(Browsing.start().post("/mail/unsubscribe/" + "A".repeat(43)).statusCode())
                .isEqualTo(410);
        Mailbox.forgot(address);
        Mailbox.round();
        assertThat(server.to(address)).as("what is asked for still comes").hasSize(3);
    }

    @Test
    void withoutAPlaceOrAnAddressNothingIsSaved() {
        var nowhere = ada.post("/account/mail/notices", "kind", "DUE", "zone", "Mars/Base");
        assertThat(nowhere.statusCode()).isEqualTo(422);
        var page = Browsing.parse(nowhere);
        assertThat(page.select("#zone-error").text()).startsWith("Choose where you are");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("DUE");

        var eve = Browsing.signedUp("Eve");
        assertThat(eve.post("/account/mail/notices", "kind", "DUE", "zone", "UTC")
                        .statusCode())
                .isEqualTo(422);

        choose("DUE", "REVIEWS");
        assertThat(ada.page("/account/mail").select("input[checked]").eachAttr("value"))
                .containsExactly("DUE", "REVIEWS");
        assertThat(ada.post("/account/mail/notices").header("Location")).endsWith("?done=saved");
        assertThat(ada.page("/account/mail").select("input[checked]")).isEmpty();
    }
}

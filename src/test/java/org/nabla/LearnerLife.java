package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.nabla.account.Telephone;
import org.nabla.account.mail.Mailbox;
import org.nabla.classroom.Lesson;
import org.nabla.lti.TestPlatform;
import org.nabla.mail.MailServer;
import org.nabla.signon.TestSignOn;

/**
 * What somebody does who uses everything once, so that a row of theirs stands in every table. Whoever adds a table adds here
 * what fills it: {@link OwnDataTest} says so.
 */
final class LearnerLife {

    static final String EXERCISE = "/practice/first-partial-derivative/3";

    private LearnerLife() {}

    /** What guests can do, who keep it when they sign in. */
    static void asGuest(Browsing guest) {
        var form = UUID.randomUUID().toString();
        var answered = guest.post(EXERCISE, "submission", form, "answer-a", "=x y");
        assertThat(answered.statusCode()).isEqualTo(303);
        var judged = UUID.randomUUID().toString();
        // What can be read says something of what they can do.
        assertThat(guest.post(EXERCISE, "submission", judged, "answer-a", "1").statusCode())
                .isEqualTo(303);
        assertThat(guest.get("/test/contradict/" + judged).statusCode()).isEqualTo(200);
        var reported = guest.post("/reports?attempt=" + form + "&back=" + EXERCISE, "note", "It is the same.");
        assertThat(reported.statusCode()).isEqualTo(303);
        assertThat(guest.post("/practice/not-now", "skill", "DF17").statusCode())
                .isEqualTo(303);
        assertThat(guest.post("/practice/track", "track", "machine-learning").statusCode())
                .isEqualTo(303);
        assertThat(guest.post(EXERCISE + "/help", "hints", "1").statusCode()).isEqualTo(200);
        assertThat(guest.post("/skills/DF17/lesson", "typed", "(1, 2)").statusCode())
                .isEqualTo(303);
        assertThat(guest.post("/projects/gradient-check/start").statusCode()).isEqualTo(303);
        assertThat(guest.post("/projects/gradient-check/run/loss/values").statusCode())
                .isEqualTo(303);
        checkIn(guest);
    }

    private static void checkIn(Browsing guest) {
        var first = guest.post("/check-in", "track", "machine-learning");
        assertThat(first.header("Location")).endsWith("/check-in/1");
        assertThat(guest.post("/check-in/1/skip").header("Location")).endsWith("/check-in/2");
        assertThat(guest.post("/check-in/stop").header("Location")).endsWith("/check-in/result");
    }

    /** What takes an account, beside all that guests can do. */
    static void signedUp(Browsing learner) {
        asGuest(learner);
        takeCourses(learner);
        writeTemplate(learner);
        assertThat(learner.post("/projects/gradient-check/copy").statusCode()).isEqualTo(303);
        comeBySignOn(learner);
        readMail(learner);
        askForCodes(learner);
        var token = learner.post(
                "/account/tokens",
                "name",
                "marks",
                "scope",
                "marks:read",
                "days",
                "30",
                "password",
                "correct horse battery");
        assertThat(token.statusCode()).isEqualTo(200);
    }

    /** Links the sign-on of a school, and comes in by it. */
    private static void comeBySignOn(Browsing learner) {
        try (var school = new TestSignOn()) {
            school.register();
            assertThat(school.link(learner, "ada").header("Location")).endsWith("saved=linked");
            assertThat(school.come(Browsing.start(), "ada").statusCode()).isEqualTo(303);
        }
    }

    /** Confirms an address, wants notices, and has forgotten the password. */
    private static void readMail(Browsing learner) {
        try (var server = new MailServer()) {
            var address = Mailbox.newAddress();
            Mailbox.confirm(learner, address, server);
            var chosen = learner.postAll(
                    "/account/mail/notices",
                    "zone",
                    "Europe/Vienna",
                    "kind",
                    "DUE",
                    "kind",
                    "MARK",
                    "kind",
                    "NOTE",
                    "kind",
                    "REVIEWS");
            assertThat(chosen.header("Location")).endsWith("?done=saved");
            Mailbox.forgot(address);
            Mailbox.round();
        }
    }

    /** Wants a code beside the password, and leaves a door where the code is still to come. */
    private static void askForCodes(Browsing learner) {
        var password = "correct horse battery";
        Telephone.wantedBy(learner, password);
        var login = learner.page("/account").select("main .lead strong").text();
        assertThat(Browsing.start().signIn(login, password).header("Location")).contains("/sign-in/code");
    }

    /**
     * Comes by a learning platform as a learner, and as a teacher who picks links, and gives both to the account that they have;
     * marks of the course in which they learn go there.
     */
    private static void comeByPlatform(Browsing learner, Browsing bob, String course) {
        try (var platform = new TestPlatform()) {
            platform.register();
            var place = cameAs(bob, platform, "bob", TestPlatform.INSTRUCTOR, message -> {});
            var bound = bob.post(place, "course", course.replace("/courses/", ""));
            assertThat(bound.statusCode()).isEqualTo(303);
            cameAs(learner, platform, "ada", TestPlatform.LEARNER, message -> {});
            bob.get("/test/marks/" + course.replace("/courses/", ""));
            cameAs(learner, platform, "ada-who-teaches", TestPlatform.INSTRUCTOR, message -> {
                message.body.context.id = "another";
                message.asksForLinks(platform.root + "/back");
            });
        }
    }

    /** @return where they stood first */
    private static String cameAs(
            Browsing owner, TestPlatform platform, String subject, String role, Consumer<TestPlatform.Message> change) {
        var login = owner.page("/account").select("main .lead strong").text();
        var visitor = Browsing.start();
        var place = platform.launch(visitor, subject, role, TestPlatform.toolRoot() + "/lti/launch", change)
                .header("Location");
        var linked = visitor.post("/lti/link", "login", login, "password", "correct horse battery");
        assertThat(linked.header("Location")).endsWith("/courses");
        platform.launch(Browsing.start(), subject, role, TestPlatform.toolRoot() + "/lti/launch", change);
        return place.replaceFirst("\\?.*", "");
    }

    /** Writes a template and shares it with a course. */
    private static void writeTemplate(Browsing learner) {
        var course = learner.openCourse("To share with").replaceFirst("/courses/", "");
        var address = learner.post("/templates").header("Location").replaceFirst("^http://[^/]+", "");
        learner.get(address.replaceFirst("/templates/(.*)/edit", "/test/passed/$1"));
        var shared = learner.post(address.replace("/edit", "/share"), "course", course);
        assertThat(shared.header("Location")).endsWith("?done=shared");
    }

    /** Teaches a course, learns in another one, and is asked to teach a third. */
    private static void takeCourses(Browsing learner) {
        bringRoster(learner, learner.openCourse("Of the learner"));
        assertThat(learner.post("/teach/link").statusCode()).isEqualTo(200);
        var bob = Browsing.signedUp("Bob");
        var joined = bob.openCourse("To learn in");
        var door = "/join/" + bob.page(joined).select(".join-code").text();
        assertThat(learner.post(door).statusCode()).isEqualTo(303);
        var login = learner.page("/account").select("main .lead strong").text();
        doAssignment(learner, bob, joined);
        comeByPlatform(learner, bob, joined);
        var asked = bob.post(bob.openCourse("To teach") + "/teachers", "login", login);
        assertThat(asked.statusCode()).isEqualTo(303);
        var invited = bob.post(bob.openCourse("To be asked into") + "/people/invite", "login", login);
        assertThat(invited.statusCode()).isEqualTo(303);
    }

    /** Says of a roster what its columns hold. */
    private static void bringRoster(Browsing teacher, String course) {
        teacher.upload(course + "/roster", "files", "class.csv", "name,login\nZoe," + Browsing.newLogin() + "\n");
        var said = teacher.post(
                course + "/roster/columns", "header", "yes", "column-0", "NAME", "column-1", "LOGIN", "action", "use");
        assertThat(said.statusCode()).isEqualTo(303);
    }

    /** Is given work and does it; gets more time, a mark and a note. */
    private static void doAssignment(Browsing learner, Browsing bob, String course) {
        var set = Lesson.assignOne(bob, course);
        bob.get("/test/prepare/" + course.replace("/courses/", ""));
        var problem = course + "/assignments/1/problems/1";
        var answered = learner.post(problem, "submission", UUID.randomUUID().toString(), "answer-a", "x^7 y^9 - 1");
        assertThat(answered.statusCode()).isEqualTo(303);
        var work = bob.page(course + "/assignments/1").select("tbody th a").attr("href");
        bob.post(work + "/extension", "due", "2091-01-01T00:00", "reason", "ill");
        bob.post(work + "/mark", "points", "1", "why", "ill");
        var id = work.replaceFirst(".*/", "");
        bob.post(course + "/sections", "title", "Tuesday group");
        var rename =
                bob.page(course + "/sections").select("form[action$=rename]").attr("action");
        var section = rename.replaceFirst(".*/(\\d+)/rename", "$1");
        var moved = bob.post(course + "/people/" + id + "/section", "section", section);
        assertThat(moved.header("Location")).endsWith("done=moved");
        var more = new String[] {"who", "all", "assignment", "1", "how", "days", "days", "3", "why", "ill"};
        var seen = Browsing.parse(bob.post(course + "/extensions", more))
                .select("[name=confirm]")
                .val();
        var confirmed = Arrays.copyOf(more, more.length + 2);
        confirmed[more.length] = "confirm";
        confirmed[more.length + 1] = seen;
        assertThat(bob.post(course + "/extensions", confirmed).header("Location"))
                .endsWith("done=given");
        bob.post(course + "/late-days", "days", "3");
        assertThat(learner.post(course + "/assignments/1/late-days").header("Location"))
                .endsWith("done=late-day");
        for (var days : new String[] {"2", "0"}) { // the date with two more days stays: the assignment is open
            assertThat(bob.post(course + "/people/" + id + "/times", "days", days)
                            .header("Location"))
                    .endsWith("done=times");
        }
        var note = bob.page(course + "/mistakes").select("form[action$=note]").get(0);
        var sent = bob.post(
                course + "/mistakes/note",
                "template",
                note.select("[name=template]").val(),
                "part",
                note.select("[name=part]").val(),
                "key",
                note.select("[name=key]").val(),
                "text",
                "Look again.");
        assertThat(sent.header("Location")).contains("done=sent");
        workAgainstTheClock(learner, bob, course, set);
    }

    /** Has started, and stopped in the middle of an answer. */
    private static void workAgainstTheClock(Browsing learner, Browsing bob, String course, String set) {
        bob.post(
                course + "/assignments",
                "set",
                set.replaceFirst(".*/", ""),
                "title",
                "Test",
                "opens",
                "2020-01-01T00:00",
                "due",
                "2090-01-01T00:00",
                "minutes",
                "45");
        var test = course + "/assignments/2";
        learner.post(test + "/start");
        learner.get(test + "/problems/1");
        assertThat(learner.script(test + "/problems/1/draft", "answer-a", "x^2 +")
                        .statusCode())
                .isEqualTo(204);
    }
}

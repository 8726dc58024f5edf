package org.nabla;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.nabla.account.mail.Mailbox;
import org.nabla.classroom.Lesson;
import org.nabla.lti.TestPlatform;
import org.nabla.mail.MailServer;
import org.nabla.signon.TestSignOn;

/**
 * All pages that people see, and one way to each. {@link SitePagesTest} looks at every one of them as people with and without
 * sight, mouse and patience do, and fails where a page of the application is not in this table: whoever makes a page adds it.
 */
final class SitePages {

    /** Who looks at a page. */
    enum Who {
        /** Nobody in particular, who has done nothing yet. */
        NEWCOMER,
        /** Somebody with an account who has done everything once: {@link LearnerLife}. */
        LEARNER,
        /** Bob, in whose course somebody works. */
        TEACHER,
        /** Ada, who works in the course of Bob. */
        PUPIL,
        /** Somebody who has just signed in with the password of a roster. */
        ROSTERED,
        /** A teacher who has just come by a learning platform for the first time. */
        FROM_PLATFORM,
        /** Whoever runs the site. */
        OPERATOR
    }

    /**
     * One page.
     *
     * @param route as the application names it, with braces
     * @param address where it is, for the one who looks
     */
    record SitePage(String route, Who who, Function<Browsing, String> address) {

        static SitePage page(String route, Who who, String address) {
            return new SitePage(route, who, visitor -> address);
        }
    }

    /** One course for all its pages, made when the first of them is looked at. */
    private static final class Shared {
        static final Lesson LESSON = new Lesson();
        static final String ASSIGNMENT;
        /** Against the clock, and not started. */
        static final String TIMED;
        /** The same, and running. */
        static final String RUNNING;

        static {
            var ada = LESSON.learner("Ada");
            TIMED = LESSON.assign(LESSON.set("gradient-at-a-point"), Map.of("title", "Test", "minutes", "45"));
            RUNNING = LESSON.assign(LESSON.set("gradient-at-a-point"), Map.of("title", "Retake", "minutes", "45"));
            ada.post(RUNNING + "/start");
            ASSIGNMENT = LESSON.assign(LESSON.set("gradient-at-a-point", "first-partial-derivative"), Map.of());
            Lesson.answer(ada, ASSIGNMENT + "/problems/2", "x^2");
            Lesson.answer(ada, ASSIGNMENT + "/problems/2", "17");
        }
    }

    static final List<SitePage> ALL = List.of(
            SitePage.page("/", Who.NEWCOMER, "/"),
            SitePage.page("/help", Who.NEWCOMER, "/help"),
            SitePage.page("/about", Who.NEWCOMER, "/about"),
            SitePage.page("/skills", Who.NEWCOMER, "/skills?q=gradient"),
            SitePage.page("/skills", Who.NEWCOMER, "/skills?q=nothing+of+the+sort"),
            SitePage.page("/skills", Who.LEARNER, "/skills"),
            SitePage.page("/skills/map", Who.NEWCOMER, "/skills/map"),
            SitePage.page("/skills/map/{area}", Who.LEARNER, "/skills/map/partial-differentiation"),
            SitePage.page("/skills/{name}", Who.NEWCOMER, "/skills/gradient"),
            SitePage.page("/skills/{name}", Who.LEARNER, "/skills/softmax?variant=2&typed=1/6&answers"),
            SitePage.page("/search", Who.NEWCOMER, "/search?q=gradiant"),
            SitePage.page("/search", Who.NEWCOMER, "/search?q=nothing+of+the+sort"),
            SitePage.page("/practice/{template}/{seed}", Who.NEWCOMER, "/practice/jacobian-matrix-at-a-point/3"),
            SitePage.page("/practice/{template}/{seed}", Who.LEARNER, "/practice/draw-the-gradient/3?stage=start"),
            new SitePage("/practice/{template}/{seed}", Who.LEARNER, SitePages::firstAttempt),
            SitePage.page("/check-in", Who.NEWCOMER, "/check-in"),
            SitePage.page("/check-in/result", Who.LEARNER, "/check-in/result"),
            new SitePage("/check-in/{position}", Who.LEARNER, SitePages::question),
            SitePage.page("/check-in", Who.LEARNER, "/check-in"),
            SitePage.page("/progress", Who.NEWCOMER, "/progress"),
            SitePage.page("/progress", Who.LEARNER, "/progress"),
            SitePage.page("/sign-in", Who.NEWCOMER, "/sign-in"),
            SitePage.page("/sign-up", Who.NEWCOMER, "/sign-up"),
            SitePage.page("/account", Who.LEARNER, "/account"),
            SitePage.page("/account/devices", Who.LEARNER, "/account/devices"),
            SitePage.page("/account/second-step", Who.LEARNER, "/account/second-step"),
            SitePage.page("/moodle/{template}", Who.TEACHER, "/moodle/gradient-at-a-point"),
            lesson(
                    "/courses/{course}/sets/{set}/moodle",
                    lesson -> lesson.set("gradient-at-a-point", "parallel-vectors") + "/moodle"),
            lesson("/courses/{course}/assignments/{number}/moodle", lesson -> Shared.ASSIGNMENT + "/moodle"),
            SitePage.page("/embed", Who.NEWCOMER, "/embed"),
            SitePage.page("/embed/{template}/{seed}", Who.NEWCOMER, "/embed/jacobian-matrix-at-a-point/3"),
            SitePage.page("/account/tokens", Who.LEARNER, "/account/tokens"),
            SitePage.page("/account/mail", Who.LEARNER, "/account/mail"),
            SitePage.page("/account/mail", Who.PUPIL, "/account/mail"),
            new SitePage("/mail/confirm/{token}", Who.PUPIL, SitePages::addressToConfirm),
            SitePage.page("/account/mail", Who.PUPIL, "/account/mail?done=sent"),
            SitePage.page("/mail/confirmed", Who.NEWCOMER, "/mail/confirmed"),
            new SitePage("/mail/unsubscribe/{token}", Who.NEWCOMER, visitor -> notices()),
            SitePage.page("/lost-password", Who.NEWCOMER, "/lost-password"),
            SitePage.page("/lost-password/sent", Who.NEWCOMER, "/lost-password/sent"),
            new SitePage("/lost-password/{token}", Who.NEWCOMER, visitor -> passwordToChoose()),
            SitePage.page("/lost-password/changed", Who.NEWCOMER, "/lost-password/changed"),
            SitePage.page("/account/numbers", Who.NEWCOMER, "/account/numbers"),
            SitePage.page("/account/numbers", Who.LEARNER, "/account/numbers?saved=yes"),
            SitePage.page("/account/data", Who.NEWCOMER, "/account/data"),
            SitePage.page("/account/data", Who.LEARNER, "/account/data"),
            SitePage.page("/account/delete", Who.LEARNER, "/account/delete"),
            SitePage.page("/account/deleted", Who.NEWCOMER, "/account/deleted"),
            SitePage.page("/courses", Who.OPERATOR, "/courses"),
            SitePage.page("/courses", Who.LEARNER, "/courses"),
            SitePage.page("/teach", Who.NEWCOMER, "/teach"),
            SitePage.page("/teach", Who.PUPIL, "/teach"),
            SitePage.page("/teach", Who.LEARNER, "/teach"),
            new SitePage("/teach/{token}", Who.PUPIL, visitor -> offer(Lesson.person("Bob"))),
            SitePage.page("/courses/new", Who.LEARNER, "/courses/new"),
            course("/courses/{course}", ""),
            course("/courses/{course}/people", "/people"),
            lesson("/courses/{course}/people/{learner}", lesson -> linkTo(lesson, lesson.course + "/people")),
            lesson("/courses/{course}/people/add", SitePages::peopleToAdd),
            lesson("/courses/{course}/sections", SitePages::sections),
            lesson(
                    "/courses/{course}/assignments/{number}/sections",
                    lesson -> sections(lesson).replace("/sections", "/assignments/1/sections")),
            lesson("/courses/{course}/extensions", lesson -> lesson.course + "/extensions"),
            pupil("/courses/{course}/assignments/{number}/late-days", lesson -> {
                lesson.bob.post(lesson.course + "/late-days", "days", "3");
                return Shared.ASSIGNMENT + "/late-days";
            }),
            course("/courses/{course}/teachers", "/teachers"),
            course("/courses/{course}/settings", "/settings"),
            course("/courses/{course}/log", "/log"),
            lesson("/courses/{course}/zone", lesson -> lesson.course + "/zone?to=America/New_York"),
            lesson("/courses/{course}/copy", lesson -> lesson.course + "/copy"),
            course("/courses/{course}/roster", "/roster"),
            lesson("/courses/{course}/roster/plan", SitePages::rosterPlan),
            lesson(
                    "/courses/{course}/roster/columns",
                    lesson -> rosterPlan(lesson).replace("/plan", "/columns")),
            new SitePage("/invitations/{token}", Who.LEARNER, visitor -> invitation(Browsing.signedUp("Bob"))),
            SitePage.page("/new-password", Who.ROSTERED, "/new-password"),
            SitePage.page("/join", Who.LEARNER, "/join"),
            new SitePage("/join/{code}", Who.NEWCOMER, visitor -> joinAddress(Browsing.signedUp("Bob"))),
            lesson("/courses/{course}/sets", lesson -> lesson.course + "/sets"),
            lesson("/courses/{course}/sets/{set}", lesson -> lesson.set("gradient-at-a-point")),
            lesson("/courses/{course}/sets/{set}/find", lesson -> lesson.set("gradient-at-a-point") + "/find"),
            lesson("/courses/{course}/sets/{set}/preview", lesson -> lesson.set("gradient-at-a-point") + "/preview"),
            lesson(
                    "/courses/{course}/sets/{set}/worksheet",
                    lesson -> lesson.set("gradient-at-a-point") + "/worksheet"),
            lesson("/courses/{course}/assignments", lesson -> lesson.course + "/assignments"),
            lesson("/courses/{course}/assignments/dates", lesson -> lesson.course + "/assignments/dates"),
            lesson("/courses/{course}/assignments/new", SitePages::newAssignment),
            lesson("/courses/{course}/assignments/{number}", lesson -> Shared.ASSIGNMENT),
            lesson("/courses/{course}/assignments/{number}/rules", lesson -> Shared.ASSIGNMENT + "/rules"),
            lesson(
                    "/courses/{course}/assignments/{number}/learners/{learner}",
                    lesson -> linkTo(lesson, Shared.ASSIGNMENT)),
            lesson("/courses/{course}/gradebook/{learner}", lesson -> linkTo(lesson, lesson.course + "/gradebook")),
            pupil("/courses/{course}", lesson -> lesson.course),
            pupil("/courses/{course}/assignments", lesson -> lesson.course + "/assignments"),
            pupil("/courses/{course}/assignments/{number}", lesson -> Shared.ASSIGNMENT),
            pupil(
                    "/courses/{course}/assignments/{number}/problems/{position}",
                    lesson -> Shared.ASSIGNMENT + "/problems/1"),
            pupil(
                    "/courses/{course}/assignments/{number}/problems/{position}",
                    lesson -> Shared.ASSIGNMENT + "/problems/2"),
            pupil("/courses/{course}/assignments/{number}", lesson -> Shared.TIMED),
            pupil(
                    "/courses/{course}/assignments/{number}/problems/{position}",
                    lesson -> Shared.RUNNING + "/problems/1"),
            lesson("/courses/{course}/gradebook", lesson -> lesson.course + "/gradebook"),
            lesson("/courses/{course}/gradebook", lesson -> lesson.course + "/gradebook?alone=1"),
            lesson("/courses/{course}/gradebook/items", lesson -> lesson.course + "/gradebook/items?assignment=1"),
            lesson("/courses/{course}/gradebook/variants", lesson -> lesson.course + "/gradebook/variants?numbers=a"),
            lesson("/courses/{course}/gradebook/weights", lesson -> lesson.course + "/gradebook/weights"),
            pupil("/courses/{course}/marks", lesson -> lesson.course + "/marks"),
            lesson("/courses/{course}/gradebook/corrections", lesson -> lesson.course + "/gradebook/corrections"),
            lesson(
                    "/courses/{course}/gradebook/regrade/{number}/{position}",
                    lesson -> Shared.ASSIGNMENT.replace("/assignments/", "/gradebook/regrade/") + "/2"),
            lesson("/courses/{course}/mistakes", lesson -> lesson.course + "/mistakes"),
            SitePage.page("/practice", Who.NEWCOMER, "/practice"),
            SitePage.page("/laboratory", Who.NEWCOMER, "/laboratory"),
            SitePage.page("/projects", Who.LEARNER, "/projects"),
            SitePage.page("/projects/{id}", Who.NEWCOMER, "/projects/gradient-check"),
            SitePage.page("/projects/{id}", Who.TEACHER, "/projects/gradient-check"),
            SitePage.page("/projects/{id}/run/{step}", Who.LEARNER, "/projects/gradient-check/run/loss"),
            SitePage.page("/projects/{id}/run/{step}", Who.LEARNER, "/projects/gradient-check/run/tiny"),
            SitePage.page("/projects/{id}/run/end", Who.LEARNER, "/projects/gradient-check/run/end"),
            new SitePage("/projects/{id}/edit", Who.LEARNER, SitePages::ownProject),
            new SitePage("/projects/{id}/data/{seed}/table", Who.LEARNER, SitePages::projectData),
            SitePage.page("/teaching", Who.LEARNER, "/teaching"),
            SitePage.page("/templates", Who.LEARNER, "/templates"),
            SitePage.page("/templates/reference", Who.LEARNER, "/templates/reference"),
            SitePage.page("/templates/{id}", Who.LEARNER, "/templates/gradient-at-a-point"),
            new SitePage("/templates/{id}/edit", Who.LEARNER, SitePages::ownTemplate),
            new SitePage("/templates/{id}/versions", Who.LEARNER, SitePages::versions),
            new SitePage("/templates/{id}/versions/{version}", Who.LEARNER, author -> versions(author) + "/1"),
            SitePage.page("/lti/link", Who.LEARNER, "/lti/link"),
            new SitePage("/lti/contexts/{context}", Who.FROM_PLATFORM, visitor -> SitePages.place),
            new SitePage("/lti/contexts/{context}", Who.PUPIL, SitePages::notYet),
            new SitePage("/lti/deeplink/{token}", Who.FROM_PLATFORM, bob -> SitePages.pick),
            new SitePage("/courses/{course}/platforms", Who.FROM_PLATFORM, bob -> SitePages.picked + "/platforms"),
            SitePage.page("/lti/link", Who.FROM_PLATFORM, "/lti/link"),
            SitePage.page("/account", Who.FROM_PLATFORM, "/account"),
            SitePage.page("/operator", Who.OPERATOR, "/operator"),
            SitePage.page("/operator/predictions", Who.OPERATOR, "/operator/predictions"),
            SitePage.page("/operator/users", Who.OPERATOR, "/operator/users"),
            new SitePage("/operator/users/{user}", Who.OPERATOR, SitePages::user),
            SitePage.page("/operator/log", Who.OPERATOR, "/operator/log"),
            SitePage.page("/operator/courses", Who.OPERATOR, "/operator/courses"),
            new SitePage("/operator/courses/{course}", Who.OPERATOR, SitePages::anyCourse),
            SitePage.page("/operator/retention", Who.OPERATOR, "/operator/retention"),
            SitePage.page("/privacy", Who.NEWCOMER, "/privacy"),
            SitePage.page("/terms", Who.NEWCOMER, "/terms"),
            SitePage.page("/imprint", Who.NEWCOMER, "/imprint"),
            SitePage.page("/operator/lessons", Who.OPERATOR, "/operator/lessons"),
            SitePage.page("/operator/witness", Who.OPERATOR, "/operator/witness"),
            SitePage.page("/operator/reports", Who.OPERATOR, "/operator/reports"),
            SitePage.page("/operator/teachers", Who.OPERATOR, "/operator/teachers"),
            SitePage.page("/operator/passwords", Who.OPERATOR, "/operator/passwords"),
            SitePage.page("/operator/platforms", Who.OPERATOR, "/operator/platforms"),
            SitePage.page("/operator/platforms/new", Who.OPERATOR, "/operator/platforms/new"),
            new SitePage("/operator/platforms/{platform}", Who.OPERATOR, SitePages::platform),
            SitePage.page("/operator/sign-on/new", Who.OPERATOR, "/operator/sign-on/new"),
            new SitePage("/operator/sign-on/{provider}", Who.OPERATOR, SitePages::signOn),
            SitePage.page("/operator/sign-on", Who.OPERATOR, "/operator/sign-on"),
            new SitePage("/operator/mail", Who.OPERATOR, visitor -> lettersThatDidNotArrive()),
            SitePage.page("/sign-in", Who.NEWCOMER, "/sign-in"));

    /** Addresses under which there is no page of their own, each with the reason. */
    static final Map<String, String> NO_PAGE = Map.ofEntries(
            Map.entry("/practice/{template}", "leads on to an exercise"),
            Map.entry("/attempts/{submission}", "leads on to where the answer was given"),
            Map.entry("/skills/{skill}/lesson", "leads to the page of the skill, which begins with its lesson"),
            Map.entry("/check-in/next", "leads on to a question or the result"),
            Map.entry("/sign-in/code", "only between a password and its code: AccountBrowserTest looks at it"),
            Map.entry("/account/export", "a file"),
            Map.entry("/courses/{course}/sets/{set}/worksheet.pdf", "a file"),
            Map.entry("/embed/{template}", "leads on to one of its exercises"),
            Map.entry("/moodle/{template}/questions.xml", "a file"),
            Map.entry("/courses/{course}/sets/{set}/moodle.xml", "a file"),
            Map.entry("/courses/{course}/assignments/{number}/moodle.xml", "a file"),
            Map.entry("/lti/jwks", "keys, for programs"),
            Map.entry("/courses/{course}/roster/progress", "numbers for the page of the plan"),
            Map.entry("/lti/register", "answers only a platform: DynamicRegistrationTest"),
            Map.entry("/lti/login", "leads on to a platform"),
            Map.entry("/sign-in/with/{provider}", "leads on to the sign-on of a school"),
            Map.entry("/sign-in/with/{provider}/back", "leads on to where they wanted to be: CertifiedProviderTest"),
            Map.entry("/projects/{id}/run", "leads on to the next step"),
            Map.entry("/projects/{id}/data/{seed}/data.csv", "a file"),
            Map.entry("/projects/{id}/data/{seed}/data.py", "a file"),
            Map.entry("/projects/{id}/data/{seed}/notebook.ipynb", "a file"),
            Map.entry("/projects/{id}/data/{seed}/program.py", "a file"),
            Map.entry("/templates/{id}/check", "a piece of the page of the editor"),
            Map.entry("/courses/{course}/sets/{set}/variants", "a piece of the page of the set"));

    private SitePages() {}

    /** A page of a course, for the one who teaches it. */
    private static SitePage course(String route, String end) {
        return new SitePage(route, Who.LEARNER, teacher -> teacher.openCourse("To look at") + end);
    }

    private static SitePage lesson(String route, Function<Lesson, String> address) {
        return new SitePage(route, Who.TEACHER, bob -> address.apply(Shared.LESSON));
    }

    private static String newAssignment(Lesson lesson) {
        var set = lesson.set("gradient-at-a-point");
        return lesson.course + "/assignments/new?set=" + set.replaceFirst(".*/", "");
    }

    private static SitePage pupil(String route, Function<Lesson, String> address) {
        return new SitePage(route, Who.PUPIL, ada -> address.apply(Shared.LESSON));
    }

    /** The page of a learner, from a table of all. */
    private static String linkTo(Lesson lesson, String table) {
        return lesson.bob.page(table).select("tbody th a").attr("href");
    }

    /** With one section at least. */
    private static String sections(Lesson lesson) {
        lesson.bob.post(lesson.course + "/sections", "title", "Tuesday group");
        return lesson.course + "/sections";
    }

    /** Ada is missing in it, Zoe is new, and a login is taken. */
    private static String rosterPlan(Lesson lesson) {
        lesson.bob.upload(
                lesson.course + "/roster",
                "files",
                "class.csv",
                "name,login\nZoe," + Browsing.newLogin() + "\nOlga,operator\n");
        return lesson.course + "/roster/plan";
    }

    /** With the learners of another course of Bob, and somebody who is asked. */
    private static String peopleToAdd(Lesson lesson) {
        var other = new Lesson();
        other.learner("Eve");
        other.bob.post(other.course + "/archive");
        lesson.bob.post(lesson.course + "/people/invite", "login", "operator");
        return lesson.course + "/people/add?from=" + other.course.replaceFirst(".*/", "");
    }

    private static String addressToConfirm(Browsing somebody) {
        try (var server = new MailServer()) {
            var address = Mailbox.newAddress();
            Mailbox.give(somebody, address);
            Mailbox.round();
            return server.only(address).link("/mail/confirm/");
        }
    }

    private static String notices() {
        try (var server = new MailServer()) {
            var address = Mailbox.newAddress();
            var lesson = new Lesson();
            var eve = lesson.join(Browsing.signedUp("Eve"));
            lesson.assign(lesson.set("gradient-at-a-point"), Map.of("due", Lesson.day(1)));
            Mailbox.confirm(eve, address, server);
            eve.post("/account/mail/notices", "zone", "Europe/Vienna", "kind", "DUE");
            Mailbox.morning("PT0S");
            Mailbox.morning("PT12H"); // one of both is after eight
            return server.to(address).get(1).link("/mail/unsubscribe/");
        }
    }

    private static String passwordToChoose() {
        try (var server = new MailServer()) {
            var address = Mailbox.newAddress();
            Mailbox.confirm(Browsing.signedUp("Eve"), address, server);
            Mailbox.forgot(address);
            Mailbox.round();
            return server.to(address).get(1).link("/lost-password/");
        }
    }

    private static String lettersThatDidNotArrive() {
        Mailbox.give(Browsing.signedUp("Eve"), Mailbox.newAddress());
        Mailbox.round();
        return "/operator/mail";
    }

    private static String invitation(Browsing teacher) {
        var made = teacher.post(teacher.openCourse("To teach") + "/teachers/link");
        return Browsing.parse(made).select(".secret code").text().replaceFirst("^https?://[^/]+", "");
    }

    private static String offer(Browsing teacher) {
        return Browsing.parse(teacher.post("/teach/link"))
                .select(".secret code")
                .text()
                .replaceFirst("^https?://[^/]+", "");
    }

    /** Somebody whom a roster has given an account, at their first sign-in. */
    /** Whose courses they are. */
    static Browsing teacher() {
        return Shared.LESSON.bob;
    }

    static Browsing withPasswordForOnce() {
        var login = Browsing.newLogin();
        var bob = Lesson.person("Bob");
        var course = bob.openCourse("To hand out");
        bob.upload(course + "/roster", "files", "class.csv", "name,login\nZoe," + login + "\n");
        var plan = bob.page(course + "/roster/plan").select("[name=plan]").val();
        var slips = Browsing.parse(bob.post(course + "/roster/plan", "plan", plan));
        var zoe = Browsing.start();
        zoe.signIn(login, slips.select(".slips dd.code").get(1).text());
        return zoe;
    }

    private static String joinAddress(Browsing teacher) {
        return "/join/"
                + teacher.page(teacher.openCourse("To join"))
                        .select(".join-code")
                        .text();
    }

    private static String ownTemplate(Browsing author) {
        return Lesson.path(author.post("/templates", "copy", "gradient-at-a-point"));
    }

    private static String versions(Browsing author) {
        return ownTemplate(author).replace("/edit", "/versions");
    }

    private static String ownProject(Browsing teacher) {
        return Lesson.path(teacher.post("/projects/gradient-check/copy"));
    }

    private static String projectData(Browsing learner) {
        return learner.page("/projects/gradient-check/run/loss")
                .select(".files a")
                .attr("href");
    }

    private static String question(Browsing learner) {
        return Lesson.path(learner.post("/check-in", "track", "machine-learning"));
    }

    /** Where a teacher from a platform stands first; then the page on which they pick links, and its course. */
    private static String place = "";

    private static String pick = "";
    private static String picked = "";

    /** A teacher whom a platform sends, who has not said yet which course theirs is, and who picks links in another one. */
    static Browsing fromPlatform() {
        try (var platform = new TestPlatform()) {
            platform.register();
            var bob = Browsing.start();
            place = platform.launch(bob, "bob", TestPlatform.INSTRUCTOR).header("Location");
            var asked = platform.launch(
                    bob, "bob", TestPlatform.INSTRUCTOR, TestPlatform.toolRoot() + "/lti/launch", message -> {
                        message.body.context.id = "another";
                        message.asksForLinks(platform.root + "/back");
                        message.body.deep_link.accept_multiple = true;
                    });
            var form = bob.follow(asked);
            pick = Lesson.path(bob.post(
                    form.select("main form").attr("action"),
                    "course",
                    "new",
                    "title",
                    "Calculus there",
                    "zone",
                    "UTC",
                    "next",
                    form.select("[name=next]").val()));
            picked = bob.page(pick).select(".where a").attr("href");
            bob.post(picked + "/sets", "title", "Gradients");
            return bob;
        }
    }

    private static String signOn(Browsing operator) {
        try (var school = new TestSignOn()) {
            school.register("label", "Sign in with the University of Somewhere Far Away");
            return operator.page("/operator/sign-on")
                    .select("li:contains(" + school.issuer + ") a")
                    .attr("href");
        }
    }

    private static String notYet(Browsing pupil) {
        try (var platform = new TestPlatform()) {
            platform.register();
            var ada = Browsing.start();
            var place = platform.launch(ada, "ada", TestPlatform.LEARNER).header("Location");
            var login = pupil.page("/account").select("main .lead strong").text();
            ada.post("/lti/link", "login", login, "password", "correct horse battery");
            return place;
        }
    }

    private static String user(Browsing operator) {
        var teacher = Browsing.teacher("Grace");
        teacher.openCourse("Surfaces");
        return operator.page("/operator/users?q=" + teacher.login())
                .select("tbody th a")
                .attr("href");
    }

    private static String anyCourse(Browsing operator) {
        Browsing.teacher("Maria").openCourse("Curves");
        return operator.page("/operator/courses").select("tbody th a").attr("href");
    }

    private static String platform(Browsing operator) {
        operator.post(
                "/operator/platforms",
                "name",
                "Canvas of our school",
                "issuer",
                "https://canvas.example.org/" + UUID.randomUUID(),
                "client",
                "10000000000001",
                "authorization",
                "https://sso.example.org/authorize",
                "token",
                "https://sso.example.org/token",
                "jwks",
                "https://sso.example.org/jwks",
                "deployments",
                "1:a");
        return operator.page("/operator/platforms")
                .select("main .rows a:not([href$=new])")
                .attr("href");
    }

    private static String firstAttempt(Browsing learner) {
        return learner.page("/progress").select(".history a").attr("href");
    }
}

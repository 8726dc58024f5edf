package org.nabla.account.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.Telephone;
import org.nabla.account.UserId;
import org.nabla.account.password.PasswordCheck;
import org.nabla.api.token.TestTokens;
import org.nabla.lti.TestPlatform;

/** Whoever runs the site finds people and helps them; every act is in the log. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class UsersTest {
    private static final String PASSWORD = "correct horse battery";

    private Browsing operator = Browsing.start();

    @Inject
    Users users;

    @Inject
    DataSource database;

    @BeforeEach
    void signIn() {
        operator = Browsing.operator();
    }

    private String address(Browsing somebody) {
        return operator.page("/operator/users?q=" + somebody.login())
                .select("tbody th a")
                .attr("href");
    }

    private Document log(String user) {
        return operator.page("/operator/log?about=" + user.replaceAll("\\D", ""));
    }

    @Test
    void theyAreFoundByPartsOfNameAndLogin() {
        var name = "Zo 100%_" + UUID.randomUUID().toString().substring(0, 8);
        var zoe = Browsing.signedUp(name);
        var other = Browsing.signedUp("Another");

        assertThat(operator.page("/operator/users?q=" + name.substring(3))
                        .select("tbody th")
                        .eachText())
                .containsExactly(name);
        assertThat(operator.page("/operator/users?q=" + zoe.login().substring(6).toUpperCase(Locale.ROOT))
                        .select("tbody code")
                        .eachText())
                .containsExactly(zoe.login());
        assertThat(operator.page("/operator/users?q=" + UUID.randomUUID()).text())
                .contains("Nobody is found");
        assertThat(operator.page("/operator/users?show=teachers&q=" + zoe.login())
                        .select("tbody tr"))
                .isEmpty();
        zoe.teach();
        assertThat(operator.page("/operator/users?show=teachers&q=" + zoe.login())
                        .select("tbody td:last-child")
                        .text())
                .isEqualTo("teacher");
        assertThat(other.get(address(zoe)).statusCode()).isEqualTo(404);
    }

    @Test
    void manyAreOnSeveralPages() {
        for (var i = 0; i < 51; i++) {
            Browsing.signedUp("Quentin");
        }
        var first = operator.page("/operator/users?q=quentin");

        assertThat(first.select("tbody tr")).hasSize(50);
        var second = operator.page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).isNotEmpty();
        assertThat(second.select("tbody a").eachAttr("href"))
                .doesNotContainAnyElementsOf(first.select("tbody a").eachAttr("href"));
        assertThat(second.select("a[rel=prev]")).hasSize(1);
    }

    @Test
    void onePageSaysWhoTheyAre() {
        var bob = Browsing.teacher("Bob the Teacher");
        bob.openCourse("Surfaces");

        var page = operator.page(address(bob));

        assertThat(page.select("main").text())
                .contains("Bob the Teacher", bob.login(), "teach", "a password", "Surfaces", "teacher");
        assertThat(page.text()).contains("Where they are signed in");
        assertThat(page.select("main").text()).contains("made a teacher of Bob the Teacher");
    }

    @Test
    void whoIsKeptOutIsOutAtOnceAndToldWhy() {
        var ada = Browsing.teacher("Ada");
        var page = address(ada);
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);

        assertThat(operator.follow(operator.post(page + "/close")).text()).contains("This account is closed");

        assertThat(ada.get("/account").statusCode()).as("signed out").isEqualTo(303);
        var refused = Browsing.start().signIn(ada.login(), PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#login-error").text()).startsWith("This account is closed.");
        assertThat(Browsing.parse(Browsing.start().signIn(ada.login(), "a wrong password"))
                        .select("#login-error")
                        .text())
                .as("whoever guesses learns nothing")
                .isEqualTo(PasswordCheck.WRONG);
        assertThat(operator.page("/operator/users?show=closed&q=" + ada.login()).select("tbody tr"))
                .hasSize(1);

        assertThat(operator.follow(operator.post(page + "/open")).text()).contains("is open again");
        assertThat(Browsing.start().signIn(ada.login(), PASSWORD).statusCode()).isEqualTo(303);
        assertThat(log(page).select("tbody").text())
                .contains("closed the account of Ada")
                .contains("opened the account again of Ada");
    }

    @Test
    void programsOfTheirsAreKeptOutToo() {
        var bob = Browsing.teacher("Bob");
        var secret = TestTokens.make(bob, "courses:read");
        assertThat(courses(secret)).isEqualTo(200);

        operator.post(address(bob) + "/close");
        assertThat(courses(secret)).isBetween(401, 403);
        operator.post(address(bob) + "/open");
        assertThat(courses(secret)).isEqualTo(200);
    }

    private static int courses(String secret) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + secret)
                .get("/api/v1/courses")
                .statusCode();
    }

    @Test
    void aPlatformDoesNotLetThemInEither() {
        try (var platform = new TestPlatform().register()) {
            var person = UUID.randomUUID().toString();
            var ada = Browsing.start();
            assertThat(platform.launch(ada, person, TestPlatform.LEARNER).statusCode())
                    .isEqualTo(303);
            var page = operator.page("/operator/users?q=" + person)
                    .select("tbody th a")
                    .attr("href");

            operator.post(page + "/close");
            var again = platform.launch(Browsing.start(), person, TestPlatform.LEARNER);

            assertThat(ada.get("/account").statusCode()).isEqualTo(303);
            assertThat(again.statusCode()).isEqualTo(403);
            assertThat(Browsing.parse(again).select("h1").text()).isEqualTo("This account is closed");
            operator.post(page + "/open");
            assertThat(platform.launch(Browsing.start(), person, TestPlatform.LEARNER)
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void theyGetAOneTimePassword() {
        var ada = Browsing.signedUp("Ada");
        var page = address(ada);

        var given = Browsing.parse(operator.post(page + "/password"))
                .select(".secret-word")
                .text();

        assertThat(Browsing.start().signIn(ada.login(), given).header("Location"))
                .contains("/new-password");
        assertThat(ada.get("/account").statusCode()).isEqualTo(303);
        assertThat(operator.page(page).select(".secret-word")).isEmpty();
        assertThat(log(page).select("tbody").text()).contains("gave a one-time password to Ada");
    }

    @Test
    void theirCodeTheirSessionsAndTheirTeachingEnd() {
        var ada = Browsing.signedUp("Ada");
        Telephone.wantedBy(ada, PASSWORD);
        var page = address(ada);
        assertThat(Browsing.start().signIn(ada.login(), PASSWORD).header("Location"))
                .contains("/sign-in/code");

        operator.post(page + "/second-step");
        assertThat(Browsing.start().signIn(ada.login(), PASSWORD).header("Location"))
                .doesNotContain("/sign-in/code");
        operator.post(page + "/sign-out");
        assertThat(ada.get("/account").statusCode()).isEqualTo(303);

        operator.post(page + "/teaching", "teaches", "yes");
        ada.signIn(ada.login(), PASSWORD);
        assertThat(ada.get("/teaching").statusCode()).isEqualTo(200);
        operator.post(page + "/teaching");
        assertThat(ada.get("/teaching").statusCode()).isEqualTo(403);
        assertThat(log(page).select("tbody td:last-child").eachText())
                .containsExactly(
                        "took teaching back from Ada",
                        "made a teacher of Ada",
                        "signed out everywhere: Ada",
                        "asks for no code any more of Ada");
    }

    @Test
    void nobodyLocksThemselvesOut() throws SQLException {
        var own = address("operator");

        var refused = operator.post(own + "/close");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Browsing.parse(refused).select("main").text()).contains("your own account");
        assertThat(operator.post(own + "/password").statusCode()).isEqualTo(409);
        assertThat(operator.page("/operator").select("h1").text()).isEqualTo("Operation");
    }

    private String address(String login) {
        return operator.page("/operator/users?q=" + login).select("tbody tr").stream()
                .filter(row -> row.select("code").text().equals(login))
                .map(row -> row.select("a").attr("href"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoWhoRunTheSiteDoNotCloseEachOther() throws Exception {
        var second = Browsing.signedUp("Second");
        run("update account set operator = true where login = '" + second.login() + "'");
        var one = id("operator");
        var other = id(second.login());
        var others = number(
                "select count(*) from account where operator and disabled_at is null and not password_must_change"
                        + " and id <> " + other.value());
        var barrier = new CyclicBarrier(2);
        var two = Executors.newFixedThreadPool(2);
        try {
            var first = two.submit(() -> closed(barrier, one, other));
            var last = two.submit(() -> closed(barrier, other, one));
            var done = Stream.of(first.get(1, TimeUnit.MINUTES), last.get(1, TimeUnit.MINUTES))
                    .filter(Optional::isEmpty)
                    .count();
            assertThat(done).isEqualTo(others == 0 ? 1 : 2);
        } finally {
            two.shutdownNow();
            run("update account set disabled_at = null where login = 'operator'");
            run("update account set operator = false where login = '" + second.login() + "'");
        }
    }

    private Optional<String> closed(CyclicBarrier barrier, UserId by, UserId whom) throws Exception {
        barrier.await(1, TimeUnit.MINUTES);
        return users.disable(by, whom);
    }

    private UserId id(String login) throws SQLException {
        return new UserId(number("select id from account where login = '" + login + "'"));
    }

    private long number(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

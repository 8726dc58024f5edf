package org.nabla.operation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.SetClock;

/** Each rule removes what is due and nothing before; what the page says of it is what happened. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class RetentionTest {

    private static final String DAY = " - interval '1 day'";

    /** A row of a table that is due at {@code DUE}. The keys of others that it names need not exist. */
    private record Row(String table, String columns, String values) {}

    private static final Map<String, Row> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "sessions",
                    new Row(
                            "session",
                            "token_hash, account_id, created_at, last_seen_at, expires_at",
                            "HASH, -1, DUE" + DAY + ", DUE" + DAY + ", DUE")),
            Map.entry("deletions", new Row("erased_account", "account_id, erased_at", "-1, DUE - interval '730 days'")),
            Map.entry("half-sign-ins", new Row("half_sign_in", "token_hash, account_id, expires_at", "HASH, -1, DUE")),
            Map.entry(
                    "failures",
                    new Row("sign_in_failure", "subject_hash, failures, last_failed_at", "HASH, 3, DUE" + DAY)),
            Map.entry(
                    "teacher-invitations",
                    new Row(
                            "teacher_invitation",
                            "token_hash, invited_by, created_at, expires_at",
                            "HASH, -1, DUE" + DAY + ", DUE")),
            Map.entry(
                    "letters",
                    new Row(
                            "mail_message",
                            "kind, name, address, state, created_at, next_at, expires_at",
                            "'RECOVER', 'retention', 'a@example.org', 'SENT', DUE - interval '30 days', DUE, DUE")),
            Map.entry(
                    "letter-links",
                    new Row(
                            "mail_link",
                            "token_hash, purpose, account_id, address, expires_at",
                            "HASH, 'CONFIRM', -1, 'a@example.org', DUE")),
            Map.entry(
                    "learner-invitations",
                    new Row(
                            "learner_invitation",
                            "course_id, invitee_id, invited_at, expires_at",
                            "-1, -1, DUE" + DAY + ", DUE")),
            Map.entry(
                    "teaching-invitations",
                    new Row(
                            "teaching_invitation",
                            "course_id, token_hash, created_at, expires_at",
                            "-1, HASH, DUE" + DAY + ", DUE")),
            Map.entry(
                    "api-tokens",
                    new Row(
                            "api_token",
                            "token_hash, account_id, name, prefix, scopes, created_at, expires_at",
                            "HASH, -1, 'a script', 'x', 'courses:read', DUE - interval '60 days', DUE - interval '30 days'")),
            Map.entry(
                    "platform-logins",
                    new Row(
                            "lti_login",
                            "state_hash, nonce_hash, browser_hash, platform_id, question, created_at, expires_at",
                            "HASH, HASH, HASH, -1, '', DUE" + DAY + ", DUE")),
            Map.entry(
                    "platform-links",
                    new Row(
                            "lti_deep_link",
                            "token_hash, context_id, account_id, return_url, multiple, line_items, expires_at",
                            "HASH, -1, -1, '', false, false, DUE")),
            Map.entry(
                    "sign-ons-begun",
                    new Row(
                            "sign_on_begun",
                            "state_hash, nonce_hash, browser_hash, verifier, provider_id, next, expires_at",
                            "HASH, HASH, HASH, '', -1, '/', DUE")),
            Map.entry(
                    "sign-on-sessions",
                    new Row(
                            "sign_on_session",
                            "token_hash, provider_id, issuer, subject, sid, since",
                            "HASH, -1, 'i', 's', '', DUE")),
            Map.entry("sign-on-endings", new Row("sign_on_ended", "provider_id, message, expires_at", "-1, HASH, DUE")),
            Map.entry("rosters", new Row("roster_draft", "course_id, body, created_at", "-1, '{}', DUE" + DAY)),
            Map.entry(
                    "platform-marks",
                    new Row(
                            "lti_score",
                            "line_item_id, account_id, points, maximum, state, next_at",
                            "-1, -1, 1, 1, 'REFUSED', DUE - interval '365 days'")),
            Map.entry(
                    "operator-log",
                    new Row(
                            "operator_log",
                            "at, actor_id, act, detail",
                            "DUE - interval '730 days', -1, 'DISABLED', 'old'"))));

    @Inject
    RetentionRules rules;

    @Inject
    RetentionJob job;

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    private final SetClock clock = new SetClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    @Test
    void eachRuleRemovesWhatIsDueAndNothingBefore() throws SQLException {
        assertThat(rules.all().stream().map(RetentionRule::key))
                .as("a row for each rule but those of guests")
                .containsExactlyInAnyOrderElementsOf(keys());
        for (var rule : rules.all()) {
            if (!ROWS.containsKey(rule.key())) {
                continue;
            }
            var row = ROWS.get(rule.key());
            clock.pass(Duration.ofSeconds(1)); // a due date of its own
            job.run(rule, clock.instant()); // what other tests left
            put(row, clock.instant());
            var before = count(row.table());

            job.run(rule, clock.instant().minusSeconds(1));
            assertThat(count(row.table())).as("%s, before its time", rule.key()).isEqualTo(before);

            clock.pass(Duration.ofSeconds(1));
            job.run(rule, clock.instant());
            assertThat(count(row.table())).as("%s, when it is due", rule.key()).isEqualTo(before - 1);
            assertThat(run(rule).removed()).as(rule.key()).isEqualTo(1);
        }
    }

    private RetentionRule.Run run(RetentionRule rule) {
        return Objects.requireNonNull(job.runs().get(rule.key()));
    }

    private static List<String> keys() {
        var keys = new ArrayList<>(ROWS.keySet());
        keys.add("guests");
        keys.add("unused-guests");
        keys.add("exercises");
        return keys;
    }

    @Test
    void aGuestWhoDoesNotComeBackGoesWithAllThatTheyDid() throws SQLException {
        var guest = Browsing.start();
        guest.post(
                "/practice/first-partial-derivative/3",
                "submission",
                UUID.randomUUID().toString(),
                "answer-a",
                "x^2 y");
        var id = visitor(guest);
        var rule = rule("guests");

        run("update account set created_at = created_at - interval '400 days' where id = " + id);
        job.run(rule, clock.instant());
        assertThat(one("select count(*) from attempt where learner_id = " + id)).isEqualTo(1);

        run("update session set expires_at = '" + clock.instant().plusSeconds(60) + "' where account_id = " + id);
        job.run(rule, clock.instant());
        assertThat(one("select count(*) from account where id = " + id)).isEqualTo(1);
        clock.pass(Duration.ofSeconds(61));
        job.run(rule, clock.instant());

        assertThat(one("select count(*) from account where id = " + id)).isZero();
        assertThat(one("select count(*) from attempt where learner_id = " + id)).isZero();
        assertThat(one("select count(*) from session where account_id = " + id)).isZero();
    }

    @Test
    void aGuestWhoAnsweredNothingGoesAfterAWeek() throws SQLException {
        var answered = Browsing.start();
        answered.post("/practice/first-partial-derivative/3", "answer-a", "x^2 y");
        var looker = Browsing.start();
        looker.post("/practice/first-partial-derivative/3/help", "solution", "yes");
        var answering = visitor(answered);
        var looking = visitor(looker);
        var rule = rule("unused-guests");

        run("update account set created_at = created_at - interval '30 days' where id in (%d, %d)"
                .formatted(answering, looking));
        clock.pass(Duration.ofDays(6));
        job.run(rule, clock.instant());
        assertThat(one("select count(*) from account where id = " + looking)).isEqualTo(1);
        clock.pass(Duration.ofDays(1).plusMinutes(1));
        job.run(rule, clock.instant());

        assertThat(looking).isGreaterThan(answering);
        assertThat(one("select count(*) from account where id = " + looking)).isZero();
        assertThat(one("select count(*) from session where account_id = " + looking))
                .isZero();
        assertThat(one("select count(*) from account where id = " + answering)).isEqualTo(1);
    }

    @Test
    void anExerciseThatNobodyHasGoesAfterAMonthAndAnyOtherStays() throws SQLException {
        var guest = Browsing.start();
        guest.post("/practice/first-partial-derivative/3", "answer-a", "x^2 y");
        var learner = visitor(guest);
        var answered = exercise(1_000_001, 40);
        run("update attempt set exercise_id = %d where learner_id = %d".formatted(answered, learner));
        var helped = exercise(1_000_002, 40);
        run("insert into help_opened (learner_id, exercise_id, hints) values (%d, %d, 1)".formatted(learner, helped));
        var young = exercise(1_000_003, 29);
        var practised = exercise(999, 40);
        var unused = exercise(1_000_004, 31);
        var ofLaboratory = exercise(1_000_005, 31);
        run("insert into laboratory_exercise (exercise_id, address) values (%d, '/laboratory')"
                .formatted(ofLaboratory));
        run("update exercise_sweep set seen_id = " + (answered - 1));

        job.run(rule("exercises"), Instant.now());

        for (var stays : List.of(answered, helped, young, practised)) {
            assertThat(one("select count(*) from exercise where id = " + stays)).isEqualTo(1);
        }
        for (var gone : List.of(unused, ofLaboratory)) {
            assertThat(one("select count(*) from exercise where id = " + gone)).isZero();
        }
        assertThat(one("select seen_id from exercise_sweep")).isGreaterThanOrEqualTo(ofLaboratory);

        job.run(rule("exercises"), Instant.now());
        assertThat(one("select seen_id from exercise_sweep"))
                .as("from the first again")
                .isZero();
    }

    private long visitor(Browsing browsing) throws SQLException {
        return one("select account_id from session where token_hash = sha256('" + browsing.cookie("session") + "')");
    }

    private long exercise(int seed, int daysAgo) throws SQLException {
        return one("insert into exercise (template, version, seed, body, created_at) values ('made-for-retention', 1, "
                + seed + ", '{}', now() - interval '" + daysAgo + " days') returning id");
    }

    @Test
    void whoHasAnAccountStaysHoweverLongTheyAreAway() throws SQLException {
        var ada = Browsing.signedUp("Ada");
        var id = one("select id from account where login = '" + ada.login() + "'");
        run("update account set created_at = created_at - interval '4000 days' where id = " + id);
        run("delete from session where account_id = " + id);

        job.run(rule("guests"), clock.instant());

        assertThat(one("select count(*) from account where id = " + id)).isEqualTo(1);
    }

    @Test
    void aBatchIsBoundedAndTwoInstancesShareTheWork() throws Exception {
        var rule = rule("sign-on-endings");
        run(
                "insert into sign_on_ended (provider_id, message, expires_at) select -1, sha256(cast(n as text)::bytea), timestamptz '"
                        + clock.instant().minusSeconds(5) + "' from generate_series(1, " + (RetentionRule.ROWS + 700)
                        + ") n");

        int first = QuarkusTransaction.requiringNew()
                .call(() -> rule.removal().batch(entities, clock.instant(), rule.batch()));
        var two = Executors.newFixedThreadPool(2);
        try {
            for (var each : List.of(
                    two.submit(() -> job.run(rule, clock.instant())),
                    two.submit(() -> job.run(rule, clock.instant())))) {
                each.get(1, TimeUnit.MINUTES);
            }
        } finally {
            two.shutdownNow();
        }

        assertThat(first).isEqualTo(RetentionRule.ROWS);
        assertThat(one("select count(*) from sign_on_ended where provider_id = -1"))
                .isZero();
        assertThat(run(rule).total()).isGreaterThanOrEqualTo(700);
    }

    @Test
    void everyTableWhoseRowsEndHasARule() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select table_name from information_schema.columns"
                        + " where column_name = 'expires_at' and table_schema = 'public'")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        assertThat(ROWS.values().stream().map(Row::table)).containsAll(found);
    }

    @Test
    void theJobIsShownWithWhatItDid() {
        job.runAll();

        var page = Browsing.operator().page("/operator/retention");
        var everybody = Browsing.start().page("/privacy").text();
        for (var rule : rules.all()) {
            assertThat(page.text()).contains(rule.what(), rule.after());
            assertThat(everybody).contains(rule.what(), rule.after(), rule.why());
        }
        assertThat(page.select("tbody tr")).hasSameSizeAs(rules.all());
        assertThat(page.select("tbody").text()).doesNotContain("not yet");
    }

    private RetentionRule rule(String key) {
        return rules.all().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
    }

    private void put(Row row, Instant due) throws SQLException {
        run("insert into %s (%s) values (%s)"
                .formatted(
                        row.table(),
                        row.columns(),
                        row.values()
                                .replace("DUE", "timestamptz '" + due + "'")
                                .replace("HASH", "sha256('" + UUID.randomUUID() + "')")));
    }

    private long count(String table) throws SQLException {
        return one("select count(*) from " + table);
    }

    private long one(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Without looking at foreign keys. */
    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var own = sql.startsWith("insert");
            if (own) {
                statement.execute("set session_replication_role = replica");
            }
            statement.execute(sql);
            if (own) {
                statement.execute("set session_replication_role = origin");
            }
        }
    }
}

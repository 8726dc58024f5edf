package org.nabla;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;

/**
 * Fills the database of a test with what thousands of learners did in two years, by set-based SQL: a hundred attempts each, with
 * responses, evidence, what is known of their skills, exercises, courses, assignments and what was handed in.
 */
public final class GrownLog implements AutoCloseable {
    /** Numbers that nobody else has: of people, courses and assignments, and of all else. */
    private static final long PEOPLE = 10_000_000;

    private static final long LARGE = 9_000_000;
    private static final long THINGS = 1_000_000_000;
    private static final String EXERCISE = "/practice/first-partial-derivative/3";

    private final AgroalDataSource database =
            CDI.current().select(AgroalDataSource.class).get();
    private final List<String> veterans = new ArrayList<>(List.of("0"));
    private long attempts;

    /** What is made is like what Ada does here, in an exercise of the catalogue. */
    public GrownLog() {
        var ada = Browsing.signedUp("Ada");
        var wrong = answer(ada, "17");
        var right = answer(ada, key());
        execute("create schema grown");
        execute("""
                create table grown.sample as
                select x.id as own, x.body,
                       (select verdict from response r join submission s on s.learner_id = r.learner_id and s.attempt_id = r.attempt_id
                        where s.id = '%s') as verdict_right,
                       (select verdict from response r join submission s on s.learner_id = r.learner_id and s.attempt_id = r.attempt_id
                        where s.id = '%s') as verdict_wrong,
                       cast('{%s}' as text[]) as templates, cast('{%s}' as text[]) as skills
                from exercise x where x.template = 'first-partial-derivative' and x.seed = 3 and x.version < 9999""".formatted(right, wrong, String.join(",", templates()), String.join(",", skills())));
        execute("select ensure_attempt_partitions(cast(now() - interval '25 months' as date), 25)");
    }

    /** How many there are by now, of all learners of whom Ada knows nothing. */
    public long attempts() {
        return attempts;
    }

    /** Makes so many there are. @param to a multiple of a hundred */
    public void grow(long to) {
        run("growth.sql", attempts, to, 0);
        attempts = to;
        execute("analyze");
    }

    /** Makes a course large, with 120,000 opened problems and 12,000 answers. */
    public void fill(String course) {
        run("large-course.sql", 0, 0, Long.parseLong(course.replaceFirst(".*/", "")));
        execute("analyze");
    }

    /** Gives somebody 1,500 attempts of two years, at exercises of their own. */
    public Browsing veteran(Browsing learner) {
        var id = value("select id from account where login = '" + learner.login() + "'");
        veterans.add(id);
        run("veteran.sql", 0, 0, Long.parseLong(id));
        execute("analyze");
        return learner;
    }

    /** Lets all answers be learnt from but the last hundred. */
    public void forgetTheLastHundred() {
        execute("update learning_mark set (seen_at, seen_attempt) = (select submitted_at, attempt_id from evidence"
                + " order by submitted_at desc, attempt_id desc offset 100 limit 1)");
    }

    /** With indexes, of the attempt and all that is written with it. */
    public double bytesOfAnAttempt() {
        execute("vacuum analyze");
        return Double.parseDouble(value("""
                select round(sum(pg_total_relation_size(c.oid)) / (select count(*) from attempt))
                from pg_class c where c.relkind in ('r', 'p')
                  and c.relname ~ '^(attempt|response)_|^(evidence|submission)$'"""));
    }

    private static String answer(Browsing learner, String typed) {
        var form = UUID.randomUUID().toString();
        learner.post(EXERCISE, "submission", form, "answer-a", typed);
        return form;
    }

    private String key() {
        return value("select body #>> '{parts,0,answer,value,0}' from exercise"
                + " where template = 'first-partial-derivative' and seed = 3 and version < 9999");
    }

    private static List<String> templates() {
        return CDI.current().select(ExerciseCatalogue.class).get().all().stream()
                .map(template -> template.id().value())
                .toList();
    }

    private static List<String> skills() {
        return CDI.current().select(Curriculum.class).get().skills().stream()
                .map(skill -> skill.id().value())
                .toList();
    }

    private void run(String script, long from, long to, long course) {
        for (var statement : read(script).split(";\\s*\\n")) {
            execute(statement
                    .replace(":people", "cast(" + PEOPLE + " as bigint)")
                    .replace(":things", "cast(" + THINGS + " as bigint)")
                    .replace(":large", "cast(" + LARGE + " as bigint)")
                    .replace(":course", Long.toString(course))
                    .replace(":from", Long.toString(from))
                    .replace(":to", Long.toString(to)));
        }
    }

    private static String read(String script) {
        try (var stream = GrownLog.class.getResourceAsStream(script)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String value(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Without asking of each row whether what it points to is there: all of it was made here. */
    private void execute(String sql) {
        if (sql.isBlank()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, 0);
            statement.execute("set statement_timeout = 0; set session_replication_role = replica");
            statement.execute(sql);
            statement.execute("set statement_timeout = '5s'; reset session_replication_role");
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Takes away what was made. */
    @Override
    public void close() {
        var learner = " where learner_id >= %d and learner_id < %d or learner_id in (%s)"
                .formatted(LARGE, THINGS, String.join(",", veterans));
        for (var table : List.of(
                "response",
                "evidence",
                "attempt",
                "handed_in",
                "submission",
                "course_mark",
                "assigned_exercise",
                "help_opened",
                "skill_state",
                "learner_state",
                "enrolment")) {
            execute("delete from " + table + learner);
        }
        execute("delete from assignment_problem where id >= " + LARGE);
        execute("delete from assignment where id >= " + LARGE);
        execute("delete from course where id >= " + LARGE);
        execute("delete from account where id >= " + LARGE);
        execute("delete from exercise where version = 9999 and id >= " + THINGS);
        execute("drop schema grown cascade");
    }
}

package org.nabla;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people see while the database dies, hangs, or has no room, and what of theirs is there afterwards. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class DatabaseFaultsTest {

    private static final String EXERCISE = "/practice/first-partial-derivative/3";
    /** No page waits longer, whatever the database does; a second is for the machine. */
    private static final Duration LONGEST = Duration.ofSeconds(11);

    private static final String FINE = "fine";
    private static final String BACK = "503, back in a moment";

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource database;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/health/well", management = true)
    URL well;

    /** How a server ends: killed; one of its processes killed, so that it starts anew by itself; told to stop. */
    enum End {
        KILLED,
        CRASHED,
        STOPPED;

        void happen() throws IOException {
            var server = server();
            switch (this) {
                case KILLED -> signal("KILL", Stream.of(server));
                case CRASHED -> signal("KILL", server.children().limit(1));
                case STOPPED -> signal("INT", Stream.of(server));
            }
        }
    }

    @AfterEach
    void leavesNoDeadConnections() {
        database.flush(FlushMode.IDLE); // those in use end by themselves
    }

    /** Killed; in the long form in the other ways too. */
    static List<End> ends() {
        return Boolean.getBoolean("nabla.long") ? List.of(End.values()) : List.of(End.KILLED);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aDatabaseThatEndsIsBackInAMomentWithAllThatWasSaved(End end) throws Exception {
        var ada = Browsing.signedUp("Ada");
        assertThat(answer(ada, "x + 1").statusCode()).isLessThan(400);
        var saved = rows("attempt", ada);
        var form = UUID.randomUUID().toString();

        end.happen();
        var seen = new ArrayList<Received>();
        var begun = System.nanoTime();
        do {
            seen.add(ada.post(EXERCISE, "submission", form, "answer-a", "x + 2"));
            seen.add(ada.get("/progress"));
        } while (!worked(seen.subList(seen.size() - 2, seen.size()))
                && since(begun).compareTo(SOON) < 0);
        report(end.name(), seen, begun);

        assertThat(seen.subList(seen.size() - 2, seen.size())).allMatch(page -> page.statusCode() < 400);
        assertThat(seen).extracting(DatabaseFaultsTest::said).isSubsetOf(FINE, BACK);
        assertThat(rows("attempt", ada)).isEqualTo(saved + 1);
    }

    @Test
    void aDatabaseThatHangsKeepsNobodyWaitingForMoreThanTenSeconds() throws Exception {
        var ada = Browsing.signedUp("Ada");
        answer(ada, "x + 1");
        var saved = rows("attempt", ada);
        var server = server();
        var processes = Stream.concat(Stream.of(server), server.descendants()).toList();
        var begun = System.nanoTime();
        List<Received> seen;
        List<Duration> waited = new ArrayList<>();

        signal("STOP", processes.stream());
        try {
            var asked = Stream.<Supplier<Received>>of(
                            () -> ada.get("/progress"),
                            () -> ada.get("/"),
                            () -> answer(ada.twin(), "x + 2"),
                            () -> ada.twin().getAsItStands(ready.toString(), ready.toString()))
                    .map(request -> CompletableFuture.supplyAsync(() -> {
                        var response = request.get();
                        synchronized (waited) {
                            waited.add(since(begun));
                        }
                        return response;
                    }))
                    .toList();
            seen = asked.stream().map(CompletableFuture::join).toList();
        } finally {
            signal("CONT", processes.stream());
        }
        report("HANGS", seen, begun);

        assertThat(seen.subList(0, 3)).extracting(DatabaseFaultsTest::said).containsOnly(BACK);
        assertThat(seen.get(3).statusCode()).isEqualTo(503);
        assertThat(waited).allMatch(time -> time.compareTo(LONGEST) < 0);
        untilItWorks(ada);
        assertThat(rows("attempt", ada)).isEqualTo(saved);
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUp() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("show statement_timeout")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("5s");
            assertThat(connection.getNetworkTimeout()).isEqualTo(6000);
        }
    }

    /** Without a script the page keeps what was sent, and sends it again with one button. */
    @Test
    void whatWasTypedStandsInThePageThatSaysSo() throws Exception {
        var ada = Browsing.signedUp("Ada");
        var form = UUID.randomUUID().toString();

        signal("INT", Stream.of(server()));
        Received page;
        var begun = System.nanoTime();
        do {
            page = ada.post(EXERCISE, "submission", form, "answer-a", "x < 2 & \"y\"");
        } while (page.statusCode() < 400 && since(begun).compareTo(SOON) < 0);
        var shown = Browsing.parse(page).select("form");
        untilItWorks(ada);

        assertThat(shown.attr("action")).isEqualTo(EXERCISE);
        assertThat(shown.select("[name=answer-a]").val()).isEqualTo("x < 2 & \"y\"");
        assertThat(shown.select("[name=submission]").val()).isEqualTo(form);
        assertThat(shown.select("[name=csrf-token]").val()).isNotEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "nabla.long", matches = "true")
    void aFullDiskIsReadOnAndNothingIsHalfWritten() throws Exception {
        var ada = Browsing.signedUp("Ada");
        answer(ada, "x + 1");
        ada.get("/progress");
        try (var disk = SmallDisk.around(database)) {
            disk.fill();

            var sent = 0;
            Received last;
            do {
                last = answer(ada, "y".repeat(300) + " + " + sent++);
            } while (last.statusCode() < 400 && sent < 2_000);

            assertThat(last.statusCode()).isEqualTo(503);
            assertThat(last.asString()).contains("Nothing can be kept just now");
            var kept = rows("attempt", ada);
            assertThat(kept).isEqualTo(sent);
            assertThat(rows("submission", ada)).isEqualTo(kept);
            for (var page : List.of("/", "/progress", EXERCISE, "/skills", "/practice")) {
                assertThat(ada.get(page).statusCode()).as(page).isLessThan(400);
            }
            given().get(well)
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'Room on the disk' }.status", equalTo("DOWN"));
            given().get(ready).then().statusCode(200);

            disk.empty();
            assertThat(answer(ada, "x + 3").statusCode()).isLessThan(400);
        }
    }

    /** A disk with little room, on which all tables are for a while. */
    private record SmallDisk(AgroalDataSource database, Path folder) implements AutoCloseable {

        /** Asks for the right to mount; without it there is no such test. */
        static SmallDisk around(AgroalDataSource database) throws Exception {
            var folder =
                    Files.createDirectories(Path.of("target", "small-disk")).toRealPath();
            run("umount", folder.toString()); // left over from a run that was killed
            var megabytes = number(database, "select pg_database_size(current_database()) / 1048576 + 24");
            assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) == 0);
            var disk = new SmallDisk(database, folder);
            disk.execute(
                    "create tablespace small location '" + folder + "'",
                    "alter table all in tablespace pg_default set tablespace small",
                    "create table filler (text char(1000)) tablespace small");
            return disk;
        }

        void fill() throws SQLException {
            for (var rows = 10_000; rows > 0; rows /= 10) {
                while (true) {
                    try {
                        execute("insert into filler select 'x' from generate_series(1, " + rows + ")");
                    } catch (SQLException e) {
                        assertThat(e.getSQLState()).isEqualTo("53100");
                        break;
                    }
                }
            }
        }

        void empty() throws SQLException {
            execute("drop table if exists filler");
        }

        @Override
        public void close() throws Exception {
            empty();
            execute("alter table all in tablespace small set tablespace pg_default", "drop tablespace small");
            run("umount", folder.toString());
        }

        private void execute(String... commands) throws SQLException {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                for (var command : commands) {
                    statement.execute(command);
                }
            }
        }
    }

    private static Received answer(Browsing learner, String typed) {
        return learner.post(EXERCISE, "submission", UUID.randomUUID().toString(), "answer-a", typed);
    }

    private static boolean worked(List<Received> pages) {
        return pages.stream().allMatch(page -> page.statusCode() < 400);
    }

    /** What somebody sees. */
    private static String said(Received page) {
        return page.statusCode() < 400
                ? FINE
                : page.saysBackInAMoment() ? BACK : page.statusCode() + " " + page.asString();
    }

    private static void untilItWorks(Browsing visitor) {
        var begun = System.nanoTime();
        while (visitor.get("/progress").statusCode() >= 400 && since(begun).compareTo(SOON) < 0) {}
        assertThat(visitor.get("/progress").statusCode()).isLessThan(400);
    }

    private static void report(String fault, List<Received> seen, long begun) {
        System.out.printf(
                "%s: %d pages refused, %d served, %.1f s until all was well%n",
                fault,
                seen.stream().filter(page -> page.statusCode() >= 400).count(),
                seen.stream().filter(page -> page.statusCode() < 400).count(),
                since(begun).toMillis() / 1000.0);
    }

    private long rows(String table, Browsing learner) throws SQLException {
        return number(
                database,
                "select count(*) from " + table + " where learner_id = (select id from account where login = '"
                        + learner.login() + "')");
    }

    private static long number(AgroalDataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static ProcessHandle server() throws IOException {
        var lines = Files.readAllLines(TestDatabase.FOLDER.resolve("postgresql").resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
    }

    private static void signal(String name, Stream<ProcessHandle> processes) {
        processes.forEach(process -> run("kill", "-" + name, Long.toString(process.pid())));
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}

package org.nabla.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.database.EmbeddedPostgres;

/** PostgreSQL ends when it cannot write its log of transactions: {@code mvn package} comes first. */
@EnabledIfSystemProperty(named = "nabla.long", matches = "true")
class FullLogDiskTest {
    private static final int PEOPLE = 4;
    private static final String MEGABYTES = "500";

    @TempDir
    Path folder;

    @Test
    void aDatabaseWithoutRoomForItsLogComesBackWithAllThatWasSaved() throws Exception {
        assumeTrue(
                PackagedInstance.isBuilt(), "there is no target/quarkus-app: mvn -Dmaven.test.skip package makes it");
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString()) == 0,
                "mounting a disk needs the right to it");
        try {
            var data = folder.resolve("data");
            EmbeddedPostgres.start(data).close();
            var log = data.resolve("postgresql").resolve("pg_wal");
            run("mv", log.toString(), disk.toString());
            Files.createSymbolicLink(log, disk.resolve("pg_wal"));
            fillAndEmpty(data, disk.resolve("filler"));
        } finally {
            run("umount", disk.toString());
        }
    }

    private void fillAndEmpty(Path data, Path filler) throws Exception {
        try (var instance = PackagedInstance.start(
                folder.resolve("instance.log"),
                Map.of(
                        "nabla.data",
                        data.toString(),
                        "nabla.prepared.variants",
                        "0",
                        "nabla.algebra.spares",
                        "0",
                        "quarkus.http.proxy.proxy-address-forwarding",
                        "true"))) {
            try {
                instance.awaitReady();
                var people = new ArrayList<Persistent>();
                for (var i = 0; i < PEOPLE; i++) {
                    people.add(new Persistent(instance.address()));
                }
                Persistent.awaitEach(people, 20, true);

                fill(filler);
                useUpTheLog(data);
                Persistent.awaitEach(people, 20, false);
                Files.delete(filler);
                var emptied = System.nanoTime();
                Persistent.awaitEach(people, 40, true);
                people.forEach(Persistent::stop);

                var seen = people.stream().flatMap(one -> one.seen().stream()).toList();
                var refused = seen.stream().filter(one -> !one.served()).toList();
                System.out.printf(
                        "no room for the log: %d pages refused, the longest after %.1f s; all was well %.1f s after there was room%n",
                        refused.size(),
                        seen.stream()
                                        .mapToLong(one -> one.waited().toNanos())
                                        .max()
                                        .orElse(0)
                                / 1e9,
                        refused.stream()
                                        .mapToLong(one -> one.at() - emptied)
                                        .max()
                                        .orElse(0)
                                / 1e9);
                assertThat(refused)
                        .extracting(one -> wordsOf(one.page()))
                        .isSubsetOf("Back in a moment", "Nothing can be kept just now");
                assertThat(seen).allMatch(one -> one.waited().compareTo(Persistent.LONGEST) < 0);
                for (var person : people) {
                    for (var table : new String[] {"attempt", "submission"}) {
                        assertThat(rows(data, table, person.login())).as(table).isEqualTo(person.taken());
                    }
                }
            } finally {
                instance.stop(); // and its database with it
            }
        }
    }

    private static String wordsOf(Received page) {
        return page.statusCode() == 503 && !page.headers("Retry-After").isEmpty()
                ? Browsing.parse(page).select("h1").text()
                : page.asString();
    }

    private static void fill(Path filler) throws IOException {
        try (var file = FileChannel.open(filler, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var piece = ByteBuffer.allocate(1 << 16);
            while (true) {
                file.write(piece.rewind());
            }
        } catch (IOException full) {
            // as it should be
        }
    }

    /** Of the log there are files in advance, which would last for a while. */
    private static void useUpTheLog(Path data) {
        try (var connection = connect(data);
                var statement = connection.createStatement()) {
            while (true) {
                statement.execute("select pg_logical_emit_message(false, 'filler', repeat('x', 1000000))");
            }
        } catch (SQLException ended) {
            // as it should be
        }
    }

    private static int rows(Path data, String table, String login) throws SQLException {
        try (var connection = connect(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table
                        + " where learner_id = (select id from account where login = '" + login + "')")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(Path data) throws SQLException {
        var settings = EmbeddedPostgres.settingsOfRunning(data).orElseThrow();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}

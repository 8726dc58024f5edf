package org.nabla.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.postgresql.PGConnection;

/** Puts the rows of a backup into an empty database: all of them, or none. */
final class BackupReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CUT_SHORT = "The backup is cut short or was changed. Nothing was restored.";

    private final Server server;
    private final List<Erased> erased;

    /** @param erased accounts that were deleted, of which the backup may not know yet */
    BackupReader(Server server, List<Erased> erased) {
        this.server = server;
        this.erased = List.copyOf(erased);
    }

    About.Sums read(InputStream source) throws SQLException, IOException {
        try (var zip = new ZipInputStream(source)) {
            var about = JSON.readValue(
                    entry(zip, About.ENTRY)
                            .orElseThrow(() -> new BackupException("This is no backup of Nabla. Nothing was restored."))
                            .readAllBytes(),
                    About.class);
            requireKnown(about);
            requireEmpty(about);
            Schema.migrate(server, about.schema());
            try (var connection = server.connect()) {
                connection.setAutoCommit(false);
                var sums = read(zip, about, connection);
                connection.commit();
                return sums;
            }
        }
    }

    private static void requireKnown(About about) {
        if (about.format() != About.FORMAT) {
            throw new BackupException("The backup has the format " + about.format() + ", and this Nabla reads "
                    + About.FORMAT + ". Use the Nabla that wrote it, or a newer one. Nothing was restored.");
        }
        if (!Schema.versions().contains(about.schema())) {
            throw new BackupException(
                    "The backup has the schema " + about.schema() + ", which this Nabla does not know:"
                            + " a newer one wrote it. Use that one, or a newer one. Nothing was restored.");
        }
    }

    /** No tables at all, or those of a restore that came to nothing. */
    private void requireEmpty(About about) throws SQLException {
        try (var connection = server.connect()) {
            var catalog = new Catalog(connection);
            var versions = catalog.versions();
            var tables = catalog.tables();
            var empty = tables.isEmpty()
                    || versions.contains(about.schema())
                            && versions.get(versions.size() - 1).equals(about.schema())
                            && catalog.rows("select 1 from account limit 1").isEmpty()
                            && catalog.rows("select 1 from exercise limit 1").isEmpty();
            if (!empty) {
                throw new BackupException(
                        "The database is not empty, and a backup is restored into an empty one only."
                                + " Nothing was changed. Make a new database, or name a new folder with -Dnabla.data=<folder>.");
            }
        }
    }

    private About.Sums read(ZipInputStream zip, About about, Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            for (var part : about.partitions()) {
                if (new Catalog(connection)
                        .rows("select 1 from pg_class where relname = '"
                                + part.name().replace("'", "''") + "'")
                        .isEmpty()) {
                    statement.execute("create table " + Catalog.quoted(part.name()) + " partition of "
                            + Catalog.quoted(part.parent()) + " " + part.bound());
                }
            }
            var childrenFirst = new ArrayList<>(about.tables());
            Collections.reverse(childrenFirst);
            for (var table : childrenFirst) {
                // What migrations wrote is in the backup too, as it is by now.
                statement.execute("delete from " + Catalog.quoted(table.name()));
            }
        }
        var found = new LinkedHashMap<String, About.Sum>();
        for (var table : about.tables()) {
            var rows = new DigestInputStream(
                    entry(zip, About.TABLES + table.name()).orElseThrow(() -> new BackupException(CUT_SHORT)),
                    BackupWriter.sha256());
            var count = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + Catalog.quoted(table.name()) + " (" + Catalog.columns(table) + ") from stdin",
                            rows);
            found.put(
                    table.name(),
                    new About.Sum(
                            count,
                            HexFormat.of().formatHex(rows.getMessageDigest().digest())));
        }
        var sums = JSON.readValue(
                entry(zip, About.SUMS)
                        .orElseThrow(() -> new BackupException(CUT_SHORT))
                        .readAllBytes(),
                About.Sums.class);
        if (!sums.tables().equals(found)) {
            throw new BackupException(CUT_SHORT);
        }
        setSequences(connection, sums.next());
        noteErased(connection, Instant.ofEpochSecond(about.at()));
        return sums;
    }

    private static void setSequences(Connection connection, Map<String, About.Next> next) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(cast(? as regclass), ?, ?)")) {
            for (var sequence : next.entrySet()) {
                statement.setString(1, Catalog.quoted(sequence.getKey()));
                statement.setLong(2, sequence.getValue().value());
                statement.setBoolean(3, sequence.getValue().used());
                statement.execute();
            }
        }
    }

    /** The application deletes them again when it starts. Those from before the backup are deleted in it, or somebody else by now. */
    private void noteErased(Connection connection, Instant backedUp) throws SQLException {
        var after = erased.stream().filter(one -> one.at().isAfter(backedUp)).toList();
        if (after.isEmpty()
                || !new Catalog(connection)
                        .tables().stream().anyMatch(t -> t.name().equals("erased_account"))) {
            return;
        }
        try (var statement = connection.prepareStatement("insert into erased_account (account_id, erased_at)"
                + " values (?, cast(? as timestamptz)) on conflict (account_id, erased_at) do nothing")) {
            for (var one : after) {
                statement.setLong(1, one.account());
                statement.setString(2, one.at().toString());
                statement.execute();
            }
        }
    }

    /** The next entry, if it has this name; the archive stays open behind it. */
    private static Optional<InputStream> entry(ZipInputStream zip, String name) throws IOException {
        var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            return Optional.empty();
        }
        return Optional.of(new FilterInputStream(zip) {
            @Override
            public void close() {}
        });
    }
}

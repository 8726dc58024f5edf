package org.nabla.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Writes all rows of one moment: a ZIP archive with what {@link About} says, a file for each table as the database's own COPY writes
 * it, and the sums. People go on working meanwhile.
 */
final class BackupWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BackupWriter() {}

    static About.Sums write(Server server, OutputStream target) throws SQLException, IOException {
        try (var connection = server.connect();
                var zip = new ZipOutputStream(target)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return write(connection, zip);
        }
    }

    private static About.Sums write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        var catalog = new Catalog(connection);
        var versions = catalog.versions();
        if (versions.isEmpty()) {
            throw new BackupException("There is nothing to back up: this database has no schema of Nabla.");
        }
        var at = Long.parseLong(catalog.rows("select cast(floor(extract(epoch from now())) as bigint)")
                .get(0)
                .get(0));
        var about =
                new About(About.FORMAT, versions.get(versions.size() - 1), at, catalog.tables(), catalog.partitions());
        json(zip, About.ENTRY, about);
        var sums = new LinkedHashMap<String, About.Sum>();
        for (var table : about.tables()) {
            zip.putNextEntry(new ZipEntry(About.TABLES + table.name()));
            sums.put(table.name(), copy(connection, table, zip));
            zip.closeEntry();
        }
        var all = new About.Sums(sums, catalog.sequences());
        json(zip, About.SUMS, all);
        return all;
    }

    private static About.Sum copy(Connection connection, About.Table table, OutputStream out)
            throws SQLException, IOException {
        var digest = new DigestOutputStream(new KeptOpen(out), sha256());
        // By a query: of a partitioned table itself COPY reads nothing.
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + Catalog.columns(table) + " from " + Catalog.quoted(table.name())
                                + ") to stdout",
                        digest);
        return new About.Sum(
                rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void json(ZipOutputStream zip, String name, Object content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(JSON.writeValueAsBytes(content));
        zip.closeEntry();
    }
}

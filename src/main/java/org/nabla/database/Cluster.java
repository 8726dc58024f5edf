package org.nabla.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The files of the database inside of the data folder, and the password to them. */
record Cluster(Path files, String password) {

    static final String USER = "nabla";

    /** Opens the cluster in the folder; creates it on first use. The caller holds the folder's lock. */
    static Cluster in(Path folder, PostgresBinaries binaries) throws IOException {
        var files = folder.resolve("postgresql");
        var password = folder.resolve("password");
        if (!Files.exists(files)) {
            create(folder, files, password, binaries);
        }
        requireSameVersion(files, binaries);
        return new Cluster(files, Files.readString(password).strip());
    }

    private static void create(Path folder, Path files, Path password, PostgresBinaries binaries) throws IOException {
        var partial = folder.resolve("postgresql.partial"); // left over where the creation was cut short
        PostgresBinaries.delete(partial);
        Files.deleteIfExists(password);
        if (PostgresBinaries.windows()) {
            Files.createFile(password);
        } else {
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(password, randomPassword());
        Programs.output(List.of(
                binaries.program("initdb"),
                "--pgdata=" + partial,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order of words on every machine, whatever its locale.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        Files.move(partial, files, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireSameVersion(Path files, PostgresBinaries binaries) throws IOException {
        var written = Files.readString(files.resolve("PG_VERSION")).strip();
        var ours = binaries.majorVersion();
        if (!written.equals(ours)) {
            throw new DatabaseException("The database in " + files + " was written by PostgreSQL " + written
                    + ", and this Nabla brings PostgreSQL " + ours + ", which cannot read it. Nothing was changed."
                    + " Let the Nabla that brings PostgreSQL " + written + " write a backup (quarkus-run.jar backup"
                    + " FILE), and this one read it into another folder (-Dnabla.data=<folder> … restore FILE).");
        }
    }

    private static String randomPassword() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

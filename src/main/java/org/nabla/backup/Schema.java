package org.nabla.backup;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The migrations that this Nabla brings, without a running application. */
final class Schema {
    private static final String FOLDER = "db/migration";

    private Schema() {}

    /** Brings a database to a version of the schema. */
    static void migrate(Server server, String version) {
        try {
            var copy = Files.createTempDirectory("nabla-migrations");
            try {
                copyTo(copy);
                Flyway.configure()
                        .dataSource(server.url(), server.user(), server.password())
                        .locations("filesystem:" + copy)
                        .target(MigrationVersion.fromVersion(version))
                        .load()
                        .migrate();
            } finally {
                delete(copy);
            }
        } catch (IOException e) {
            throw new BackupException("The schema cannot be made: " + e.getMessage(), e);
        }
    }

    /** The versions that this Nabla knows, as they are written in the names of the files, without zeros before. */
    static List<String> versions() {
        try {
            var copy = Files.createTempDirectory("nabla-migrations");
            try {
                copyTo(copy);
                try (var files = Files.list(copy)) {
                    return files.map(file -> file.getFileName().toString())
                            .map(name -> name.substring(1, name.indexOf("__")))
                            .map(version ->
                                    MigrationVersion.fromVersion(version).getVersion())
                            .toList();
                }
            } finally {
                delete(copy);
            }
        } catch (IOException e) {
            throw new BackupException("The migrations cannot be read: " + e.getMessage(), e);
        }
    }

    /** Out of the archive in which they are: Flyway looks into files and folders of its own class loader alone. */
    private static void copyTo(Path target) throws IOException {
        var place = codeSource();
        if (Files.isDirectory(place)) {
            copy(place.resolve(FOLDER), target);
            return;
        }
        try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
            copy(archive.getPath(FOLDER), target);
        }
    }

    private static Path codeSource() throws IOException {
        try {
            return Path.of(
                    Objects.requireNonNull(Schema.class.getProtectionDomain().getCodeSource(), "no place of the code")
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

package org.nabla.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive on the class path. */
record PostgresBinaries(Path home) {

    /** Unpacks into the folder unless that was done before; the caller holds the folder's lock. */
    static PostgresBinaries unpackedIn(Path folder) throws IOException {
        var archive = archive();
        var connection = archive.openConnection();
        connection.setUseCaches(false);
        try (var stream = connection.getInputStream()) {
            // The archive does not tell its version before it is unpacked, but no two releases have the same length.
            var home = folder.resolve("binaries-" + connection.getContentLengthLong());
            if (!Files.isDirectory(home)) {
                var partial = folder.resolve("binaries.partial");
                delete(partial);
                unpack(stream, partial);
                Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
                deleteOthers(folder, home);
            }
            return new PostgresBinaries(home);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(windows() ? name + ".exe" : name).toString();
    }

    /** The major version, as it is written in a cluster's {@code PG_VERSION}. */
    String majorVersion() throws IOException {
        // "postgres (PostgreSQL) 18.6"
        var words = Programs.output(List.of(program("postgres"), "--version"))
                .strip()
                .split(" ");
        return words[words.length - 1].split("\\.")[0];
    }

    static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static URL archive() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
        var arm = Set.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
        return Optional.ofNullable(PostgresBinaries.class.getResource(
                        "/postgres-" + system + (arm && !windows() ? "-arm_64.txz" : "-x86_64.txz")))
                .orElseThrow(() -> new DatabaseException("This build brings no PostgreSQL for "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                        + ". Set quarkus.datasource.jdbc.url, .username and .password to a server of your own."));
    }

    private static void unpack(InputStream compressed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(compressed)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0 && !windows()) {
                        makeExecutable(path);
                    }
                }
            }
        }
    }

    private static void makeExecutable(Path path) throws IOException {
        var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(path, permissions);
    }

    private static void deleteOthers(Path folder, Path home) throws IOException {
        try (var others = Files.newDirectoryStream(folder, "binaries-*")) {
            for (var other : others) {
                if (!other.equals(home)) {
                    delete(other);
                }
            }
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var paths = Files.walk(tree)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

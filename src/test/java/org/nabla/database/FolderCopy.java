package org.nabla.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A copy of a folder as it stands, with the rights of its files. */
final class FolderCopy {
    private FolderCopy() {}

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copied = to.resolve(from.relativize(file).toString());
                if (Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(copied, Files.readSymbolicLink(file));
                } else if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                    Files.setPosixFilePermissions(copied, Files.getPosixFilePermissions(file));
                } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(file, copied);
                    Files.setPosixFilePermissions(copied, Files.getPosixFilePermissions(file));
                }
            }
        }
    }
}

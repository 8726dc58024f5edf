package org.nabla.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** Makes backups of a database and restores them. */
public final class Backup {
    private static final String ENDING = ".nabla";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'nabla-'yyyy-MM-dd'T'HH-mm-ss'Z" + ENDING + "'")
            .withZone(ZoneOffset.UTC);

    private final Server server;
    private final Optional<Passphrase> passphrase;
    private final Clock clock;
    private final Consumer<String> told;

    /**
     * @param url of the database, with {@code user} and {@code password}
     * @param passphrase by which backups are encrypted; empty for none
     * @param told what happened, in sentences
     */
    public Backup(
            String url,
            String user,
            String password,
            Optional<Passphrase> passphrase,
            Clock clock,
            Consumer<String> told) {
        server = new Server(url, user, password);
        this.passphrase = passphrase.filter(word -> !word.text().isEmpty());
        this.clock = clock;
        this.told = told;
    }

    /**
     * Writes all that is kept at one moment into a file that is whole or not there.
     *
     * @param target a file that is not there yet, or a folder in which one is made whose name is the time
     * @return the file
     * @throws BackupException if it cannot be done
     */
    public Path write(Path target) {
        var file = Files.isDirectory(target) ? target.resolve(NAME.format(clock.instant())) : target;
        if (Files.exists(file)) {
            throw new BackupException("There is a file " + file + " already, and it is not written over.");
        }
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            var sums = writeTo(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            told.accept("%s: %d rows of %d tables, %d bytes%s"
                    .formatted(
                            file,
                            rows(sums),
                            sums.tables().size(),
                            Files.size(file),
                            passphrase.isPresent() ? ", encrypted" : ""));
            return file;
        } catch (IOException | SQLException e) {
            throw new BackupException("The backup was not made: " + e.getMessage(), e);
        }
    }

    private About.Sums writeTo(Path partial) throws IOException, SQLException {
        if (partial.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(new KeptOpen(Channels.newOutputStream(channel)), 1 << 16);
            var sums =
                    BackupWriter.write(server, passphrase.isPresent() ? new SealedOutput(out, passphrase.get()) : out);
            channel.force(true);
            return sums;
        }
    }

    /** Removes all backups of a folder but the newest. */
    public void keep(Path folder, int newest) {
        try (var files = Files.list(folder)) {
            var old = files.filter(file -> file.getFileName().toString().matches("nabla-[0-9TZ-]+\\" + ENDING))
                    .sorted(Comparator.reverseOrder())
                    .skip(newest)
                    .toList();
            for (var file : old) {
                Files.delete(file);
                told.accept(file + " is removed");
            }
        } catch (IOException e) {
            throw new BackupException("Old backups were not removed: " + e.getMessage(), e);
        }
    }

    /**
     * Puts a backup into an empty database, whose schema is made first: all of it, or nothing.
     *
     * @param erased files with accounts that were deleted; the application deletes them again when it starts
     * @throws BackupException if the database is not empty, or the file is not what was written
     */
    public void restore(Path file, List<Path> erased) {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var gone = new ArrayList<Erased>();
            for (var list : erased) {
                gone.addAll(Erased.in(list));
            }
            var sums = new BackupReader(server, gone).read(opened(in));
            told.accept("Restored %d rows of %d tables from %s"
                    .formatted(rows(sums), sums.tables().size(), file));
        } catch (ZipException e) {
            throw new BackupException("The backup is cut short or was changed. Nothing was restored.", e);
        } catch (IOException | SQLException e) {
            throw new BackupException("Nothing was restored: " + e.getMessage(), e);
        }
    }

    private InputStream opened(BufferedInputStream in) throws IOException {
        in.mark(Seal.MAGIC.length);
        var sealed = Arrays.equals(in.readNBytes(Seal.MAGIC.length), Seal.MAGIC);
        in.reset();
        if (!sealed) {
            return in;
        }
        return new SealedInput(
                in,
                passphrase.orElseThrow(() -> new BackupException("The backup is encrypted. Put its passphrase into the"
                        + " environment variable NABLA_BACKUP_PASSPHRASE. Nothing was restored.")));
    }

    private static long rows(About.Sums sums) {
        return sums.tables().values().stream().mapToLong(About.Sum::rows).sum();
    }
}

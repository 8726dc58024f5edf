package org.nabla.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second application out of a data folder. The operating system drops the lock with the process that holds it,
 * however that ends.
 */
final class FolderLock implements AutoCloseable {

    /**
     * The folders of this process. On POSIX, closing any descriptor of a file drops all locks that the process has on
     * it, so the file of a locked folder must not even be opened a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Locks an existing folder, given by its real path. */
    static FolderLock of(Path folder) {
        if (!HELD.add(folder)) {
            throw inUse(folder, "this very process");
        }
        var file = folder.resolve("nabla.lock");
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    channel.truncate(0);
                    channel.write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes()));
                    return new FolderLock(folder, channel);
                }
                throw inUse(folder, "process " + Files.readString(file));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            HELD.remove(folder);
            throw new DatabaseException(
                    "The data folder " + folder + " cannot be written to (" + e.getMessage()
                            + "). Run Nabla as the user who owns it, or give it another folder with -Dnabla.data=<folder>.",
                    e);
        } catch (RuntimeException e) {
            HELD.remove(folder);
            throw e;
        }
    }

    /** Whether no application holds the folder, given by its real path, at this moment. */
    static boolean isFree(Path folder) {
        if (HELD.contains(folder)) {
            return false;
        }
        try {
            of(folder).close();
            return true;
        } catch (DatabaseException e) {
            return false;
        }
    }

    private static DatabaseException inUse(Path folder, String holder) {
        return new DatabaseException("The data folder " + folder + " is in use by another Nabla, " + holder
                + ". Nothing was changed. Stop that one first, or give this one a folder of its own with"
                + " -Dnabla.data=<folder>.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}

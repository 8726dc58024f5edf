package org.nabla.math.symja.worker;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The classes of a worker as the virtual machine has them in memory, in a file that it maps at the next start: a worker then
 * takes a third less of the processor to start. The file is made once for each build and virtual machine, by a worker that
 * does nothing else. One that does not fit is not used, and nothing is said of it: standard output belongs to the protocol.
 */
final class ClassArchive {
    private static final long MOST_SECONDS = 120;

    /** Nothing of the virtual machine's own goes to standard output, and only errors anywhere. */
    private static final List<String> SILENT = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

    private final Path folder;
    private final Path file;

    private ClassArchive(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name);
    }

    /**
     * @param folder belongs to the application alone, since what is in the file will be run
     * @return empty where classes do not come from jars: of others there can be no archive
     */
    static Optional<ClassArchive> in(Path folder, String classPath) throws IOException {
        var build = new StringBuilder(System.getProperty("java.vm.version")).append(System.getProperty("java.home"));
        for (var place : classPath.split(File.pathSeparator)) {
            var jar = Path.of(place);
            if (!Files.isRegularFile(jar)) {
                return Optional.empty();
            }
            build.append('\n')
                    .append(place)
                    .append(Files.size(jar))
                    .append(Files.getLastModifiedTime(jar).toMillis());
        }
        var name = UUID.nameUUIDFromBytes(build.toString().getBytes(StandardCharsets.UTF_8));
        return Optional.of(new ClassArchive(folder, "algebra-" + name + ".jsa"));
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** For the start of a worker; nothing where there is no file yet. */
    List<String> options() {
        if (!exists()) {
            return List.of();
        }
        var options = new ArrayList<>(SILENT);
        options.add("-Xshare:auto");
        options.add("-XX:SharedArchiveFile=" + file);
        return options;
    }

    /**
     * Makes the file, and removes those of other builds. Takes some seconds; another process may do the same at the same time.
     *
     * @param command starts a worker that warms up and ends, with these options of the virtual machine
     * @return whether it is there now
     */
    boolean make(Function<List<String>, ProcessBuilder> command) throws IOException, InterruptedException {
        var partial = Files.createTempFile(folder, "algebra", ".partial");
        try {
            Files.delete(partial);
            var options = new ArrayList<>(SILENT);
            options.add("-XX:ArchiveClassesAtExit=" + partial);
            if (!ends(command.apply(options)) || !Files.isRegularFile(partial)) {
                return false;
            }
            removeAll(folder, "algebra-*.jsa");
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static boolean ends(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.redirectError(Redirect.DISCARD)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Those of other builds. */
    static void removeAll(Path folder, String names) throws IOException {
        try (var old = Files.newDirectoryStream(folder, names)) {
            for (var other : old) {
                Files.deleteIfExists(other);
            }
        }
    }
}

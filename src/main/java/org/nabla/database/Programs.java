package org.nabla.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs, which refuse to run as root, under another name where needed. */
final class Programs {

    private static final int MINUTES = 5; // crash recovery after much work takes its time

    private Programs() {}

    /** Runs the program to its end and returns what it printed. */
    static String output(List<String> command) throws IOException {
        // A file, not a pipe: a server that the command starts would keep a pipe open and us waiting.
        var printed = Files.createTempFile("nabla-postgresql", ".txt");
        try {
            var code = run(asNormalUser(command), printed);
            var text = Files.readString(printed, StandardCharsets.UTF_8).strip();
            if (code != 0) {
                throw new IOException(Path.of(command.get(0)).getFileName() + " ended with " + code + ": " + text);
            }
            return text;
        } finally {
            Files.delete(printed);
        }
    }

    private static int run(List<String> command, Path output) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command + " did not end within " + MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command, e);
        } finally {
            process.destroy();
        }
    }

    /** In a user namespace of its own a program started by root is nobody, and yet owns root's files. */
    private static List<String> asNormalUser(List<String> command) {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("user.name").equals("root")) {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("unshare", "--user", "--"));
        wrapped.addAll(command);
        return wrapped;
    }
}

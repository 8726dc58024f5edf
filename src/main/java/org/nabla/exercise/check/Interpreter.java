package org.nabla.exercise.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One Python with NumPy that runs snippet after snippet: to start one for each takes longer than all snippets together. It
 * ends with this process, when its input does.
 */
final class Interpreter {
    private static final int SECONDS = 20;
    private static final String LOOP = """
            import sys, io, contextlib, base64, traceback
            import numpy
            print(numpy.__version__, flush=True)
            for line in sys.stdin:
                out, well = io.StringIO(), "1"
                with contextlib.redirect_stdout(out):
                    try:
                        exec(compile(base64.b64decode(line).decode("utf-8"), "snippet", "exec"), {"__name__": "__main__"})
                    except BaseException as e:
                        well = "0"
                        print(type(e).__name__ + ": " + str(e))
                print(well + base64.b64encode(out.getvalue().encode("utf-8")).decode("ascii"), flush=True)
            """;

    private final Process process;
    private final BufferedReader output;
    private final String version;

    private Interpreter(Process process, BufferedReader output, String version) {
        this.process = process;
        this.output = output;
        this.version = version;
    }

    /** None where this Python is not there or has no NumPy. */
    static Optional<Interpreter> start(String python) {
        try {
            Path loop = Files.createTempFile("snippets", ".py");
            loop.toFile().deleteOnExit();
            Files.writeString(loop, LOOP);
            var process = new ProcessBuilder(python, loop.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return Optional.ofNullable(output.readLine()).map(version -> new Interpreter(process, output, version));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** Of NumPy. */
    String version() {
        return version;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    record Run(boolean succeeded, String output) {}

    synchronized Run run(String source) {
        try {
            var line = java.util.Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8)) + "\n";
            process.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            var answer = CompletableFuture.supplyAsync(this::answer).get(SECONDS, TimeUnit.SECONDS);
            return new Run(
                    answer.startsWith("1"),
                    new String(
                            java.util.Base64.getDecoder().decode(answer.substring(Math.min(1, answer.length()))),
                            StandardCharsets.UTF_8));
        } catch (IOException | ExecutionException e) {
            process.destroyForcibly();
            return new Run(false, "Python ended: " + e.getMessage());
        } catch (TimeoutException e) {
            process.destroyForcibly();
            return new Run(false, "it takes more than " + SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Run(false, "interrupted");
        }
    }

    private String answer() {
        try {
            return Optional.ofNullable(output.readLine()).orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

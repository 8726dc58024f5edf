package org.nabla.exercise.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.nabla.exercise.check.TemplateCheck.Problem;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Numerics;

/** Whether the snippet prints the answer, where Python with NumPy is installed. */
final class PythonCheck {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final double TOLERANCE = 2e-3;
    private static final int SECONDS = 20;

    private Optional<Boolean> installed = Optional.empty();

    Optional<Problem> problem(ExerciseGenerator.Work work) {
        var python = work.exercise().python();
        if (python.isEmpty()) {
            return Optional.empty();
        }
        return problem(python.get(), expected(work));
    }

    /**
     * Whether a snippet prints what is expected.
     *
     * @param expected lists of numbers of which it must print one; without any it must only run
     */
    Optional<Problem> problem(String python, List<List<Double>> expected) {
        if (!isInstalled()) {
            return Optional.of(Problem.note(Check.PYTHON, "not run: there is no Python with NumPy here"));
        }
        var run = run(python);
        if (!run.succeeded()) {
            return Optional.of(Problem.failure(Check.PYTHON, "the snippet fails: " + last(run.output())));
        }
        if (expected.isEmpty() || anyAgrees(expected, numbers(run.output()))) {
            return Optional.empty();
        }
        return Optional.of(Problem.failure(
                Check.PYTHON,
                "the snippet prints " + run.output().strip().replace("\n", " ") + ", the answer is " + expected));
    }

    /** The numbers of each part, and of all together. */
    private static List<List<Double>> expected(ExerciseGenerator.Work work) {
        var expected = new ArrayList<List<Double>>();
        var all = new ArrayList<Double>();
        for (var answer : work.answers().values()) {
            try {
                var numbers = new ArrayList<Double>();
                for (double entry : Numerics.value(answer, java.util.Map.of()).entries()) {
                    numbers.add(entry);
                }
                expected.add(numbers);
                all.addAll(numbers);
            } catch (NumericException e) {
                continue; // an answer with letters or words is not compared
            }
        }
        expected.add(all);
        return all.isEmpty() ? List.of() : expected;
    }

    private static boolean anyAgrees(List<List<Double>> expected, List<Double> printed) {
        return expected.stream().anyMatch(e -> {
            if (e.isEmpty() || e.size() != printed.size()) {
                return false;
            }
            for (int i = 0; i < e.size(); i++) {
                if (!(Math.abs(e.get(i) - printed.get(i)) <= TOLERANCE * Math.max(1, Math.abs(e.get(i))))) {
                    return false;
                }
            }
            return true;
        });
    }

    private static List<Double> numbers(String output) {
        var numbers = new ArrayList<Double>();
        var match = NUMBER.matcher(output.replace("np.float64", ""));
        while (match.find()) {
            numbers.add(Double.parseDouble(match.group()));
        }
        return numbers;
    }

    private static String last(String output) {
        var lines = output.strip().split("\n");
        return lines[lines.length - 1];
    }

    private synchronized boolean isInstalled() {
        if (installed.isEmpty()) {
            installed = Optional.of(run("import numpy").succeeded());
        }
        return installed.get();
    }

    private record Run(boolean succeeded, String output) {}

    private static Run run(String source) {
        try {
            var file = Files.createTempFile("snippet", ".py");
            var output = Files.createTempFile("snippet", ".txt");
            try {
                Files.writeString(file, source);
                var process = new ProcessBuilder("python3", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                return new Run(ended && process.exitValue() == 0, text(output));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Run(false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Run(false, "interrupted");
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}

package org.nabla.exercise.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.nabla.exercise.Seed;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.grading.grader.Grader;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.Cas;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.formula.Calculus;
import org.nabla.math.symja.worker.CasConfig;
import org.nabla.math.symja.worker.SymjaCas;

/**
 * The checks from the command line: {@code mvn -q -Pcheck-templates compile exec:java -Dexec.args="FILE"}. A folder
 * stands for all templates in it; without an argument all built-in ones are checked. {@code --seeds=n} draws n exercises of
 * each instead of 200. With several templates a summary is printed instead of samples. {@code --read} checks nothing and prints
 * three exercises of each template as a person reads them, {@code --read=n} prints n. {@code --count} grades nothing: it counts
 * answers and prompts, and runs the snippets.
 */
public final class CheckTemplates {
    private static final int SEEDS = 200;
    private static final int SAMPLES = 3;
    private static final Path BUILT_IN = Path.of("src", "main", "resources", "exercises");
    private static final Duration BUDGET = Duration.ofSeconds(1);

    private CheckTemplates() {}

    public static void main(String... arguments) throws IOException {
        int seeds = SEEDS;
        int samples = 0;
        boolean counts = false;
        var paths = new ArrayList<Path>();
        for (var argument : arguments) {
            if (argument.startsWith("--seeds=")) {
                seeds = Integer.parseInt(argument.substring("--seeds=".length()));
            } else if (argument.equals("--count")) {
                counts = true;
            } else if (argument.equals("--read")) {
                samples = SAMPLES;
            } else if (argument.startsWith("--read=")) {
                samples = Integer.parseInt(argument.substring("--read=".length()));
            } else {
                paths.add(Path.of(argument));
            }
        }
        if (paths.isEmpty()) {
            paths.add(BUILT_IN);
        }
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        boolean passed;
        try (var cas = SymjaCas.start(CasConfig.DEFAULT)) {
            cas.awaitWorker();
            passed = samples > 0
                    ? print(files(paths), samples, new ExerciseGenerator(new Calculus(cas, BUDGET)), out)
                    : check(files(paths), seeds, counts ? counting(cas) : checks(cas), out);
        }
        if (!passed) {
            System.exit(1);
        }
    }

    static TemplateCheck checks(Cas cas) {
        return new TemplateCheck(
                new Calculus(cas, BUDGET), new Grader(new EquivalenceChecker(cas, BUDGET), () -> BUDGET));
    }

    private static TemplateCheck counting(Cas cas) {
        return TemplateCheck.counting(
                new Calculus(cas, BUDGET), new Grader(new EquivalenceChecker(cas, BUDGET), () -> BUDGET));
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            try (Stream<Path> found = Files.walk(path)) {
                found.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static boolean check(List<Path> files, int seeds, TemplateCheck checks, PrintStream out)
            throws IOException {
        int failed = 0;
        var twins = new Twins();
        for (var file : files) {
            var name = file.toString().replace('\\', '/');
            try {
                var report = checks.check(name, Files.readString(file), seeds, twins::add);
                out.println(files.size() == 1 ? report.text() : report.summary());
                failed += report.passed() ? 0 : 1;
            } catch (AlgebraAwayException e) { // on a busy machine; the others are checked all the same
                out.println(name + ": NOT CHECKED to the end. " + e.getMessage());
                failed++;
            }
        }
        twins.found().forEach(out::println);
        out.printf(Locale.ROOT, "%d checked, %d failed%n", files.size(), failed);
        return failed == 0;
    }

    /** Prints exercises to be read; whether all files could be. */
    private static boolean print(List<Path> files, int samples, ExerciseGenerator generator, PrintStream out)
            throws IOException {
        boolean passed = true;
        for (var file : files) {
            var name = file.toString().replace('\\', '/');
            out.println(name);
            try {
                passed &= TemplateReader.read(name, Files.readString(file))
                        .either(template -> print(template, samples, generator, out), errors -> unreadable(out));
            } catch (BrokenTemplateException | AlgebraAwayException e) {
                out.println("  " + e.getMessage());
                passed = false;
            }
        }
        return passed;
    }

    private static boolean print(ExerciseTemplate template, int samples, ExerciseGenerator generator, PrintStream out) {
        for (int i = 0; i < samples; i++) {
            out.println(SampleText.of(generator.generate(template, new Seed(i))));
        }
        return true;
    }

    private static boolean unreadable(PrintStream out) {
        out.println("  cannot be read: check it");
        return false;
    }
}

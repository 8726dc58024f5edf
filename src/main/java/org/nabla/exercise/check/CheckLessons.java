package org.nabla.exercise.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.exercise.reading.LessonReader;
import org.nabla.grading.grader.Grader;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.formula.Calculus;
import org.nabla.math.symja.worker.CasConfig;
import org.nabla.math.symja.worker.SymjaCas;

/**
 * Proves lessons from the command line. A folder stands for all lessons in it; without an argument all built-in ones are
 * checked. {@code --draws=n} tries n other choices of numbers instead of 20. What is wrong is printed with line and column.
 */
public final class CheckLessons {
    private static final int DRAWS = 20;
    private static final Path BUILT_IN = Path.of("src", "main", "resources", "lessons");
    private static final Duration BUDGET = Duration.ofSeconds(1);

    private CheckLessons() {}

    public static void main(String... arguments) throws IOException {
        int draws = DRAWS;
        var paths = new ArrayList<Path>();
        for (var argument : arguments) {
            if (argument.startsWith("--draws=")) {
                draws = Integer.parseInt(argument.substring("--draws=".length()));
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
            var check = new LessonCheck(
                    new Calculus(cas, BUDGET),
                    new Grader(new EquivalenceChecker(cas, BUDGET), () -> BUDGET),
                    Curriculum.load(),
                    ExerciseCatalogue.load(),
                    lessons(files(List.of(BUILT_IN))));
            passed = check(files(paths), draws, check, out);
        }
        if (!passed) {
            System.exit(1);
        }
    }

    private static boolean check(List<Path> files, int draws, LessonCheck check, PrintStream out) throws IOException {
        int failed = 0;
        int words = 0;
        int claims = 0;
        for (var file : files) {
            var report = check.check(name(file), Files.readString(file), draws);
            out.print(report.text());
            failed += report.passed() ? 0 : 1;
            words += report.whole();
            claims += report.claims();
        }
        out.printf(Locale.ROOT, "%d checked, %d failed, %d words, %d claims%n", files.size(), failed, words, claims);
        return failed == 0;
    }

    /** Those that can be read, by skill: links may lead to them. */
    private static Map<String, LessonPlan> lessons(List<Path> files) throws IOException {
        var lessons = new LinkedHashMap<String, LessonPlan>();
        for (var file : files) {
            lessons.putAll(LessonReader.read(name(file), Files.readString(file))
                    .either(plan -> Map.of(plan.skill(), plan), errors -> Map.of()));
        }
        return lessons;
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.exists(path)) {
                try (Stream<Path> found = Files.walk(path)) {
                    found.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(files::add);
                }
            }
        }
        return files;
    }
}

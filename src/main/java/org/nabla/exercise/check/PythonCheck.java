package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.check.TemplateCheck.Problem;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Numerics;

/**
 * Whether the snippet prints all that the prompt asks, as plain numbers, under each version of NumPy that is installed: that
 * of the path and that of the system.
 */
final class PythonCheck {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|inf\\b");
    /** What NumPy writes around a number that was not made plain. */
    private static final Pattern DRESSED = Pattern.compile("np\\.float64|np\\.int64|array\\(");

    private static final double TOLERANCE = 2e-3;

    private static final Problem NOT_RUN = Problem.note(Check.PYTHON, "not run: there is no Python with NumPy here");

    /** Each started once, for all templates of a run. */
    private static final Map<String, Optional<Interpreter>> PYTHONS = new LinkedHashMap<>();

    Optional<Problem> problem(ExerciseGenerator.Work work) {
        var python = work.exercise().python();
        if (python.isEmpty()) {
            return Optional.empty();
        }
        var pythons = installed();
        if (pythons.isEmpty()) {
            return Optional.of(NOT_RUN);
        }
        for (var interpreter : pythons) {
            var problem = problem(work, interpreter.run(python.get()));
            if (problem.isPresent()) {
                return problem.map(p -> Problem.failure(Check.PYTHON, p + in(interpreter)));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a snippet prints what is expected, and nothing else.
     *
     * @param expected lists of numbers of which it must print one; without any it must only run
     */
    Optional<Problem> problem(String python, List<List<Double>> expected) {
        var pythons = installed();
        if (pythons.isEmpty()) {
            return Optional.of(NOT_RUN);
        }
        for (var interpreter : pythons) {
            var run = interpreter.run(python);
            var numbers = numbers(run.output());
            if (!run.succeeded()) {
                return Optional.of(Problem.failure(Check.PYTHON, failed(run) + in(interpreter)));
            }
            if (!expected.isEmpty()
                    && expected.stream().noneMatch(e -> e.size() == numbers.size() && agree("list", e, numbers))) {
                return Optional.of(Problem.failure(
                        Check.PYTHON,
                        "the snippet prints " + run.output().strip().replace("\n", " ") + ", the answer is " + expected
                                + in(interpreter)));
            }
        }
        return Optional.empty();
    }

    private static String failed(Interpreter.Run run) {
        var printed = run.output().strip();
        return "the snippet fails: " + printed.substring(printed.lastIndexOf('\n') + 1);
    }

    private static String in(Interpreter interpreter) {
        return " (NumPy " + interpreter.version() + ")";
    }

    private static Optional<String> problem(ExerciseGenerator.Work work, Interpreter.Run run) {
        var printed = run.output().strip();
        if (!run.succeeded()) {
            return Optional.of(failed(run));
        }
        if (DRESSED.matcher(printed).find()) {
            return Optional.of("the snippet prints no plain numbers: " + printed);
        }
        var numbers = numbers(printed);
        int at = 0;
        var missing = new ArrayList<String>();
        for (var part : work.exercise().parts()) {
            var expected = expected(work, part);
            if (expected.isEmpty()) {
                continue;
            }
            int found = find(part.answer().kind(), expected, numbers, at);
            if (found < 0) {
                missing.add(part.id() + " " + expected);
            } else {
                at = found + expected.size();
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("the snippet prints " + printed.replace("\n", " ") + ", without part "
                        + String.join(", ", missing));
    }

    /** The numbers of a part; none for an answer with letters or words. */
    private static List<Double> expected(ExerciseGenerator.Work work, Exercise.Part part) {
        var numbers = new ArrayList<Double>();
        var answer = work.answers().get(part.id());
        if (answer == null || !part.steps().isEmpty() || part.answer().kind().equals("condition")) {
            return numbers;
        }
        try {
            for (double entry : Numerics.value(answer, Map.of()).entries()) {
                numbers.add(entry);
            }
        } catch (NumericException notNumbers) {
            numbers.clear();
        }
        return numbers;
    }

    /** Where among the printed numbers, at this place or later, the expected ones stand next to each other; −1 if nowhere. */
    private static int find(String kind, List<Double> expected, List<Double> printed, int from) {
        for (int start = from; start + expected.size() <= printed.size(); start++) {
            if (agree(kind, expected, printed.subList(start, start + expected.size()))) {
                return start;
            }
        }
        return -1;
    }

    private static boolean agree(String kind, List<Double> expected, List<Double> printed) {
        var a = expected;
        var b = printed;
        if (kind.equals("set")) {
            a = a.stream().sorted().toList();
            b = b.stream().sorted().toList();
        }
        double factor = kind.equals("direction") || kind.equals("parallel") ? factor(a, b) : 1;
        for (int i = 0; i < a.size(); i++) {
            double wanted = factor * a.get(i);
            if (!(wanted == b.get(i) || Math.abs(wanted - b.get(i)) <= TOLERANCE * Math.max(1, Math.abs(wanted)))) {
                return false;
            }
        }
        return true;
    }

    /** By which the key becomes what is printed: a direction has no length. */
    private static double factor(List<Double> key, List<Double> printed) {
        double both = 0;
        double square = 0;
        for (int i = 0; i < key.size(); i++) {
            both += key.get(i) * printed.get(i);
            square += key.get(i) * key.get(i);
        }
        return both == 0 ? Double.NaN : both / square;
    }

    private static List<Double> numbers(String output) {
        var numbers = new ArrayList<Double>();
        var match = NUMBER.matcher(output);
        while (match.find()) {
            numbers.add(
                    match.group().equals("inf")
                            ? Double.POSITIVE_INFINITY
                            : Double.valueOf(Double.parseDouble(match.group())));
        }
        return numbers;
    }

    private static synchronized List<Interpreter> installed() {
        for (var name : List.of("python3", "/usr/bin/python3")) {
            var known = PYTHONS.getOrDefault(name, Optional.empty());
            if (!PYTHONS.containsKey(name) || known.isPresent() && !known.get().isAlive()) {
                PYTHONS.put(name, Interpreter.start(name));
            }
        }
        var seen = new LinkedHashMap<String, Interpreter>();
        PYTHONS.values().forEach(p -> p.ifPresent(i -> seen.putIfAbsent(i.version(), i)));
        return List.copyOf(seen.values());
    }
}

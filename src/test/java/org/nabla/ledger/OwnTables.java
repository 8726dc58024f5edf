package org.nabla.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.grader.Graders;

/** The cases of the project's own tables, read from the tests themselves, so that none is written twice. */
final class OwnTables {
    /** Tests with tables of responses, and the kind that is meant where a row does not say it. */
    private static final Map<String, String> TESTS = Map.of(
            "org.nabla.grading.value.NumberTest", "number",
            "org.nabla.grading.value.ExpressionTest", "expression",
            "org.nabla.grading.value.VectorTest", "vector",
            "org.nabla.grading.value.FunctionKindsTest", "limit",
            "org.nabla.grading.value.OpenKindsTest", "integral",
            "org.nabla.grading.collection.CollectionTest", "set",
            "org.nabla.grading.realset.SetKindsTest", "interval",
            "org.nabla.grading.locus.LocusTest", "line");

    private static final Pattern CHARACTER = Pattern.compile("<U([0-9A-F]{4})>");

    private OwnTables() {}

    static List<Case> all() {
        var cases = new ArrayList<Case>();
        new TreeMap<>(TESTS).forEach((test, kind) -> cases.addAll(of(test, kind)));
        cases.addAll(rows("/org/nabla/grading/grader/verdicts.txt", "\\|", "verdicts.txt"));
        cases.addAll(rows("/org/nabla/grading/grader/deciding.txt", "\\|", "deciding.txt"));
        cases.addAll(rows("/org/nabla/grading/grader/typings.txt", " ~ ", "typings.txt"));
        cases.addAll(pairs());
        return cases.stream().distinct().toList();
    }

    private static List<Case> of(String test, String kind) {
        try {
            return Stream.of(Class.forName(test).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(CsvSource.class))
                    .sorted(java.util.Comparator.comparing(Method::getName))
                    .flatMap(method -> of(method, kind).stream())
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a table is gone: take it out of this list", e);
        }
    }

    /** Columns go by the names of the parameters; a method without a key and a response is another kind of table. */
    private static List<Case> of(Method method, String kind) {
        var names = Stream.of(method.getParameters()).map(Parameter::getName).toList();
        if (!names.contains("value") || !names.contains("response") || names.contains("other")) {
            return List.of();
        }
        var table = method.getAnnotation(CsvSource.class);
        var cases = new ArrayList<Case>();
        table.textBlock().lines().filter(line -> !line.isBlank()).forEach(line -> {
            var cells = cells(line, table.delimiter() == 0 ? ',' : table.delimiter());
            var word = names.contains("kind") ? cells.get(names.indexOf("kind")) : kind;
            var variables = names.contains("variables") ? cells.get(names.indexOf("variables")) : "";
            cases.add(new Case(
                    method.getDeclaringClass().getSimpleName(),
                    Graders.spec(word, cells.get(names.indexOf("value")), variables),
                    cells.get(names.indexOf("response"))));
        });
        return cases;
    }

    /** As JUnit cuts them: a quoted cell keeps its blanks and may hold the delimiter. */
    static List<String> cells(String line, char delimiter) {
        var cells = new ArrayList<String>();
        int at = 0;
        while (at <= line.length()) {
            int start = at;
            while (start < line.length() && line.charAt(start) == ' ') {
                start++;
            }
            boolean quoted = start < line.length() && line.charAt(start) == '"';
            int close = quoted ? line.indexOf('"', start + 1) : start;
            int end = line.indexOf(delimiter, quoted ? close : at);
            end = end < 0 ? line.length() : end;
            cells.add(
                    quoted
                            ? line.substring(start + 1, close)
                            : line.substring(at, end).strip());
            at = end + 1;
        }
        return cells;
    }

    private static List<Case> rows(String resource, String separator, String source) {
        return lines(resource)
                .map(line -> separator.equals("\\|") ? cells(line, '|') : List.of(line.split(separator)))
                .map(c -> new Case(
                        source,
                        Graders.spec(c.get(0), c.get(1), c.get(2)),
                        characters(c.get(3).strip())))
                .toList();
    }

    private static String characters(String cell) {
        return CHARACTER
                .matcher(cell.replace('␤', '\n'))
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    /** Pairs of functions: the first as an answer to the second. */
    private static List<Case> pairs() {
        return lines("/org/nabla/math/equivalence/equivalence.txt")
                .map(line -> line.split(";", -1))
                .map(c -> new Case(
                        "equivalence.txt", Graders.spec("expression", c[1].strip(), c[3].strip()), c[0].strip()))
                .toList();
    }

    private static Stream<String> lines(String resource) {
        try (var in = Objects.requireNonNull(OwnTables.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

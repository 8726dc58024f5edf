package org.nabla.grading.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.math.Cas;
import org.nabla.math.NoAlgebra;
import org.nabla.math.equivalence.EquivalenceChecker;

/**
 * Time never changes a verdict: with any budget, alone and among others, it is that of the unhurried run or none. Without the algebra
 * system, so that nothing but our own rules is timed. {@code -Dnabla.long=true} takes every row of the tables instead of one in thirteen.
 */
class BudgetTest {

    private static final int STEP = Boolean.getBoolean("nabla.long") ? 1 : 13;
    private static final Duration UNHURRIED = Duration.ofSeconds(20);

    private record Row(AnswerSpec spec, String response) {}

    private static final List<Row> ROWS = rows();
    private static List<Outcome> unhurried = List.of();

    @BeforeAll
    static void takeAllTime() {
        unhurried = verdicts(grader(new NoAlgebra(), UNHURRIED), 1);
    }

    @ParameterizedTest(name = "{0} ms, {1} clients")
    @CsvSource({
        "0, 1", "1, 8", "5, 1", "2, 8", "20, 8", "100, 1", "1000, 1",
    })
    void aVerdictIsThatOfTheUnhurriedRunOrNone(int milliseconds, int clients) {
        var verdicts = verdicts(grader(new NoAlgebra(), Duration.ofMillis(milliseconds)), clients);

        var changed = new ArrayList<String>();
        for (var i = 0; i < ROWS.size(); i++) {
            if (verdicts.get(i) != Outcome.UNDECIDED && verdicts.get(i) != unhurried.get(i)) {
                changed.add(ROWS.get(i) + ": " + verdicts.get(i) + ", not " + unhurried.get(i));
            }
        }
        assertThat(changed).isEmpty();
    }

    private static Grader grader(Cas cas, Duration budget) {
        return new Grader(new EquivalenceChecker(cas, budget), () -> budget);
    }

    private static List<Outcome> verdicts(Grader grader, int clients) {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var tasks = ROWS.stream()
                    .map(row -> (Callable<Outcome>)
                            () -> grader.grade(row.spec(), row.response()).outcome())
                    .toList();
            var verdicts = new ArrayList<Outcome>();
            for (var verdict : pool.invokeAll(tasks)) {
                verdicts.add(verdict.get());
            }
            return verdicts;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var table : List.of("verdicts.txt", "deciding.txt")) {
            for (var line : lines(table)) {
                var cells = cells(line);
                if (!line.startsWith("#") && cells.size() > 4) {
                    rows.add(new Row(Graders.spec(cells.get(0), cells.get(1), cells.get(2)), cells.get(3)));
                }
            }
        }
        return IntStream.range(0, rows.size())
                .filter(i -> i % STEP == 0)
                .mapToObj(rows::get)
                .toList();
    }

    private static List<String> lines(String table) {
        try (var stream = BudgetTest.class.getResourceAsStream(table)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a row; bars within quotation marks belong to a cell. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '|' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}

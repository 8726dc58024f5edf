package org.nabla.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Grader;
import org.nabla.grading.grader.Graders;
import org.nabla.math.Cas;
import org.nabla.math.NoAlgebra;
import org.nabla.math.equivalence.EquivalenceChecker;

/**
 * Time never changes a verdict: with any budget, with workers of the algebra system and without, alone and among others, it is that of the
 * unhurried run or none. {@code -Dnabla.long=true} takes every case of the own tables instead of one in forty.
 */
class BudgetTest {

    private static final int STEP = Boolean.getBoolean("nabla.long") ? 1 : 40;
    private static final Duration UNHURRIED = Duration.ofSeconds(20);
    private static final System.Logger LOG = System.getLogger(BudgetTest.class.getName());

    private static final List<Case> CASES = share();
    private static List<Outcome> unhurried = List.of();

    private static List<Case> share() {
        var all = OwnTables.all();
        return IntStream.range(0, all.size())
                .filter(i -> i % STEP == 0)
                .mapToObj(all::get)
                .toList();
    }

    @BeforeAll
    static void takeAllTime() {
        unhurried = verdicts(grader(Graders.CAS, UNHURRIED), 1);
    }

    @ParameterizedTest(name = "{0} ms, {1} clients, {2} workers")
    @CsvSource({
        "0, 1, no",
        "0, 8, with",
        "1, 1, with",
        "1, 8, no",
        "5, 1, no",
        "5, 8, with",
        "20, 1, with",
        "20, 8, no",
        "100, 1, no",
        "100, 8, with",
        "1000, 1, with",
        "1000, 8, no",
    })
    void aVerdictIsThatOfTheUnhurriedRunOrNone(int milliseconds, int clients, String workers) {
        var cas = workers.equals("with") ? Graders.CAS : new NoAlgebra();
        var verdicts = verdicts(grader(cas, Duration.ofMillis(milliseconds)), clients);

        var changed = new ArrayList<String>();
        var undecided = 0;
        for (var i = 0; i < CASES.size(); i++) {
            if (verdicts.get(i) == Outcome.UNDECIDED) {
                undecided++;
            } else if (verdicts.get(i) != unhurried.get(i)) {
                changed.add(CASES.get(i).name() + ": " + verdicts.get(i) + ", not " + unhurried.get(i));
            }
        }
        LOG.log(
                System.Logger.Level.INFO,
                "{0} ms, {1} clients, {2} workers: {3} of {4} undecided, {5} changed",
                milliseconds,
                clients,
                workers,
                undecided,
                CASES.size(),
                changed.size());
        assertThat(changed).isEmpty();
    }

    private static Grader grader(Cas cas, Duration budget) {
        return new Grader(new EquivalenceChecker(cas, budget), () -> budget);
    }

    private static List<Outcome> verdicts(Grader grader, int clients) {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var tasks = CASES.stream()
                    .map(question ->
                            (Callable<Outcome>) () -> Entry.of(question, grader).outcome())
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
}

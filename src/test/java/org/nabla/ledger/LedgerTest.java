package org.nabla.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

/** No verdict changes without a word: those of all own tables are compared with the ledger that was committed. */
class LedgerTest {

    @Test
    void noVerdictChangedWithoutAnExplanation() throws IOException {
        var ledger = Ledger.read();
        var entries = OwnTables.all().stream()
                .map(question -> Entry.of(question, Graders.GRADER))
                .toList();

        assertThat(ledger.size()).isGreaterThan(1000);
        assertThat(ledger.surprises(entries))
                .as("write the reason into docs/verdicts/changes.tsv, or mend the checker")
                .isEmpty();
    }

    @Test
    void anotherVerdictThanTheKeptOneIsNamed() throws IOException {
        var known = OwnTables.all().get(0);
        var is = Entry.of(known, Graders.GRADER);
        var other = is.outcome() == Outcome.CORRECT ? Outcome.WRONG : Outcome.CORRECT;
        var changed = new Entry(known, other, "-", 0, 0);
        var late = new Entry(known, Outcome.UNDECIDED, "-", 0, 0);
        var unknown = new Case("", new AnswerSpec("number", List.of("77"), Map.of(), Map.of(), List.of()), "76");

        var ledger = Ledger.read();

        assertThat(ledger.surprises(List.of(changed)))
                .singleElement()
                .asString()
                .contains(known.name())
                .contains("is " + other);
        assertThat(ledger.surprises(List.of(late)))
                .as("time changes no verdict")
                .isEmpty();
        assertThat(ledger.surprises(List.of(new Entry(unknown, Outcome.WRONG, "-", 0, 0))))
                .as("a new case has no verdict yet")
                .isEmpty();
    }

    @Test
    void theTablesAreCutAsTheTestsCutThem() {
        assertThat(OwnTables.cells("number | 5 | \" 5 \" | CORRECT", '|'))
                .containsExactly("number", "5", " 5 ", "CORRECT");
        assertThat(OwnTables.cells("interval | [-e, e] | | \"|x| <= e\" | CORRECT", '|'))
                .containsExactly("interval", "[-e, e]", "", "|x| <= e", "CORRECT");
    }
}

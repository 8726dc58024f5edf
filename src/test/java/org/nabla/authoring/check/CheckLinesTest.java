package org.nabla.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nabla.exercise.Seed;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.check.TemplateReport.Finding;

class CheckLinesTest {

    @Test
    void eachCheckHasOneLineWithOneExample() {
        var findings = List.of(
                finding(Check.GUESSED, true, 1, "the answer is 2"),
                finding(Check.VERIFIED, false, 3, "7 is not 8"),
                finding(Check.VERIFIED, false, 5, "9 is not 8"),
                new Finding(Check.DISTINCT, false, Optional.empty(), "only 3 of 100"));

        assertThat(CheckLines.of(findings))
                .containsExactly(
                        "The answer is not verified by another route, in 2 variants, for example in variant 3: 7 is not 8",
                        "Worth a look: An answer can be guessed, for example in variant 1: the answer is 2",
                        "Worth a look: There are too few different exercises: only 3 of 100");
    }

    @Test
    void everyCheckHasWords() {
        for (var check : Check.values()) {
            assertThat(CheckLines.of(List.of(finding(check, false, 0, "x")))).hasSize(1);
        }
    }

    private static Finding finding(Check check, boolean note, int seed, String message) {
        return new Finding(check, note, Optional.of(new Seed(seed)), message);
    }
}

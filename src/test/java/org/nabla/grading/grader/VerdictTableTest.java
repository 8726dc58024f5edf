package org.nabla.grading.grader;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nabla.grading.Outcome;

/** Responses that are right in an unusual form, and wrong ones that look right. */
class VerdictTableTest {

    @ParameterizedTest(name = "{3} for {1} is {4}: {5}")
    @CsvFileSource(
            resources = {"verdicts.txt", "deciding.txt"},
            delimiter = '|')
    void judges(String kind, String value, @Nullable String variables, String response, Outcome expected, String why) {
        var verdict = Graders.grade(kind, value, variables == null ? "" : variables, response);

        assertThat(verdict.outcome()).as("%s: %s", why, verdict).isEqualTo(expected);
    }
}

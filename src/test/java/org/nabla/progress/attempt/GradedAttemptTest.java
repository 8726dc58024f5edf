package org.nabla.progress.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;

class GradedAttemptTest {

    @ParameterizedTest(name = "{0} of {1} parts: {2}")
    @CsvSource(textBlock = """
        CORRECT,            1, CORRECT,   1,    true,  the only part
        WRONG,              1, WRONG,     0,    true,  the only part
        INVALID,            1, INVALID,   0,    false, what cannot be read is free
        UNDECIDED,          1, UNDECIDED, 0,    false, what cannot be decided is free
        '',                 1, INVALID,   0,    false, nothing was typed
        CORRECT CORRECT,    2, CORRECT,   1,    true,  all parts
        CORRECT,            2, PARTIAL,   0.5,  false, the other box is still empty
        CORRECT WRONG,      2, PARTIAL,   0.5,  true,  one of two
        WRONG,              2, WRONG,     0,    true,  wrong is wrong with a box empty too
        WRONG WRONG,        2, WRONG,     0,    true,  none of two
        CORRECT INVALID,    2, INVALID,   0.5,  false, one box cannot be read so the attempt is free
        CORRECT UNDECIDED,  2, UNDECIDED, 0.5,  false, the checker could not tell
        WRONG UNDECIDED,    2, WRONG,     0,    true,  wrong whatever the other is
        """)
    void sumsUpItsParts(String outcomes, int parts, Outcome expected, double score, boolean evidence, String why) {
        var attempt = new GradedAttempt(UUID.randomUUID(), Instant.EPOCH, parts, responses(outcomes));

        assertThat(attempt.outcome()).isEqualTo(expected);
        assertThat(attempt.score()).isEqualTo(score, within(1e-12));
        assertThat(attempt.isEvidence()).isEqualTo(evidence);
    }

    private static List<GradedResponse> responses(String outcomes) {
        var responses = new ArrayList<GradedResponse>();
        for (var outcome : outcomes.isEmpty() ? new String[0] : outcomes.split(" ")) {
            responses.add(new GradedResponse("p" + responses.size(), "1", verdict(Outcome.valueOf(outcome))));
        }
        return responses;
    }

    private static Verdict verdict(Outcome outcome) {
        return new Verdict(
                outcome,
                outcome == Outcome.CORRECT ? 1 : 0,
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

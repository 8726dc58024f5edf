package org.nabla.practice.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;

/** An answer that was judged before costs nothing, however it is typed again. */
class TriedBeforeTest {
    private final TriedBefore triedBefore = new TriedBefore(Graders.GRADER);

    private static GradedAttempt attempt(List<AnswerSpec> parts, String... typed) {
        var responses = IntStream.range(0, typed.length)
                .filter(i -> !typed[i].isEmpty())
                .mapToObj(i -> new GradedResponse("p" + i, typed[i], Graders.GRADER.grade(parts.get(i), typed[i])))
                .toList();
        return new GradedAttempt(UUID.randomUUID(), Instant.EPOCH, parts.size(), responses);
    }

    private GradedAttempt settled(List<AnswerSpec> parts, GradedAttempt now, GradedAttempt... earlier) {
        var answers = IntStream.range(0, parts.size())
                .boxed()
                .collect(java.util.stream.Collectors.toMap(
                        i -> "p" + i, parts::get, (a, b) -> a, java.util.TreeMap::new));
        return triedBefore.settled(answers, now, Arrays.asList(earlier));
    }

    @ParameterizedTest(name = "{3} after {2} for {1} is free: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            number     | 5         | 2      | 2.0       | true
            number     | 5         | 2      | 4/2       | true
            number     | 5         | 2      | 3         | false
            number     | pi        | 1/3    | 0.3333    | false
            expression | 2*x       | x+x+x  | 3x        | true
            expression | 2*x       | 3x     | 4x        | false
            vector     | <1, 2>    | <1, 3> | "(1,3)"   | true
            set        | "{1, 2}"  | "1, 3" | "3, 1"    | true
            interval   | [0, 5)    | [0, 5] | 0<=x<=5   | true
            """)
    void isFreeWhereItIsTheSame(String kind, String value, String before, String now, boolean free) {
        var parts = List.of(Graders.spec(kind, value, kind.equals("expression") ? "x" : ""));

        var settled = settled(parts, attempt(parts, now), attempt(parts, before));

        assertThat(settled.outcome() == Outcome.INVALID).isEqualTo(free);
        if (free) {
            assertThat(settled.responses().get(0).verdict().message()).contains("You have tried this before");
        }
    }

    @Test
    void itIsSaidWhichOneItWas() {
        var parts = List.of(Graders.spec("number", "5", ""));

        var settled = settled(parts, attempt(parts, "2.0"), attempt(parts, "3"), attempt(parts, "2"));

        assertThat(settled.responses().get(0).verdict().message())
                .startsWith("You have tried this before: $2.0$ is $2$.");
    }

    @Test
    void aRightAnswerStaysRight() {
        var parts = List.of(Graders.spec("number", "5", ""));

        assertThat(settled(parts, attempt(parts, "5"), attempt(parts, "5")).outcome())
                .isEqualTo(Outcome.CORRECT);
    }

    @Test
    void anAnswerThatWasFreeBeforeCounts() {
        var parts = List.of(Graders.spec("number", "1/3", ""));

        assertThat(settled(parts, attempt(parts, "0.3"), attempt(parts, "0.333"))
                        .outcome())
                .isEqualTo(Outcome.WRONG);
    }

    @Test
    void oneNewBoxMakesItANewAnswer() {
        var parts = Stream.of("5", "6").map(v -> Graders.spec("number", v, "")).toList();
        var before = attempt(parts, "1", "2");

        assertThat(settled(parts, attempt(parts, "1.0", "2"), before).outcome()).isEqualTo(Outcome.INVALID);
        assertThat(settled(parts, attempt(parts, "1", "6"), before).outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(settled(parts, attempt(parts, "1", ""), before).outcome()).isEqualTo(Outcome.WRONG);
    }

    @Test
    void anAnswerThatIsBetterThanTheLastOneMayTakeItsPlace() {
        var parts = Stream.of("5", "6").map(v -> Graders.spec("number", v, "")).toList();

        var settled = settled(parts, attempt(parts, "1", "6"), attempt(parts, "1", "2"), attempt(parts, "1", "6"));

        assertThat(settled.outcome()).isEqualTo(Outcome.PARTIAL);
    }
}

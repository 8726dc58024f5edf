package org.nabla.grading.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.ProcessorTime;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;

/** What holds for every kind: a key is right for itself however it is written, and nothing that is typed breaks anything. */
class GradingPropertyTest {

    private static final String PIECES = "xyt0123+-*/^()[]{}<>=,;. |_\\∫√π∞≤±'\"dand or inf sin(int_";

    static Stream<AnswerSpec> keys() {
        return Stream.of(
                Graders.spec("number", "(e^9-1)/6", ""),
                Graders.spec("number", "-3*sqrt(2)/7", ""),
                Graders.spec("expression", "x^2*y - 3*x/(y^2+1)", "x y"),
                Graders.spec("expression", "exp(-x^2)*sin(3*y)", "x y"),
                Graders.spec("antiderivative", "x^3/3 - cos(x)", "x"),
                Graders.spec("vector", "(2*x*y, x^2 - 1)", "x y"),
                Graders.spec("point", "(1/2, -3)", ""),
                Graders.spec("direction", "(3, -4, 1)", ""),
                Graders.spec("parallel", "(1, 2, -2)", ""),
                Graders.spec("matrix", "[2*x, 1; -y, x*y]", "x y"),
                Graders.spec("list", "1, 2, 3", ""),
                Graders.spec("set", "{(0, 0), (1, -2)}", ""),
                Graders.spec("limit", "-inf", ""),
                Graders.spec("equation", "x^2 + y^2 = 4", "x y"),
                Graders.spec("line", "(1, 2, 3) + t*(1, 0, -1)", "x y z"),
                Graders.spec("plane", "2*x + 3*y - z = 5", "x y z"),
                Graders.spec("curve", "y = x^2", "x y"),
                Graders.spec("interval", "[0, 5)", "x"),
                Graders.spec("region", "x^2 + y^2 < 4", "x y"),
                Graders.spec("integral", "int_0^1 int_0^x x*y dy dx", "x y"),
                Graders.spec("choice options=saddle|minimum", "saddle", ""),
                Graders.spec("choices options=a|b|c", "a; c", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void theKeyIsRightForItselfInEveryWriting(AnswerSpec spec) {
        var verdict = Graders.GRADER.grade(spec, spec.value().get(0));
        var echo = verdict.understood().orElseThrow();

        assertThat(verdict.outcome()).isEqualTo(Outcome.CORRECT);
        for (var text : List.of(echo.text(), echo.latex())) {
            if (!text.isEmpty()) {
                assertThat(Graders.GRADER.grade(spec, text).outcome()).as(text).isEqualTo(Outcome.CORRECT);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    @Timeout(60)
    void whateverIsTypedGetsTheSameVerdictTwice(AnswerSpec spec) {
        var random = new Random(7);
        var key = ((AnswerKey.KeyReading.Read) AnswerKey.of(spec)).key();
        for (var n = 0; n < (Boolean.getBoolean("nabla.long") ? 3000 : 60); n++) {
            var typed = mutated(spec.value().get(0), random);

            var first = Graders.GRADER.grade(key, typed);

            assertThat(first.score()).isBetween(0.0, 1.0);
            assertThat(first.outcome() == Outcome.CORRECT).isEqualTo(first.score() == 1.0);
            assertThat(Graders.GRADER.grade(key, typed)).as(typed).isEqualTo(first);
        }
    }

    private static String mutated(String text, Random random) {
        var typed = new StringBuilder(text);
        for (var i = random.nextInt(4); i >= 0; i--) {
            var at = random.nextInt(typed.length() + 1);
            var piece = PIECES.charAt(random.nextInt(PIECES.length()));
            if (random.nextBoolean() && at < typed.length()) {
                typed.setCharAt(at, piece);
            } else {
                typed.insert(at, piece);
            }
        }
        return typed.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void hostileTextsAreRefusedAtOnce(AnswerSpec spec) {
        var texts = Stream.of("x = ", "(", "a(,", "int_0^", "1 or ", "9", " ", "∂/")
                .flatMap(piece ->
                        Stream.of(piece.repeat(1990 / piece.length()), piece.repeat(1_000_000 / piece.length())));
        var key = ((AnswerKey.KeyReading.Read) AnswerKey.of(spec)).key();
        texts.forEach(text -> {
            var took = ProcessorTime.of(
                    () -> assertThat(Graders.GRADER.grade(key, text).outcome()).isNotEqualTo(Outcome.CORRECT));

            assertThat(took).isLessThan(Duration.ofSeconds(6));
        });
    }
}

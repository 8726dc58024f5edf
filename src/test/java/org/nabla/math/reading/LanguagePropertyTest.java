package org.nabla.math.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nabla.ProcessorTime;
import org.nabla.math.Expression;
import org.nabla.math.RandomExpressions;
import org.nabla.math.SyntaxError;
import org.nabla.math.speech.SpeechWriter;
import org.nabla.math.writing.LatexWriter;
import org.nabla.math.writing.TextWriter;

/** What holds for every expression and every text; {@code -Dnabla.long=true} tries a hundred times as many. */
class LanguagePropertyTest {
    private static final int CASES = Boolean.getBoolean("nabla.long") ? 500_000 : 5_000;

    private static final String ALPHABET = "xyzte0123456789.+-*/^()[]{}<>|=,; _!\\'%&\"~#$?:\u0000\n²⁻½√π≤∞×·−∫ℝ⟨⟩‖";
    private static final List<String> PIECES = List.of(
            "sin",
            "cos",
            "ln",
            "log_",
            "sqrt",
            "theta",
            "x_1",
            "w_12",
            "\\frac",
            "\\sqrt",
            "\\left",
            "\\right",
            "\\begin{pmatrix}",
            "\\end{pmatrix}",
            "\\begin{cases}",
            "\\end{cases}",
            "\\cdot",
            "\\pi",
            "\\langle",
            "\\rangle",
            " and ",
            " or ",
            " U ",
            "inf",
            "DNE",
            "piecewise(",
            "max(",
            "e^",
            "||",
            "<=",
            "!=",
            "\\text{",
            "\\mathrm{",
            "\\operatorname{",
            "{",
            "}",
            "^{",
            "_{",
            "f(",
            "1e-3",
            "12 000",
            "\\\\",
            "+-",
            "\ud83d\ude00",
            "\ud835\udc65",
            "\ud800",
            "\u0301",
            "asin",
            "does not exist",
            "\\placeholder{}");

    @Test
    void aTextReadAgainIsTheSameTree() {
        for (int seed = 0; seed < CASES; seed++) {
            var expression = new RandomExpressions(new Random(seed)).text();
            assertReadsBack(seed, TextWriter.write(expression), expression);
        }
    }

    @Test
    void latexReadAgainIsTheSameTree() {
        for (int seed = 0; seed < CASES; seed++) {
            var expression = new RandomExpressions(new Random(seed)).text();
            assertReadsBack(seed, LatexWriter.write(expression), expression);
        }
    }

    private static void assertReadsBack(int seed, String text, Expression expression) {
        var reading = ExpressionParser.parse(text, RandomExpressions.VOCABULARY.forAuthors(false));
        if (reading instanceof Reading.Refused refused && isOverTheLimits(refused.error())) {
            return;
        }
        assertThat(reading).as("seed %d: %s", seed, text).isInstanceOf(Reading.Understood.class);
        var again = ((Reading.Understood) reading).expression();
        assertThat(TextWriter.write(again)).as("seed %d: %s", seed, text).isEqualTo(TextWriter.write(expression));
        assertThat(again).as("seed %d: %s", seed, text).isEqualTo(expression);
    }

    private static boolean isOverTheLimits(SyntaxError error) {
        return error.message().contains("too long")
                || error.message().contains("too large")
                || error.message().contains("too deep");
    }

    @Test
    void randomTextsAreReadOrRefusedAndAlwaysAlike() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(25); i >= 0; i--) {
                text.append(random.nextInt(3) == 0 ? PIECES.get(random.nextInt(PIECES.size())) : character(random));
            }
            assertSettled(text.toString());
        }
    }

    @Test
    void mutatedTextsAreReadOrRefusedAndAlwaysAlike() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var expression = new RandomExpressions(random).text();
            var text = new StringBuilder(
                    random.nextBoolean() ? TextWriter.write(expression) : LatexWriter.write(expression));
            for (int i = random.nextInt(3); i >= 0 && text.length() > 0; i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, character(random));
                    case 2 -> text.setCharAt(at, character(random));
                    default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                }
            }
            assertSettled(text.toString());
        }
    }

    private static char character(Random random) {
        return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }

    /** Not only without an exception: the same reading twice, an error inside the text, and a reading that can be written. */
    private static void assertSettled(String text) {
        for (var vocabulary : List.of(
                RandomExpressions.VOCABULARY,
                RandomExpressions.VOCABULARY
                        .withFreeParameter()
                        .withArbitraryConstant()
                        .withUnitVectors(),
                RandomExpressions.VOCABULARY.forAuthors(true))) {
            var reading = ExpressionParser.parse(text, vocabulary);
            assertThat(ExpressionParser.parse(text, vocabulary)).as(text).isEqualTo(reading);
            if (reading instanceof Reading.Refused refused) {
                assertThat(refused.error().message()).as(text).isNotBlank();
                assertThat(refused.error().position()).as(text).isBetween(0, text.length());
                assertThat(refused.error().length())
                        .as(text)
                        .isBetween(0, text.length() - refused.error().position());
            } else if (reading instanceof Reading.Understood understood) {
                assertThat(TextWriter.write(understood.expression())).as(text).isNotBlank();
                assertThat(LatexWriter.write(understood.expression())).as(text).isNotBlank();
                assertThat(SpeechWriter.write(understood.expression())).as(text).isNotBlank();
            }
        }
    }

    @Test
    void longTextsAreRefusedAtOnce() {
        for (var piece : List.of(
                "x", "(", "1", "-", "sin ", "|", "<", "x^", "\\frac", "{", "[", "√", "1/", "x+", "\\left(", "²",
                "aaaa ")) {
            for (int length : new int[] {1_990, 1_000_000}) {
                var text = piece.repeat(length / piece.length());
                assertThat(ProcessorTime.of(() -> assertSettled(text)))
                        .as(piece + " " + length)
                        .isLessThan(Duration.ofSeconds(1));
            }
        }
    }
}

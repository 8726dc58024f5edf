package org.nabla.math.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.math.lexing.Vocabulary;

/** Where readings compete the usual one is taken, and said; elsewhere nothing is said. */
class ReadingNoticesTest {
    private static final Vocabulary VOCABULARY = ExpressionParserTest.names("x y a");

    private static Reading.Understood read(String text) {
        return (Reading.Understood) ExpressionParser.parse(text, VOCABULARY);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '~', textBlock = """
        1/2x         ~ 1/2x was read as (1/2)*x
        y/2x         ~ y/2x was read as (y/2)*x
        1/x y        ~ 1/x y was read as (1/x)*y
        1/(x+1)(y-1) ~ was read as (1/(x + 1))*(y - 1)
        e^xy         ~ e^xy was read as e^x*y
        e^2x         ~ e^2x was read as e^2*x
        e^-xy        ~ was read as e^(-x)*y
        x^1/2        ~ was read as (x^1)/2
        sqrt x y     ~ sqrt x y was read as sqrt(x)*y
        √2x          ~ √2x was read as sqrt(2)*x
        sin x y      ~ sin x y was read as sin(x*y)
        sin x/2      ~ sin x/2 was read as sin(x)/2
        sin x(y+1)   ~ was read as sin(x)*(y + 1)
        asin x       ~ asin was read as arcsin
        log2 x       ~ log2 was read as log of 2
        log10 x      ~ log10 was read as the logarithm to base 10
        """)
    void says(String text, String words) {
        assertThat(read(text).notices()).singleElement().asString().contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-x^2",
                "2x",
                "x^2y",
                "x^2/2",
                "1/2 x",
                "½x",
                "sin 2x",
                "sin xy",
                "sin x cos y",
                "2^3^2",
                "1/(2x)",
                "e^x y",
                "e^(xy)",
                "e^x/2",
                "sqrt(x)y",
                "sin(x)y",
                "\\frac{1}{2}x",
                "\\sqrt{x}y",
                "e^{x}y",
                "x/y*x",
                "2sqrt2 x",
                "ln|x|",
                "sin(x)/2"
            })
    void saysNothing(String text) {
        assertThat(read(text).notices()).isEmpty();
    }
}

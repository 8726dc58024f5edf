package org.nabla.math.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.SyntaxError;
import org.nabla.math.lexing.Vocabulary;

/** What is refused, where, and with which words. */
class ReadingErrorsTest {
    private static final Vocabulary VOCABULARY = ExpressionParserTest.names("x y theta");

    private static SyntaxError error(String text, Vocabulary vocabulary) {
        var reading = ExpressionParser.parse(text, vocabulary);
        assertThat(reading).as(text).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).error();
    }

    @ParameterizedTest(name = "{0} is refused at {1}: {3}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            k             ~ 0 ~ 1 ~ There is no k here: the letters are x, y and theta.
            x + k         ~ 4 ~ 1 ~ There is no k here: the letters are x, y and theta.
            xk            ~ 1 ~ 1 ~ There is no k here
            X             ~ 0 ~ 1 ~ There is no X here: did you mean x?
            2X + y        ~ 1 ~ 1 ~ did you mean x?
            XY            ~ 0 ~ 2 ~ did you mean xy?
            Sin(x)        ~ 0 ~ 3 ~ did you mean sin?
            E^x           ~ 0 ~ 1 ~ did you mean e?
            Pi            ~ 0 ~ 2 ~ did you mean pi?
            Theta         ~ 0 ~ 5 ~ did you mean theta?
            tehta         ~ 0 ~ 5 ~ did you mean theta?
            arcsni(x)     ~ 0 ~ 6 ~ did you mean arcsin?
            lambda        ~ 0 ~ 6 ~ There is no lambda here
            λ             ~ 0 ~ 1 ~ There is no lambda here
            apple         ~ 0 ~ 5 ~ There is no apple here
            x2            ~ 0 ~ 2 ~ write x^2 for a power or 2x for a product
            x_3           ~ 0 ~ 3 ~ There is no x_3 here
            xy_3          ~ 1 ~ 3 ~ There is no y_3 here
            (x + 1        ~ 0 ~ 1 ~ This bracket is not closed
            x + 1)        ~ 5 ~ 1 ~ There is a ) too many
            [1, 2         ~ 0 ~ 1 ~ This bracket is not closed
            {1, 2)        ~ 5 ~ 1 ~ Close the bracket that was opened before
            |x            ~ 0 ~ 1 ~ This bar is not closed
            ()            ~ 0 ~ 2 ~ Something is missing between these brackets
            x +* y        ~ 3 ~ 1 ~ two signs in a row
            x ++ y        ~ 3 ~ 1 ~ two signs in a row
            x -- y        ~ 3 ~ 1 ~ two signs in a row
            x // y        ~ 3 ~ 1 ~ two signs in a row
            x ^^ 2        ~ 3 ~ 1 ~ two signs in a row
            *x            ~ 0 ~ 1 ~ Something is missing before *
            x +           ~ 3 ~ 0 ~ Something is missing at the end
            x^            ~ 2 ~ 0 ~ Something is missing at the end
            x,            ~ 2 ~ 0 ~ Something is missing at the end
            x =           ~ 3 ~ 0 ~ Something is missing at the end
            sin           ~ 0 ~ 3 ~ Write what sin is taken of
            sin + 1       ~ 0 ~ 3 ~ Write what sin is taken of
            sin()         ~ 3 ~ 2 ~ Something is missing between these brackets
            sin(x, y)     ~ 0 ~ 3 ~ sin takes one argument, not 2
            atan2(x)      ~ 0 ~ 5 ~ atan2 takes 2 arguments, not 1
            abs x         ~ 0 ~ 3 ~ Write abs with its argument in brackets
            ln^-1 x       ~ 0 ~ 2 ~ can mean two things
            f'(x)         ~ 1 ~ 1 ~ Write the derivative itself
            dy/dx         ~ 0 ~ 1 ~ write a derivative itself, not d/dx
            ∂f/∂x         ~ 0 ~ 1 ~ Write the derivative itself
            ∫x            ~ 0 ~ 1 ~ Write the value of the integral
            5%            ~ 1 ~ 1 ~ Write 0.05 or 5/100
            90°           ~ 2 ~ 1 ~ Write angles in radians
            1,5           ~ 1 ~ 1 ~ write 1.5 for the number
            1,000         ~ 1 ~ 1 ~ write a large number without commas
            1,000,000     ~ 5 ~ 1 ~ write a large number without commas
            1.5.2         ~ 3 ~ 1 ~ There is a point too many
            2e-1          ~ 0 ~ 4 ~ This can mean two numbers
            x 2           ~ 2 ~ 1 ~ Write a sign before this number
            (x+1)2        ~ 5 ~ 1 ~ Write a sign before this number
            3 4           ~ 2 ~ 1 ~ Write a sign before this number
            3½            ~ 1 ~ 1 ~ Write + or * between
            [[1,2],[3]]   ~ 0 ~ 1 ~ different lengths
            2{x+1}        ~ 1 ~ 1 ~ Braces are for sets
            x : y         ~ 2 ~ 1 ~ Write / for division
            x & 😀        ~ 4 ~ 2 ~ has no meaning here
            é             ~ 0 ~ 1 ~ There is no é here
            x^1001        ~ 0 ~ 6 ~ This exponent is too large
            5!!           ~ 2 ~ 1 ~ Two factorials in a row
            \\placeholder{}            ~ 0 ~ 12 ~ This is not finished yet
            \\frac{\\placeholder{}}{2} ~ 6 ~ 12 ~ This is not finished yet
            \\frac{}{2}                ~ 5 ~ 2 ~ Something is missing
            \\foo{x}                   ~ 0 ~ 4 ~ \\foo has no meaning here
            \\int x                    ~ 0 ~ 4 ~ Write the value of the integral
            \\dot{x}                   ~ 0 ~ 4 ~ Write the derivative itself
            \\left(x                   ~ 0 ~ 6 ~ This bracket is not closed
            1{,}5                      ~ 1 ~ 3 ~ Write a decimal with a point
            \\pi x^12                  ~ 6 ~ 2 ~ a longer exponent needs braces
            \\begin{foo}x\\end{foo}    ~ 0 ~ 11 ~ The environment foo cannot be read
            """)
    void refuses(String text, int position, int length, String words) {
        var error = error(text, VOCABULARY);

        assertThat(error.message()).contains(words);
        assertThat(error.position()).as("position").isEqualTo(position);
        assertThat(error.length()).as("length").isEqualTo(length);
    }

    @ParameterizedTest(name = "{0} is too much: {1}")
    @CsvSource(delimiter = '~', textBlock = """
            10^10^10              ~ exponent
            x^(10^9)              ~ exponent
            x^(999*999)           ~ exponent
            2^(7!)                ~ exponent
            2^(-(10^4))           ~ exponent
            1001!                 ~ factorial
            (10^9)!               ~ factorial
            (9!)!                 ~ factorial
            1E2000                ~ too large
            1E-2000               ~ too small
            """)
    void numbersThatWouldTakeTooLongAreRefused(String text, String word) {
        assertThat(error(text, VOCABULARY).message()).contains(word);
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefused() {
        assertThat(error("x+".repeat(1_000) + "x", VOCABULARY).message()).contains("2,000 characters");
        assertThat(error("x".repeat(1_000_000), VOCABULARY).message()).contains("2,000 characters");
        assertThat(error("x+".repeat(600) + "x", VOCABULARY).message()).contains("500");
        assertThat(error("(".repeat(61) + "x" + ")".repeat(61), VOCABULARY).message())
                .contains("60 levels");
        assertThat(error("sin ".repeat(61) + "x", VOCABULARY).message()).contains("60 levels");
        assertThat(error("x" + "/x".repeat(61), VOCABULARY).message()).contains("60 levels");
        assertThat(error("x" + "^x".repeat(61), VOCABULARY).message()).contains("60 levels");
        assertThat(error("1" + "0".repeat(1_000), VOCABULARY).message()).contains("1,000 digits");
    }

    @Test
    void whatJustFitsIsRead() {
        assertThat(ExpressionParser.parse("(".repeat(59) + "x" + ")".repeat(59), VOCABULARY))
                .isInstanceOf(Reading.Understood.class);
        assertThat(ExpressionParser.parse("1" + "0".repeat(999), VOCABULARY)).isInstanceOf(Reading.Understood.class);
        assertThat(ExpressionParser.parse("x^1000 + 1000!", VOCABULARY)).isInstanceOf(Reading.Understood.class);
        assertThat(ExpressionParser.parse("x+".repeat(480) + "x", VOCABULARY)).isInstanceOf(Reading.Understood.class);
    }

    @Test
    void emptyTextsAskForAnAnswer() {
        assertThat(error("", VOCABULARY).message()).contains("type an answer");
        assertThat(error(" \n\t ", VOCABULARY).message()).contains("type an answer");
    }

    @Test
    void controlCharactersAreNamedByNumber() {
        assertThat(error("x\u0007", VOCABULARY).message()).contains("U+0007");
        assertThat(error("x\u0000y", VOCABULARY).message()).contains("U+0000");
        assertThat(error("\ud800", VOCABULARY).message()).contains("U+D800");
    }

    @ParameterizedTest
    @CsvSource({
        "Import(x)",
        "Run(x)",
        "Needs(x)",
        "ToExpression(x)",
        "Table(x, y)",
        "While(x, y)",
        "Solve(x)",
        "D(x, y)",
        "diff(x, y)",
        "integrate(x, y)",
        "sum(x, y, 1, 2)",
        "solve(x, y)",
        "System(x)"
    })
    void functionsOfAlgebraAndOfAuthorsAreUnknownToLearners(String text) {
        assertThat(error(text, VOCABULARY).message()).startsWith("There is no ");
    }

    @Test
    void withoutVariablesANumberIsAsked() {
        assertThat(error("2x", Vocabulary.NUMBERS).message())
                .isEqualTo("There is no x here: a number is asked, without letters.");
        assertThat(error("2x", ExpressionParserTest.names("t")).message())
                .isEqualTo("There is no x here: the only letter is t.");
    }
}

package org.nabla.math.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.ExpressionParserTest;
import org.nabla.math.reading.Reading;

/** What a screen reader says. */
class SpeechWriterTest {
    @ParameterizedTest(name = "{0} is said: {1}")
    @CsvSource(delimiter = '~', textBlock = """
            x^2*y + 1/2         ~ x squared times y plus the fraction 1 over 2
            x^3 - 2x            ~ x cubed minus 2 times x
            -x^4                ~ minus x to the power 4
            e^(x+y) - 1         ~ e to the power x plus y, end of power, minus 1
            (x+1)/y             ~ the fraction x plus 1 over y, end of fraction
            2(x+1)              ~ 2 times open bracket x plus 1 close bracket
            sin(x)*cos(2x)      ~ the sine of x times the cosine of open bracket 2 times x close bracket
            sqrt(x_1)           ~ the square root of x sub 1
            log_2 x             ~ the logarithm to the base 2 of x
            <1, theta>          ~ the vector 1, theta, end of vector
            x <= 2              ~ x is less than or equal to 2
            [0, 1)              ~ the interval from 0, included, to 1, excluded
            [[1, 0], [0, 1]]    ~ the 2 by 2 matrix with rows 1, 0; 0, 1, end of matrix
            piecewise(x, x>0, 0) ~ x if x is greater than 0; 0 otherwise
            max(x, y)           ~ the maximum of x and y
            """)
    void says(String text, String words) {
        var reading = ExpressionParser.parse(text, ExpressionParserTest.names("x y theta x_1"));
        assertThat(((Reading.Understood) reading).expression())
                .extracting(SpeechWriter::write)
                .isEqualTo(words);
    }
}

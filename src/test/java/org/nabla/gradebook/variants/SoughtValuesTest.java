package org.nabla.gradebook.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtValuesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a = 3                 | a:3            | one
            a = 3 and b = 7       | a:3 b:7        | as it is said
            a=3,b=7               | a:3 b:7        | with a comma
            a=3; b = -7           | a:3 b:-7       | with a semicolon
            a = 3 b = 7           | a:3 b:7        | with nothing between
            a = −2                | a:-2           | a typeset minus
            p = (1, 2), c = 5     | p:(1,2) c:5    | a point has commas of its own
            a = 0.5               | a:1/2          | a decimal is a fraction
            a = -1.25 and b=2.0   | a:-5/4 b:2     | below zero
            f = x^2 + y           | f:x^2+y        | a formula
            band = 3 and sand = 4 | band:3 sand:4  | names with "and" in them
            a = 3,                | a:3            | something left at the end
            """)
    void readsNamesAndValues(String typed, String expected, String why) {
        assertThat(SoughtValues.of(typed).orElseThrow().entrySet().stream()
                        .map(e -> e.getKey() + ":" + e.getValue())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            3           | no name
            a           | no value
            a =         | nothing behind the sign
            = 3         | nothing before it
            a = 3 a = 4 | the same twice
            who a = 3   | something else before
            """)
    void whatIsNothingOfTheSortIsRefused(String typed, String why) {
        assertThat(SoughtValues.of(typed)).isEqualTo(java.util.Optional.<Map<String, String>>empty());
    }
}

package org.nabla.exercise.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '@', textBlock = """
            It is $\\frac{7}{5} = \\frac{7}{5}$.      @ It is $\\frac{7}{5}$.               @ nothing was left to work out
            $a = 2 + 1 = 3 = 3$ and $b = 1$          @ $a = 2 + 1 = 3$ and $b = 1$         @ at the end of a chain
            $$f = x = x$$                            @ $$f = x$$                           @ displayed
            $\\{x : x = x\\} = A = 2$                @ $\\{x : x = x\\} = A = 2$           @ within a set it stays, being a side of its own
            $x_{i=1} = 2$                            @ $x_{i=1} = 2$                       @ an index
            Both sides agree: $6 = 6$.               @ Both sides agree: $6 = 6$.          @ the outcome of a check
            $x = 2, \\; 2 = y$                       @ $x = 2, \\; 2 = y$                  @ two statements
            It costs \\$3 = \\$3.                    @ It costs \\$3 = \\$3.               @ no mathematics
            """)
    void aSideIsNotWrittenTwice(String prose, String expected, String why) {
        assertThat(Repetition.drop(prose)).isEqualTo(expected);
    }
}

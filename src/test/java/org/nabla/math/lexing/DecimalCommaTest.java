package org.nabla.math.lexing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalCommaTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1,5               | 1.5
            -1,5              | -1.5
            1.5               | 1.5
            3{,}25            | 3.25
            0,5x + 1,25y      | 0.5x + 1.25y
            (1,5; 2)          | (1.5, 2)
            <1,5;2,5>         | <1.5,2.5>
            {0,5; 1}          | {0.5, 1}
            [[1;2];[3;4]]     | [[1,2],[3,4]]
            [[1,5;2];[3;4,5]] | [[1.5,2],[3,4.5]]
            [1, 2; 3, 4]      | [1, 2; 3, 4]
            [1,5, 2; 3, 4,5]  | [1.5, 2; 3, 4.5]
            (1, 2)            | (1, 2)
            {1,2,3}           | {1,2,3}
            (x,y)             | (x,y)
            x_1,5             | x_1,5
            [0,5; 2]          | [0.5, 2]
            [0; 2,5[          | [0, 2.5[
            0,5 <= x <= 1,5   | 0.5 <= x <= 1.5
            1 234,5           | 1 234.5
            2e-3              | 2e-3
            """)
    void reads(String typed, String read) {
        assertThat(DecimalComma.read(typed)).isEqualTo(read);
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1.5               | 1,5
            (0.5, 2)          | (0,5; 2)
            [[1.5, 2], [3, 4]] | [[1,5; 2]; [3; 4]]
            x*0.25 + 1        | x*0,25 + 1
            """)
    void writesWhatItReads(String text, String shown) {
        assertThat(DecimalComma.write(text)).isEqualTo(shown);
        assertThat(DecimalComma.read(shown)).isEqualTo(text);
    }
}

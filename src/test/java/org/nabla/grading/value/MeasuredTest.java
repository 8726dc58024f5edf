package org.nabla.grading.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.grading.grader.Graders;

/** Numbers that come out of a program: rounded with or without a point, pasted as NumPy prints them. */
class MeasuredTest {

    @ParameterizedTest(name = "{2} for {1} is {3}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            number decimals=4 | 1234.56            | 1235        | CORRECT | rounded to a whole number
            number decimals=4 | 1234.56            | 1234        | CORRECT | cut to one
            number decimals=4 | 1234.56            | 1236        | WRONG   | the last digit
            number decimals=4 | 1234.56            | 1234.56     | CORRECT | as it is
            number decimals=4 | 1234.56            | 1200        | INVALID | right as far as it goes
            number decimals=4 | 1234.56            | 1.23456e3   | CORRECT | with an exponent
            number decimals=3 | 248.7              | 249         | CORRECT | three digits
            number decimals=3 | 248.7              | 251         | WRONG   | another one
            number decimals=3 | 248.7              | 250         | INVALID | two digits of it, and no third
            number decimals=4 | 10.999999999999998 | 11          | CORRECT | what doubles make of 11
            number decimals=4 | 10.999999999999998 | 11.0        | CORRECT | the same with a point
            number decimals=4 | 10.999999999999998 | 11.         | CORRECT | as NumPy prints it
            number decimals=4 | 0.3                | 0.29999999999999999 | CORRECT | what doubles make of 0.3
            number decimals=4 | 0.3                | 0.3001      | WRONG   | no rounding
            number decimals=4 | 0                  | 2.2e-17     | CORRECT | what doubles leave of zero
            number decimals=4 | 0                  | 0.001       | WRONG   | not zero
            number decimals=4 | 0.050515           | np.float64(0.05051512) | CORRECT | a scalar of NumPy
            number decimals=4 | 0.050515           | array(0.050515)        | CORRECT | an array without axes
            number decimals=4 | 0.050515           | [[0.050515]]           | CORRECT | an array of one
            number decimals=4 | 0.050515           | tensor(0.0505)         | INVALID | three digits of four
            number decimals=4 | 0.050515           | -0.05052    | WRONG   | the sign
            number decimals=4 | 1e-7               | 1e-07       | CORRECT | small
            number decimals=4 | 0.3333333          | 1/3         | CORRECT | a fraction
            number decimals=4 | 0.5                | nan         | INVALID | no number
            number decimals=4 | 0.5                | -inf        | INVALID | no number
            vector decimals=4 | "(0.87322, -2.216483)" | [ 0.87322 -2.216483]        | CORRECT | as NumPy prints it
            vector decimals=4 | "(0.87322, -2.216483)" | [ 0.8732 -2.216 ]           | CORRECT | rounded
            vector decimals=4 | "(0.87322, -2.216483)" | array([ 0.87322 , -2.216483]) | CORRECT | its repr
            vector decimals=4 | "(0.87322, -2.216483)" | "np.array([0.87322, -2.216483], dtype=float32)" | CORRECT | and its type
            vector decimals=4 | "(0.87322, -2.216483)" | "[np.float64(0.87322), np.float64(-2.216483)]" | CORRECT | a list of scalars
            vector decimals=4 | "(0.87322, -2.216483)" | [[ 0.87322] [-2.216483]]    | CORRECT | a column
            vector decimals=4 | "(0.87322, -2.216483)" | 0.87322 -2.216483           | CORRECT | print(*v)
            vector decimals=4 | "(0.87322, -2.216483)" | "(0.8732, 2.216)"           | PARTIAL | the sign of one
            vector decimals=4 | "(0.87322, -2.216483)" | [ 0.87322 nan]              | INVALID | one that diverged
            vector decimals=3 | "(1234.56, 2)"     | [1235 2]    | CORRECT | each by its own digits
            vector decimals=3 | "(3, -1)"          | [ 3. -1.]   | CORRECT | whole floats
            vector decimals=3 | "(5, 0)"           | [5.00000000e+00 1.11022302e-16] | CORRECT | zero with exponents
            list decimals=2   | "0.62, -0.66"      | [0.62 -0.66]  | CORRECT | no difference
            list decimals=2   | "0.62, -0.66"      | 0.62 -0.66    | CORRECT | nor without brackets
            list decimals=2   | "0.62, -0.66"      | "(0.62, -0.66,)" | CORRECT | a tuple of Python
            matrix decimals=2 | [1.25, 2; 3, -4.5] | "[[ 1.25  2.  ] [ 3.   -4.5 ]]" | CORRECT | a matrix
            matrix decimals=2 | [1.25, 2; 3, -4.5] | "array([[ 1.25, 2. ], [ 3. , -4.5 ]])" | CORRECT | its repr
            parallel decimals=4 | "(-0.33055187, 0.90029479, 0.28320443)" | "(-0.3306, 0.9003, 0.2832)" | CORRECT | rounded
            parallel decimals=4 | "(-0.33055187, 0.90029479, 0.28320443)" | "(0.3306, -0.9003, -0.2832)" | CORRECT | the other way
            parallel decimals=4 | "(-0.33055187, 0.90029479, 0.28320443)" | "[-0.36715958  1.   0.3145685 ]" | CORRECT | scaled
            parallel decimals=4 | "(-0.33055187, 0.90029479, 0.28320443)" | "(-0.3306, 0.9003, 0.2842)" | WRONG | an entry
            parallel decimals=4 | "(-0.33055187, 0.90029479, 0.28320443)" | "(-0.33, 0.90, 0.28)" | INVALID | few digits
            parallel decimals=4 | "(-0.33055187, 0.90029479, 0.28320443)" | "(0, 0, 0)"       | WRONG | zero
            direction decimals=4 | "(3, 4)"        | "[0.6 0.8]"   | CORRECT | of length one
            direction decimals=4 | "(3, 4)"        | "[-0.6 -0.8]" | WRONG   | the other way
            """)
    void judges(String kind, String value, String response, Outcome expected, String why) {
        var verdict = Graders.grade(kind + " measured=true", value, "", response);

        assertThat(verdict.outcome()).as("%s: %s", why, verdict).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{3} for {1} with the mistake {2} is {4}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            number decimals=4 measured=true | 1234.56 | 1240.2 | 1240   | WRONG   | 0 | a mistake without a point
            number decimals=4 measured=true | 1234.56 | 1240.2 | 1235   | CORRECT | - | the answer
            number decimals=2 measured=true | 0.871   | 0.912  | 0.91   | WRONG   | 0 | by the digits asked
            number decimals=5 measured=true | 0.59673 | 0.59761 | 0.5976 | WRONG  | - | fewer digits name no mistake
            number decimals=5 measured=true | 0.59673 | 0.59761 | 0.59761 | WRONG | 0 | the mistake
            list decimals=exact | "12, 19, 109" | "12, 19/12, 109" | "12, 1.583333333, 109" | PARTIAL | 0 | a decimal of it
            number decimals=exact | 19   | 19/12   | 1.5833  | WRONG | 0 | four digits of it
            number decimals=exact | 19   | 19/12   | 1.58    | WRONG | - | three tell little
            number decimals=6     | 19   | 19/12   | 1.5833  | WRONG | 0 | fewer than the answer needs
            parallel decimals=4 measured=true | "(1, 2)" | "(2, -1)" | "(0.8944, -0.4472)" | WRONG | 0 | rounded and scaled
            """)
    void namesMistakes(
            String kind, String value, String mistake, String response, Outcome expected, String named, String why) {
        var spec = Graders.spec(kind, value, "", new AnswerSpec.Mistake(mistake, "That one."));

        var verdict = Graders.GRADER.grade(spec, response);

        assertThat(verdict.outcome()).as("%s: %s", why, verdict).isEqualTo(expected);
        assertThat(verdict.mistake().filter("0"::equals).isPresent()).isEqualTo(named.equals("0"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"number measured=maybe, answer.measured", "number measured=true decimals=exact, answer.decimals"})
    void refusesWhatItCannotMean(String kind, String field) {
        var reading = AnswerKey.of(Graders.spec(kind, "1", ""));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        AnswerKey.KeyReading.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

package org.nabla.grading.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

class NumberTest {

    @ParameterizedTest(name = "{2} for {1} is {3}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            number                  | 5          | 5             | CORRECT   | the key itself
            number                  | 5          | " 5 "         | CORRECT   | spaces around
            number                  | 5          | 5.0           | CORRECT   | a terminating decimal is its fraction
            number                  | 5          | 10/2          | CORRECT   | not computed
            number                  | 5          | 2+3           | CORRECT   | not computed
            number                  | 5          | = 5           | CORRECT   | continues the question's equation
            number                  | 5          | f(1,2) = 5    | CORRECT   | the left side only names the answer
            number                  | 5          | z=5           | CORRECT   | the same
            number                  | 5          | \\frac{\\partial f}{\\partial x}(1,2) = 5 | CORRECT | the same in LaTeX
            number                  | 5          | f_x(1,2)=5    | CORRECT   | the same with an index
            number                  | 5          | df/dx = 5     | CORRECT   | the same as a quotient
            number                  | 5          | x = 5         | CORRECT   | the unknown that is asked
            number                  | 5          | D_u f(1,2) = 5 | CORRECT  | the same for a directional derivative
            number                  | 5          | 6             | WRONG     | another number
            number                  | 5          | -5            | WRONG     | the sign
            number                  | 5          | 5x            | INVALID   | a letter that is not there
            number                  | 5          | ""            | INVALID   | nothing
            number                  | 5          | "   "         | INVALID   | only spaces
            number                  | 5          | five          | INVALID   | a word
            number                  | 5          | "5, 6"        | INVALID   | two numbers
            number                  | 5          | "(5, 6)"      | INVALID   | a vector
            number                  | 5          | {5}           | INVALID   | a set
            number                  | 5          | 2 = 5         | INVALID   | an equation
            number                  | 5          | 5 < 6         | INVALID   | an inequality
            number                  | 5          | 5)            | INVALID   | unbalanced
            number                  | 5          | inf           | INVALID   | infinity is no number
            number                  | 5          | 1/0           | INVALID   | has no value
            number                  | 5          | ln(0)         | INVALID   | has no value
            number                  | 5          | sqrt(-4)      | INVALID   | has no real value
            number                  | 1/2        | 0.5           | CORRECT   | a terminating decimal
            number                  | 1/2        | .5            | CORRECT   | without a leading zero
            number                  | 1/2        | ½             | CORRECT   | one character
            number                  | 1/2        | 2/4           | CORRECT   | not in lowest terms
            number                  | 1/2        | "1,5"         | INVALID   | a comma separates
            number                  | 1/3        | 0.3333        | CORRECT   | four digits
            number                  | 1/3        | 0.33333333    | CORRECT   | more digits
            number                  | 1/3        | 0.333         | INVALID   | right as far as it goes: free
            number                  | 1/3        | 0.334         | WRONG     | wrongly rounded
            number                  | 1/3        | 0.3334        | WRONG     | wrong in the fourth digit
            number                  | 1/3        | 0.3           | WRONG     | one digit says too little
            number                  | 2/3        | 0.6667        | CORRECT   | rounded
            number                  | 2/3        | 0.6666        | CORRECT   | cut
            number                  | 2/3        | 0.6665        | WRONG     | neither
            number                  | 2/3        | 0.6668        | WRONG     | neither
            number                  | pi         | 3.142         | CORRECT   | rounded
            number                  | pi         | 3.141         | CORRECT   | cut
            number                  | pi         | 3.1416        | CORRECT   | rounded to five digits
            number                  | pi         | 3.14159       | CORRECT   | rounded to six digits
            number                  | pi         | 3.14          | INVALID   | right as far as it goes: free
            number                  | pi         | 3.143         | WRONG     | wrong in the fourth digit
            number                  | pi         | 3.140         | WRONG     | the fourth digit was typed, and is wrong
            number                  | pi         | 22/7          | WRONG     | a fraction is exact
            number                  | pi         | 3             | WRONG     | a whole number is exact
            number                  | pi         | π             | CORRECT   | the letter
            number                  | pi         | -3.142        | WRONG     | the sign
            number                  | 100*pi     | 314.2         | CORRECT   | digits count, not places
            number                  | 100*pi     | 3.142e2       | CORRECT   | with an exponent
            number                  | pi/1000    | 0.003142      | CORRECT   | leading zeros are no digits
            number                  | 0          | 0             | CORRECT   | zero
            number                  | 0          | 0.0           | CORRECT   | zero as a decimal
            number                  | 0          | 0.0001        | WRONG     | small is not zero
            number                  | 0          | 1e-30         | WRONG     | small is not zero
            number                  | 0          | sqrt(2)-1.4142135 | WRONG | small is not zero
            number                  | 0.12345    | 0.1234        | CORRECT   | a tie, cut
            number                  | 0.12345    | 0.1235        | CORRECT   | a tie, rounded
            number decimals=2       | pi         | 3.1           | CORRECT   | two digits are asked
            number decimals=6       | pi         | 3.142         | INVALID   | six are asked
            number decimals=6       | pi         | 3.14159       | CORRECT   | six are asked
            number decimals=exact   | pi         | 3.14159       | INVALID   | an exact value is asked: free
            number decimals=exact   | pi         | 3.15          | WRONG     | not even near
            number decimals=exact   | pi         | pi            | CORRECT   | exact
            number decimals=exact   | 1/4        | 0.25          | CORRECT   | a terminating decimal is exact
            number decimals=exact   | 1/3        | 0.3333        | INVALID   | not exact: free
            number                  | (e^9-1)/6  | (e^9-1)/6     | CORRECT   | exact
            number                  | (e^9-1)/6  | e^9/6         | WRONG     | near is not equal
            number                  | (e^9-1)/6  | 1350          | INVALID   | what rounding gives, but a whole number is exact: free
            number                  | (e^9-1)/6  | 1350.3        | CORRECT   | five digits
            number                  | sqrt(2)    | 2^(1/2)       | CORRECT   | a power
            number                  | sqrt(2)    | 2/sqrt(2)     | CORRECT   | not rationalised
            number                  | sqrt(2)    | √2            | CORRECT   | the sign
            number                  | sqrt(2)    | 1.414         | CORRECT   | four digits
            number                  | sqrt(2)/2  | sin(pi/4)     | CORRECT   | as a sine
            number                  | 2*sqrt(3)  | sqrt(12)      | CORRECT   | not taken out
            number                  | ln(8)      | 3ln2          | CORRECT   | a rule of logarithms
            number                  | ln(8)      | ln 8          | CORRECT   | without brackets
            number                  | pi/6       | arcsin(1/2)   | CORRECT   | an inverse function
            number                  | pi/6       | 30            | WRONG     | degrees
            number                  | 5          | norm((3,4))   | CORRECT   | the length of a vector is a number
            number                  | 5          | "|(3,4)|"     | CORRECT   | the same with bars
            number                  | 11         | dot((1,2),(3,4)) | CORRECT | a dot product is a number
            number                  | 100000000000000000001 | 100000000000000000002 | WRONG | large and near
            number form=fraction    | 1/2        | 2/4           | INVALID   | not in lowest terms
            number form=fraction    | 1/2        | 0.5           | INVALID   | a decimal
            number form=fraction    | 1/2        | 1/2           | CORRECT   | a fraction
            number form=fraction    | -3/2       | -3/2          | CORRECT   | a negative fraction
            number form=fraction    | 3          | 3             | CORRECT   | a whole number
            number form=simplified  | 2*sqrt(3)  | sqrt(12)      | INVALID   | a square can be taken out
            number form=simplified  | 2*sqrt(3)  | 2sqrt(3)      | CORRECT   | simplified
            number form=simplified  | 5          | 2+3           | INVALID   | can be computed
            number form=decimal     | 1/4        | 0.25          | CORRECT   | a decimal
            number form=decimal     | 1/4        | 1/4           | INVALID   | not a decimal
            """)
    void grades(String kind, String value, String response, Outcome expected, String why) {
        assertThat(Graders.grade(kind, value, "", response).outcome()).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} for {0}: the factor would tell the key")
    @CsvSource({"10, 5", "2, 4", "1/2, 1", "-3, -6", "4/2, 4", "cos(pi/3), 1"})
    void aSmallNumberIsNotToldByItsFactor(String value, String response) {
        var verdict = Graders.grade("number", value, "", response);

        assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(verdict.message()).doesNotContain("factor");
    }

    @ParameterizedTest(name = "{1} for {0} is a slip: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            5            | -5        | sign
            24           | 12        | factor
            5*sqrt(2)    | 10*sqrt(2) | factor
            2*pi         | 4*pi      | factor
            2*pi         | 2         | factor
            sqrt(5)      | 5         | square
            5            | sqrt(5)   | root
            3/7          | 7/3       | reciprocal
            arctan(3/4)  | 36.87     | degrees
            pi/6         | 30        | degrees
            sin(1)       | 0.01745   | degrees
            pi           | 3.143     | rounding
            """)
    void namesTheMistake(String value, String response, String word) {
        var verdict = Graders.grade("number", value, "", response);

        assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(verdict.mistake()).contains(word);
        assertThat(verdict.message()).isNotBlank().doesNotContain(value);
    }
}

package org.nabla.math.symja;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.Cas.Operation;
import org.nabla.math.symja.worker.RunningCas;

class ZeroProofTest {

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            sqrt(x^2) - x                          | x real         | x may be negative
            (x^2)^(1/2) - x                        | x real         | x may be negative
            (x^4)^(1/4) - x                        | x real         | x may be negative
            abs(x) - x                             | x real         | x may be negative
            sqrt((x-1)^2) - (x-1)                  | x positive     | x - 1 may be negative
            ln(x^2) - 2ln(x)                       | x real         | the second is not defined for negative x
            ln((x-1)^2) - 2ln(x-1)                 | x positive     | the second is not defined below 1
            ln(x*y) - ln(x) - ln(y)                | x real, y real | both may be negative
            arcsin(sin(x)) - x                     | x positive     | only up to pi/2
            arccos(cos(x)) - x                     | x positive     | only up to pi
            arctan(tan(x)) - x                     | x real         | only up to pi/2
            arctan(x) + arctan(1/x) - pi/2         | x real         | -pi for negative x
            atan2(y, x) - arctan(y/x)              | x real, y real | the left half plane
            sign(x) - 1                            | x real         | x may be negative
            sign(x)^2 - 1                          | x real         | x may be 0
            floor(x) - x                           | x real         | only for whole numbers
            max(x, y) - x                          | x real, y real | y may be larger
            relu(x) - x                            | x real         | x may be negative
            (x^y)^z - x^(y*z)                      | x real, y real, z real | x may be negative
            1/(x-x) - 1/(x-x)                      | x real         | nowhere defined
            0/(x-x)                                | x real         | nowhere defined
            0^0 - 1                                |                | not defined
            (-1)^(1/3) - (-1)^(2/3) - 1            |                | real roots, not complex ones
            10^20 + 1 - (10^20 + 2)                |                | exact
            x + 10^(-10) - x                       | x real         | exact
            sin(n*pi)                              | n real         | only for whole n
            cos(n*pi) - 1                          | n integer      | n may be odd
            sqrt(2) + sqrt(3) - 3.1462643699       |                | near is not equal
            """)
    void aDifferenceThatIsNotAlwaysZeroIsNeverProved(String difference, String domains, String why) {
        assertThat(prove(difference, domains)).as(why).isEqualTo("UNSUPPORTED");
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            sin(x)^2 + cos(x)^2 - 1                         | x real
            tan(x)^2 + 1 - sec(x)^2                         | x real
            sin(2x) - 2sin(x)cos(x)                         | x real
            sin(x+y) - sin(x)cos(y) - cos(x)sin(y)          | x real, y real
            sin(3x) - 3sin(x) + 4sin(x)^3                   | x real
            cosh(x)^2 - sinh(x)^2 - 1                       | x real
            sinh(x) - (e^x - e^(-x))/2                      | x real
            sqrt(x^2) - abs(x)                              | x real
            abs(x)^2 - x^2                                  | x real
            sqrt(x^2) - x                                   | x positive
            ln(x^2) - 2ln(x)                                | x positive
            ln(e^x) - x                                     | x real
            e^(2ln(x)) - x^2                                | x positive
            e^x*e^y - e^(x+y)                               | x real, y real
            x*e^(x^2+y^2)*e^(-y^2) - x*e^(x^2)              | x real, y real
            (x^2-1)/(x-1) - x - 1                           | x real
            (x^2+y^2)/sqrt(x^2+y^2) - sqrt(x^2+y^2)         | x real, y real
            sigmoid(x) - 1 + sigmoid(-x)                    | x real
            sigmoid(x)*(1-sigmoid(x)) - e^(-x)/(1+e^(-x))^2 | x real
            relu(x) - relu(-x) - x                          | x real
            relu(x) - max(0, x)                             | x real
            max(x, y) + min(x, y) - x - y                   | x real, y real
            log(x, 10) - ln(x)/ln(10)                       | x positive
            arcsin(x) + arccos(x) - pi/2                    | x real
            arctan(1/2) + arctan(1/3) - pi/4                |
            1/(sqrt(3)-sqrt(2)) - sqrt(3) - sqrt(2)         |
            sin(n*pi)                                       | n integer
            erf(-x) + erf(x)                                | x real
            f(2x) - f(x+x)                                  | x real
            dot([x,y],[y,x]) - 2x*y                         | x real, y real
            det([[x,1],[1,x]]) - x^2 + 1                    | x real
            (x+y)^10 - (x^2+2x*y+y^2)^5                     | x real, y real
            """)
    void anIdentityIsProved(String difference, String domains) {
        assertThat(prove(difference, domains)).isEqualTo("0");
    }

    private static String prove(String difference, String domains) {
        return Asking.ask(RunningCas.get(), Operation.PROVE_ZERO, difference, domains == null ? "" : domains);
    }
}

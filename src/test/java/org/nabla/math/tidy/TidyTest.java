package org.nabla.math.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.Domain;
import org.nabla.math.Formulas;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.writing.TextWriter;

/** How a textbook prints it: the second column is the text that our writer gives of the tidy tree. */
class TidyTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1*x^2 + -1*y                         | x^2 - y
            0*x + 3                              | 3
            x + x                                | 2*x
            -(1-x^2)/sqrt(1-x^2)                 | -sqrt(1 - x^2)
            (x-1)*sqrt(1-x)                      | -(1 - x)^(3/2)
            (x-2)*(2-x)^(-3/2)                   | -1/sqrt(2 - x)
            (x-2)/(2-x)                          | -1
            2*x*3*y                              | 6*x*y
            y*x + x*y                            | 2*x*y
            (x+1)*(x+1)                          | (x + 1)^2
            x^1 + x^0                            | x + 1
            x/2 + x/3                            | (5*x)/6
            3*x/6                                | x/2
            6/4                                  | 3/2
            sqrt(12)                             | 2*sqrt(3)
            1/sqrt(2)                            | sqrt(2)/2
            sqrt(8)*sqrt(2)                      | 4
            e^0 + ln(1) + ln(e)                  | 2
            sin(pi/6) + cos(pi/4)                | (1 + sqrt(2))/2
            tan(pi/3)                            | sqrt(3)
            e^(ln(2))                            | 2
            e^x*e^y                              | e^(x + y)
            e^(2*ln x)                           | x^2
            x^2*x^3/x                            | x^4
            -(x-y)                               | y - x
            -(x+y)                               | -x - y
            (y-x)^2                              | (x - y)^2
            3*(y-x)                              | 3*(y - x)
            (2x+2y)/2                            | x + y
            (6x+4y)/4                            | (3*x + 2*y)/2
            sqrt(x^2)                            | abs(x)
            sqrt(4x^2+4y^2)                      | 2*sqrt(x^2 + y^2)
            1 - x^2                              | 1 - x^2
            4 - x^2 - y^2                        | 4 - x^2 - y^2
            -x^2+4x-3                            | -x^2 + 4*x - 3
            (x+1)^2-x^2                          | 2*x + 1
            (x+1)^2+1                            | (x + 1)^2 + 1
            (x^2-1)/(x-1)                        | (x^2 - 1)/(x - 1)
            y^2 + 2*y*x + x^2                    | x^2 + 2*x*y + y^2
            sin(x)^2+cos(x)^2                    | 1
            x*e^x*2*sin(y)                       | 2*x*e^x*sin(y)
            (1+sqrt(5))/2                        | (1 + sqrt(5))/2
            1/2+sqrt(5)/2                        | (1 + sqrt(5))/2
            ln(6)-ln(3)                          | ln(2)
            ln(8)                                | 3*ln(2)
            x*sqrt(x)                            | x^(3/2)
            x/sqrt(x)                            | sqrt(x)
            (x*y)^2                              | x^2*y^2
            (x/y)^(-1)                           | y/x
            2^(1/2)*2^(1/3)                      | root(32, 6)
            cbrt(-8)                             | -2
            abs(-2x)                             | 2*abs(x)
            abs(y-x)                             | abs(x - y)
            cos(-x)+sin(-x)                      | cos(x) - sin(x)
            exp(-x^2/2)/sqrt(2*pi)               | e^(-x^2/2)/sqrt(2*pi)
            0.5*x                                | 0.5*x
            0.1*x*2                              | 0.2*x
            0.5 + 1/3                            | 5/6
            -(x-y)/z                             | (y - x)/z
            -(x^2-4x+3)*e^x                      | -e^x*(x^2 - 4*x + 3)
            x/(x^2+y^2) - 2*x/(x^2+y^2)          | -x/(x^2 + y^2)
            1/0                                  | 1/0
            0*(1/0)                              | 0*(1/0)
            x*(x+1) - x^2                        | x
            (x-y)*(x+y)-x^2                      | -y^2
            arctan(1)                            | pi/4
            arcsin(sqrt(3)/2)                    | pi/3
            sqrt(2)*x*pi*3                       | 3*sqrt(2)*pi*x
            pi*sqrt(3)/6                         | (sqrt(3)*pi)/6
            e^2/2 - 1/2                          | (e^2 - 1)/2
            x + 1/x + ln(x) + 3                  | x + ln(x) + 1/x + 3
            sqrt(x*y)*sqrt(x*y)                  | x*y
            sqrt(2x)*sqrt(2x)                    | 2*x
            (3/4)^(1/2)                          | sqrt(3)/2
            sqrt(50)/10                          | sqrt(2)/2
            7/sqrt(5)                            | (7*sqrt(5))/5
            -1/2*x                               | -x/2
            sqrt(x^2*y^2)                        | abs(x)*abs(y)
            ((y*x*x)^(3/2))^(2/3)                | x^2*y
            sign(x)/abs(x)                       | 1/x
            sign(x+1)*abs(x+1)^3                 | (x + 1)^3
            sign(x)*abs(y)                       | abs(y)*sign(x)
            e^(y/5)*e*x                          | x*e^(y/5 + 1)
            (-8)^(1/3)                           | -2
            2*(x+y)                              | 2*(x + y)
            x*(y-x)*(x-y)                        | -x*(x - y)^2
            i*i                                  | -1
            """)
    void tidies(String text, String expected) {
        assertThat(TextWriter.write(Tidy.tidy(Formulas.read(text)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "the derivative of {0} by x is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            x^3                                  | 3*x^2
            x^2*y + sin(x*y)                     | 2*x*y + y*cos(x*y)
            1/(1+x^2)                            | -(2*x)/(x^2 + 1)^2
            (2-x)^(-1/2)                         | 1/(2*(2 - x)^(3/2))
            x/(1+x^2)                            | (1 - x^2)/(x^2 + 1)^2
            sqrt(x^2+y^2)                        | x/sqrt(x^2 + y^2)
            x/sqrt(x^2+y^2)                      | y^2/(x^2 + y^2)^(3/2)
            sin(x)/x^2                           | (x*cos(x) - 2*sin(x))/x^3
            x*ln(x)                              | ln(x) + 1
            e^(-x^2)*x                           | e^(-x^2) - 2*x^2*e^(-x^2)
            sigmoid(w_1*x)                       | w_1*sigmoid(w_1*x)*(1 - sigmoid(w_1*x))
            tanh(x)                              | 1 - tanh(x)^2
            relu(x)                              | piecewise(1, x > 0, 0)
            abs(x)                               | sign(x)
            x^x                                  | x^x*(ln(x) + 1)
            (3x+1)^5                             | 15*(3*x + 1)^4
            ln(x^2+y^2)                          | (2*x)/(x^2 + y^2)
            arctan(y/x)                          | -y/(x^2 + y^2)
            x*sqrt(x^2+1)                        | (2*x^2 + 1)/sqrt(x^2 + 1)
            sqrt(x)/(x+1)                        | (1 - x)/(2*sqrt(x)*(x + 1)^2)
            2^x                                  | 2^x*ln(2)
            (x^2+1)^3*(x-1)^2                    | 6*x*(x - 1)^2*(x^2 + 1)^2 + 2*(x - 1)*(x^2 + 1)^3
            e^x*sin(x)                           | e^x*sin(x) + e^x*cos(x)
            softplus(x)                          | sigmoid(x)
            (x^2-y^2)/(x^2+y^2)                  | (4*x*y^2)/(x^2 + y^2)^2
            x^2*e^(x*y)/y                        | (x^2*y*e^(x*y) + 2*x*e^(x*y))/y
            ln(abs(x))                           | 1/x
            log(x,2)                             | 1/(x*ln(2))
            max(x, x^2)                          | piecewise(1, x > x^2, 2*x)
            x^2*e^x                              | x^2*e^x + 2*x*e^x
            y^3*e^(2x)+x/y                       | 2*y^3*e^(2*x) + 1/y
            x*y/(x+y)                            | y^2/(x + y)^2
            (x^2+y^2)^(3/2)                      | 3*x*sqrt(x^2 + y^2)
            cbrt(x)                              | 1/(3*cbrt(x)^2)
            -x/(x^2+y^2)^(3/2)                   | (2*x^2 - y^2)/(x^2 + y^2)^(5/2)
            """)
    void differentiates(String text, String expected) {
        assertThat(TextWriter.write(Derivative.of(Formulas.read(text), "x"))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1} where x is positive and y not negative")
    @CsvSource(delimiter = '|', textBlock = """
            sqrt(x^2)           | x
            sqrt(y^2)           | y
            sqrt(x^2*y^2*z^2)   | x*y*abs(z)
            abs(x*z)            | x*abs(z)
            """)
    void knowsTheDomains(String text, String expected) {
        var domains = Map.of("x", Domain.POSITIVE, "y", Domain.NONNEGATIVE);

        assertThat(Tidy.tidy(Formulas.read(text), domains)).isEqualTo(Formulas.read(expected));
    }
}

package org.nabla.math.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same letters mean what the vocabulary says. */
class VocabularyReadingTest {
    @ParameterizedTest(name = "with {0}, {1} is {2}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            x y          ~ xy          ~ x*y
            xy           ~ xy          ~ xy
            x y xy       ~ xy          ~ xy
            e x          ~ e^x         ~ e^x
            x_1          ~ x1          ~ x_1
            x1           ~ x_1         ~ x1
            x1           ~ x₁          ~ x1
            x1 x_1       ~ x1 + x_1    ~ x1 + x_1
            theta        ~ θ           ~ theta
            θ            ~ theta       ~ θ
            θ            ~ \\theta     ~ θ
            lambda x     ~ lambdax     ~ lambda*x
            r theta      ~ rcostheta   ~ r*cos(theta)
            w_12         ~ w_{12}      ~ w_12
            x_max x      ~ x_max       ~ x_max
            theta_1      ~ θ₁          ~ theta_1
            s i n x      ~ sinx        ~ sin(x)
            l n x        ~ ln x        ~ ln(x)
            e x p        ~ exp(x)      ~ exp(x)
            x i          ~ xi          ~ x*i
            p i          ~ pi          ~ pi
            u x          ~ ux          ~ u*x
            gP x         ~ gPx         ~ gP*x
            E            ~ E^2         ~ E^2
            e            ~ 2e3         ~ refused: There is no e3 here: write e^3 for a power or 3e for a product.
            """)
    void declaredNamesWin(String names, String text, String meaning) {
        assertThat(ExpressionParserTest.read(text, ExpressionParserTest.names(names)))
                .isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            2i+3j-k                     ~ 2*i + 3*j - k
            ai+bj                       ~ a*i + b*j
            xi+yj                       ~ x*i + y*j
            a i + b j + x k             ~ a*i + b*j + x*k
            \\mathbf{i}+2\\hat{\\jmath} ~ i + 2*j
            2î + 3ĵ                     ~ 2*i + 3*j
            """)
    void unitVectorsWhereTheyAreAllowed(String text, String meaning) {
        var vocabulary = ExpressionParserTest.names("x y a b").withUnitVectors();
        assertThat(ExpressionParserTest.read(text, vocabulary)).isEqualTo(meaning);
        assertThat(ExpressionParserTest.read("2j", ExpressionParserTest.names("x")))
                .startsWith("refused: There is no j here");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', textBlock = """
            x^2 + C     ~ x^2 + C
            x^2 + c     ~ x^2 + C
            x^2+K       ~ x^2 + C
            ln|x|+k     ~ ln(abs(x)) + C
            x + C + K   ~ refused: There is no K here: the only letter is x.
            x + D       ~ refused: There is no D here: the only letter is x.
            """)
    void aConstantOfIntegrationWhereItIsAllowed(String text, String meaning) {
        var vocabulary = ExpressionParserTest.names("x").withArbitraryConstant();
        assertThat(ExpressionParserTest.read(text, vocabulary)).isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            x=1+t, y=2t, z=3             ~ x = 1 + t, y = 2*t, z = 3
            r(t)=<1+t,2t,3>              ~ r(t) = <1 + t, 2*t, 3>
            <1,2,3>+t<4,5,6>             ~ <1, 2, 3> + t*<4, 5, 6>
            (1,2,3)+s(4,5,6)             ~ (1, 2, 3) + s*(4, 5, 6)
            <1,2>+t<3,4>-s<5,6>          ~ <1, 2> + t*<3, 4> - s*<5, 6>
            <1+λ,2λ>                     ~ <1 + lambda, 2*lambda>
            a+b+c                        ~ refused: There is no c here: the letters are x, y and z.
            """)
    void freeParametersWhereTheyAreAllowed(String text, String meaning) {
        var vocabulary = ExpressionParserTest.names("x y z").withFreeParameter();
        assertThat(ExpressionParserTest.read(text, vocabulary)).isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', textBlock = """
            f(x,y) + 1       ~ f(x, y) + 1
            2f(x)            ~ 2*f(x)
            f(x+1)^2         ~ f(x + 1)^2
            f                ~ refused: Write f with its arguments in brackets, as in f(x).
            y(x+1)           ~ y*(x + 1)
            """)
    void declaredFunctionsAreApplied(String text, String meaning) {
        var vocabulary = ExpressionParserTest.names("x y").withFunctions(Set.of("f"));
        assertThat(ExpressionParserTest.read(text, vocabulary)).isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', textBlock = """
            y = x^2            ~ y = x^2
            z = x              ~ z = x
            f(x) = x^2         ~ f(x) = x^2
            f(x,y) = x         ~ f(x, y) = x
            z = f(x,y) = x     ~ z = f(x, y) = x
            f_x = 2x           ~ f_x = 2*x
            X = 1              ~ refused: There is no X here: did you mean x?
            x + z = 1          ~ refused: There is no z here: the letters are x and y.
            """)
    void aLeftSideMayNameTheAnswer(String text, String meaning) {
        assertThat(ExpressionParserTest.read(text, ExpressionParserTest.names("x y")))
                .isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', textBlock = """
            gradient(f, [x, y])                   ~ gradient(f, [x, y])
            gradient(f, [x])                      ~ gradient(f, [x])
            at(diff(f, x), [x, y], (1, 2))        ~ at(diff(f, x), [x, y], (1, 2))
            dot(gP, u)/norm(u)                    ~ dot(gP, u)/norm(u)
            taylor(f, [x, y], (0, 0), 2)          ~ taylor(f, [x, y], (0, 0), 2)
            3*at(diff(f, x), 1, 2)                ~ 3*at(diff(f, x), 1, 2)
            integrate(x*y, x, 0, 1)               ~ integrate(x*y, x, 0, 1)
            sum(k^2, k, 1, n)                     ~ sum(k^2, k, 1, n)
            [[a, 1], [1, a]]                      ~ [[a, 1], [1, a]]
            [(1, 2), (3, 4)]                      ~ [(1, 2), (3, 4)]
            entry(u, 1)                           ~ entry(u, 1)
            solve(x^2 = 1, x)                     ~ solve(x^2 = 1, x)
            """)
    void authorsHaveMoreFunctions(String text, String meaning) {
        var vocabulary = ExpressionParserTest.names("x y f u gP a k n").forAuthors(true);
        assertThat(ExpressionParserTest.read(text, vocabulary)).isEqualTo(meaning);
    }
}

package org.nabla.math.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.Domain;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.writing.TextWriter;

/** What is typed, pasted or written with a formula editor, and what it is read as. */
public class ExpressionParserTest {
    public static Vocabulary names(String names) {
        var variables = new LinkedHashMap<String, Domain>();
        for (var name : names.split(" ")) {
            variables.put(name, Domain.REAL);
        }
        return Vocabulary.of(variables);
    }

    private static final Vocabulary VOCABULARY = names("x y z r t u a b c d theta lambda x_1 w_12");

    static String read(String text, Vocabulary vocabulary) {
        var reading = ExpressionParser.parse(text, vocabulary);
        if (reading instanceof Reading.Refused refused) {
            return "refused: " + refused.error().message();
        }
        return TextWriter.write(((Reading.Understood) reading).expression());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            2xy              ~ 2*x*y
            x(y+1)           ~ x*(y + 1)
            (x+1)(y-1)       ~ (x + 1)*(y - 1)
            2pi r            ~ 2*pi*r
            3sqrt2           ~ 3*sqrt(2)
            2(3)             ~ 2*3
            sin 2x           ~ sin(2*x)
            sin xy           ~ sin(x*y)
            sin x cos y      ~ sin(x)*cos(y)
            ln x + 1         ~ ln(x) + 1
            sqrt x y         ~ sqrt(x)*y
            sin^2 x          ~ sin(x)^2
            sin^2(x)         ~ sin(x)^2
            sin(x)^2         ~ sin(x)^2
            sinx             ~ sin(x)
            sin^-1 x         ~ arcsin(x)
            sec^-1 x         ~ arcsec(x)
            asin x           ~ arcsin(x)
            tan^(-1)(y/x)    ~ arctan(y/x)
            e^xy             ~ e^x*y
            1/2x             ~ (1/2)*x
            e^-x             ~ e^(-x)
            2^3^2            ~ 2^(3^2)
            -x^2             ~ -x^2
            |x|              ~ abs(x)
            ln|x|            ~ ln(abs(x))
            ||u||            ~ norm(u)
            √x+1             ~ sqrt(x) + 1
            ∛x               ~ cbrt(x)
            x²               ~ x^2
            x⁻¹              ~ x^(-1)
            ½                ~ 1/2
            x×y              ~ x*y
            λθ               ~ lambda*theta
            x₁               ~ x_1
            x1               ~ x_1
            w_{12}           ~ w_12
            .5               ~ 0.5
            1.2e-3           ~ 0.0012
            12 000           ~ 12000
            <a,b>            ~ <a, b>
            [[a,b],[c,d]]    ~ [[a, b], [c, d]]
            [a,b;c,d]        ~ [[a, b], [c, d]]
            f(x,y)=xy        ~ f(x, y) = x*y
            0<=x<=1          ~ 0 <= x <= 1
            (-oo,2]∪(3,inf)  ~ (-inf, 2] U (3, inf)
            x=±2             ~ x = 2 or x = -2
            does not exist   ~ DNE
            exp(x)           ~ exp(x)
            log_2 x          ~ log(x, 2)
            log10 x          ~ log(x, 10)
            log10 x + 1      ~ log(x, 10) + 1
            \\frac12x        ~ (1/2)*x
            \\sqrt[3]{x}     ~ cbrt(x)
            \\exponentialE^{x}\\cdot y ~ e^x*y
            \\sin^{-1}\\left(x\\right) ~ arcsin(x)
            \\begin{pmatrix}a&b\\\\c&d\\end{pmatrix} ~ [[a, b], [c, d]]
            \\left\\langle x,y\\right\\rangle ~ <x, y>
            """)
    void reads(String text, String meaning) {
        assertThat(read(text, VOCABULARY)).isEqualTo(meaning);
    }
}

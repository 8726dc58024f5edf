package org.nabla.math.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.ExpressionParserTest;
import org.nabla.math.reading.Reading;

/** Formulas as a good textbook sets them. */
class LatexWriterTest {
    private static final Vocabulary VOCABULARY =
            ExpressionParserTest.names("x y z t n a b theta lambda x_1 w_12 rate A");

    @ParameterizedTest(name = "{0} is set {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            2*x*y                  ~ 2xy
            2*3*x                  ~ 2 \\cdot 3x
            x*2                    ~ x \\cdot 2
            x^2 - y                ~ x^{2} - y
            -x^2/2                 ~ -\\frac{x^{2}}{2}
            (1/2)*x                ~ \\frac{1}{2} x
            2*(1/2)                ~ 2 \\cdot \\frac{1}{2}
            (1/2)*(3/4)            ~ \\frac{1}{2} \\cdot \\frac{3}{4}
            2*(x/y)                ~ 2\\frac{x}{y}
            (x+1)*(y-1)            ~ (x + 1)(y - 1)
            x*(1/y + 1)            ~ x\\left(\\frac{1}{y} + 1\\right)
            x*(-y)                 ~ x(-y)
            3*(-2)                 ~ 3 \\cdot (-2)
            (1/2)*(-3)^2*x         ~ \\frac{1}{2} \\cdot (-3)^{2} x
            (x^2)^3                ~ (x^{2})^{3}
            (x/y)^2                ~ \\left(\\frac{x}{y}\\right)^{2}
            x^(1/2)                ~ x^{1/2}
            e^(-x^2/2)             ~ e^{-x^{2}/2}
            e^((x+1)/y)            ~ e^{\\frac{x + 1}{y}}
            sin(x)                 ~ \\sin x
            sin(2*x)               ~ \\sin 2x
            sin(x*y)               ~ \\sin(xy)
            sin(x)^2               ~ \\sin^{2} x
            sin(x)^(-1)            ~ (\\sin x)^{-1}
            sin(x)*cos(y)          ~ \\sin x \\cos y
            sin(x)*y               ~ \\sin(x)y
            y*sin(x)               ~ y \\sin x
            sin(x)^2*y             ~ \\sin^{2}(x)y
            sin(x/2)               ~ \\sin\\frac{x}{2}
            ln(x)                  ~ \\ln x
            ln(2*x)                ~ \\ln(2x)
            ln(abs(x))             ~ \\ln |x|
            ln(x/y)                ~ \\ln\\left(\\frac{x}{y}\\right)
            log(x, 2)              ~ \\log_{2} x
            exp(x)                 ~ \\exp(x)
            arcsin(x)              ~ \\arcsin x
            arsinh(x)              ~ \\operatorname{arsinh} x
            relu(x)                ~ \\operatorname{ReLU}(x)
            sigmoid(x)             ~ \\sigma(x)
            sqrt(x + 1)            ~ \\sqrt{x + 1}
            cbrt(x)                ~ \\sqrt[3]{x}
            root(x, n)             ~ \\sqrt[n]{x}
            abs(x/y)               ~ \\left|\\frac{x}{y}\\right|
            norm(<x, y>)           ~ \\lVert \\langle x, y \\rangle \\rVert
            floor(x)               ~ \\lfloor x \\rfloor
            n!                     ~ n!
            (n+1)!                 ~ (n + 1)!
            transpose(A)           ~ A^{\\top}
            theta*x                ~ \\theta x
            2*pi*x                 ~ 2\\pi x
            x_1*w_12               ~ x_{1} w_{12}
            rate*x                 ~ \\mathrm{rate} x
            <1, x/2>               ~ \\left\\langle 1, \\frac{x}{2}\\right\\rangle
            [[1, x], [0, 1]]       ~ \\begin{pmatrix} 1 & x \\\\ 0 & 1 \\end{pmatrix}
            x = 1 or x = 2         ~ x = 1 \\text{ or } x = 2
            0 <= x < 1             ~ 0 \\le x < 1
            [0, 5)                 ~ [0, 5)
            (-inf, 2] U (3, inf)   ~ (-\\infty, 2] \\cup (3, \\infty)
            {1, 2}                 ~ \\{1, 2\\}
            piecewise(x, x>0, -x)  ~ \\begin{cases} x & \\text{if } x > 0 \\\\ -x & \\text{otherwise} \\end{cases}
            1.5E-12                ~ 1.5 \\cdot 10^{-12}
            0.25*x                 ~ 0.25x
            """)
    void sets(String text, String latex) {
        var reading = ExpressionParser.parse(text, VOCABULARY);
        assertThat(((Reading.Understood) reading).expression())
                .extracting(LatexWriter::write)
                .isEqualTo(latex);
    }

    @Test
    void negativeNumbersFromAlgebraAreSetWithAMinus() {
        var x = new Symbol("x");
        var minusThree = new Numeral(Rational.of(-3));
        var half = new Numeral(Rational.of(1, 2));

        assertThat(LatexWriter.write(new Product(List.of(minusThree, x)))).isEqualTo("-3x");
        assertThat(LatexWriter.write(new Sum(List.of(x, new Product(List.of(minusThree, x)), minusThree))))
                .isEqualTo("x - 3x - 3");
        assertThat(LatexWriter.write(new Quotient(minusThree, x))).isEqualTo("-\\frac{3}{x}");
        assertThat(LatexWriter.write(new Power(x, new Numeral(Rational.of(-1, 2)))))
                .isEqualTo("x^{-1/2}");
        assertThat(LatexWriter.write(new Product(List.of(half, x)))).isEqualTo("\\frac{1}{2} x");
        assertThat(LatexWriter.write(new Call(Function.COS, minusThree))).isEqualTo("\\cos(-3)");
        assertThat(TextWriter.write(new Sum(List.of(x, new Product(List.of(minusThree, x))))))
                .isEqualTo("x - 3*x");
    }
}

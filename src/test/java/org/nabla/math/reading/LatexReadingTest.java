package org.nabla.math.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.lexing.Vocabulary;

/** LaTeX as people and formula editors write it. */
class LatexReadingTest {
    private static final Vocabulary VOCABULARY = ExpressionParserTest.names("x y z t n r theta phi x_1 x_12");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            x^{2}+3x-\\frac{1}{2}                ~ x^2 + 3*x - 1/2
            \\frac12x                            ~ (1/2)*x
            \\frac1{x}                           ~ 1/x
            \\frac{1}2                           ~ 1/2
            \\dfrac{1}{x}                        ~ 1/x
            \\sqrt2x                             ~ sqrt(2)*x
            \\sqrt{x^2+y^2}                      ~ sqrt(x^2 + y^2)
            \\sqrt[3]{x}                         ~ cbrt(x)
            \\sqrt[n]{x}                         ~ root(x, n)
            \\left(x+1\\right)\\left(x-1\\right) ~ (x + 1)*(x - 1)
            x\\cdot y\\times z                   ~ x*y*z
            x\\div y                             ~ x/y
            x\\,y\\;z                            ~ x*y*z
            \\sin2x                              ~ sin(2*x)
            \\cos xy                             ~ cos(x*y)
            \\sin^2x+\\cos^2x                    ~ sin(x)^2 + cos(x)^2
            \\sin^{-1}\\left(x\\right)           ~ arcsin(x)
            \\tan^{-1}\\left(\\frac{y}{x}\\right) ~ arctan(y/x)
            \\log x                              ~ log(x)
            \\log_2x                             ~ log(x, 2)
            \\log_{10}\\left(x\\right)           ~ log(x, 10)
            \\lg x                               ~ log(x, 10)
            \\ln\\left|x\\right|                 ~ ln(abs(x))
            \\exponentialE^{-x^2}                ~ e^(-x^2)
            \\mathrm{e}^{x}                      ~ e^x
            \\imaginaryI                         ~ i
            \\operatorname{arsinh}(x)            ~ arsinh(x)
            \\operatorname{atan2}\\left(y,x\\right) ~ atan2(y, x)
            \\theta\\varphi\\pi                  ~ theta*phi*pi
            x_1+x_{12}                           ~ x_1 + x_12
            \\mathbf{r}+\\vec{r}                 ~ r + r
            \\lvert x-y\\rvert                   ~ abs(x - y)
            \\left\\|r\\right\\|                 ~ norm(r)
            \\lVert r\\rVert                     ~ norm(r)
            \\lfloor x\\rfloor                   ~ floor(x)
            \\max\\left(x,y\\right)              ~ max(x, y)
            \\left\\langle x,\\frac12\\right\\rangle ~ <x, 1/2>
            \\langle1,2\\rangle\\times\\langle3,4\\rangle ~ cross(<1, 2>, <3, 4>)
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ~ [[1, 2], [3, 4]]
            \\begin{bmatrix}1&2\\\\3&4\\\\\\end{bmatrix} ~ [[1, 2], [3, 4]]
            \\left(\\begin{array}{cc}1&2\\\\3&4\\end{array}\\right) ~ [[1, 2], [3, 4]]
            \\begin{vmatrix}1&2\\\\3&4\\end{vmatrix} ~ det([[1, 2], [3, 4]])
            \\begin{cases}x&\\text{if }x>0\\\\-x&\\text{otherwise}\\end{cases} ~ piecewise(x, x > 0, -x)
            \\begin{cases}x^2,&x<0\\\\x,&x\\geq0\\end{cases} ~ piecewise(x^2, x < 0, x, x >= 0)
            \\left\\{\\begin{array}{ll}x&x>0\\\\1&x\\le0\\end{array}\\right. ~ piecewise(x, x > 0, 1, x <= 0)
            \\left\\{1,2\\right\\}               ~ {1, 2}
            \\lbrace1,2\\rbrace                  ~ {1, 2}
            x\\ge0\\text{ and }y\\lt1            ~ x >= 0 and y < 1
            x\\ne y                              ~ x != y
            x=1\\text{ or }x=2                   ~ x = 1 or x = 2
            \\left(-\\infty,2\\right]\\cup\\left(3,\\infty\\right) ~ (-inf, 2] U (3, inf)
            x\\in\\left[0,1\\right)              ~ 0 <= x < 1
            \\mathrm{DNE}                        ~ DNE
            \\text{does not exist}               ~ DNE
            \\mathbb{R}                          ~ all reals
            \\varnothing                         ~ empty set
            x=\\pm2                              ~ x = 2 or x = -2
            f\\left(x,y\\right)=x^2              ~ f(x, y) = x^2
            12\\,000                             ~ 12000
            {x}^{2}                              ~ x^2
            """)
    void reads(String latex, String meaning) {
        assertThat(ExpressionParserTest.read(latex, VOCABULARY)).isEqualTo(meaning);
    }
}

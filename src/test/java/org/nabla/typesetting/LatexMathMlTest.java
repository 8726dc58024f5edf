package org.nabla.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.math.RandomExpressions;
import org.nabla.math.writing.LatexWriter;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Formulas without scripts. */
class LatexMathMlTest {
    private static final int CASES = Boolean.getBoolean("nabla.long") ? 100_000 : 2_000;

    private static Element parsed(String markup) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)))
                .getDocumentElement();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            x                    ~ <mi>x</mi>
            2x                   ~ <mrow><mn>2</mn><mi>x</mi></mrow>
            x - 1                ~ <mrow><mi>x</mi><mo>−</mo><mn>1</mn></mrow>
            x^{2}                ~ <msup><mi>x</mi><mn>2</mn></msup>
            x^2_i                ~ <msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>
            f'                   ~ <msup><mi>f</mi><mo>′</mo></msup>
            \\frac{1}{x}         ~ <mfrac><mn>1</mn><mi>x</mi></mfrac>
            \\frac12             ~ <mfrac><mn>1</mn><mn>2</mn></mfrac>
            \\sqrt{x}            ~ <msqrt><mi>x</mi></msqrt>
            \\sqrt[3]{x}         ~ <mroot><mi>x</mi><mn>3</mn></mroot>
            \\sin x              ~ <mrow><mi>sin</mi><mspace width="0.1667em"/><mi>x</mi></mrow>
            \\theta              ~ <mi>θ</mi>
            \\nabla f            ~ <mrow><mi mathvariant="normal">∇</mi><mi>f</mi></mrow>
            \\mathbf{u}          ~ <mi>𝐮</mi>
            \\mathbb{R}          ~ <mi>ℝ</mi>
            \\mathrm{rate}       ~ <mi mathvariant="normal">rate</mi>
            \\vec{u}             ~ <mover accent="true"><mi>u</mi><mo stretchy="false">→</mo></mover>
            a < b                ~ <mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>
            \\text{if } x        ~ <mrow><mtext>if\u00a0</mtext><mi>x</mi></mrow>
            \\sum_{k=1}^{n} k    ~ <mrow><munderover><mo movablelimits="true">∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mspace width="0.1667em"/><mi>k</mi></mrow>
            \\int_0^1 x          ~ <mrow><msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mspace width="0.1667em"/><mi>x</mi></mrow>
            \\left(x\\right]     ~ <mrow><mo>(</mo><mi>x</mi><mo>]</mo></mrow>
            \\begin{pmatrix}1&0\\\\0&1\\end{pmatrix} ~ <mrow><mo>(</mo><mtable class="matrix"><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>)</mo></mrow>
            """)
    void renders(String latex, String markup) {
        assertThat(LatexMathMl.render(latex, false))
                .isEqualTo("<math>" + markup.replace("\\u00a0", "\u00a0") + "</math>");
        assertThat(LatexMathMl.problem(latex)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\lim_{(x,y)\\to(0,0)} \\frac{x^2y}{x^4+y^2}",
                "\\iint_D f(x, y)\\,dA = \\int_0^1\\!\\int_0^{1-x} xy \\,\\mathrm{d}y\\,\\mathrm{d}x",
                "\\frac{\\partial^2 f}{\\partial x\\,\\partial y}",
                "\\nabla f(1,2) \\cdot \\frac{\\mathbf{u}}{\\lVert \\mathbf{u} \\rVert}",
                "\\begin{cases} x & \\text{if } x > 0 \\\\ -x & \\text{otherwise} \\end{cases}",
                "\\begin{aligned} a &= b + c \\\\ &= d \\end{aligned}",
                "\\left.\\frac{df}{dt}\\right|_{t=0}",
                "\\operatorname{tr}(A^{\\top} B)",
                "\\hat{y} = \\sigma(\\mathbf{w}^\\top \\mathbf{x} + b)",
                "\\underbrace{x + y}_{\\text{sum}}",
                "\\{x \\in \\mathbb{R}^n \\mid \\|x\\| \\le 1\\}",
                "\\displaystyle \\sum_{i=1}^{n} x_i",
                "\\bigl( x \\bigr) \\mapsto \\langle x, y \\rangle",
                "\\log_{2} x \\ne \\ln x, \\; \\max_{\\theta} L(\\theta)",
                "\\oint_{C} \\mathbf{F} \\cdot d\\mathbf{r}",
                "x \\approx 3{,}5 \\quad \\dots \\quad 50\\%",
                "\\frac{\\partial(x,y)}{\\partial(u,v)} = \\begin{vmatrix} x_u & x_v \\\\ y_u & y_v \\end{vmatrix}",
            })
    void rendersWhatProseUses(String latex) throws Exception {
        assertThat(LatexMathMl.problem(latex)).isEmpty();
        assertThat(parsed(LatexMathMl.render(latex, true)).getAttribute("display"))
                .isEqualTo("block");
    }

    @ParameterizedTest(name = "{0} at {1}: {3}")
    @CsvSource(delimiter = '~', textBlock = """
            x + \\foo{y}             ~ 4 ~ 4 ~ The command \\foo is not known
            \\frac{1}                ~ 8 ~ 0 ~ Something is missing
            \\left( x                ~ 0 ~ 5 ~ no \\right
            \\left x                 ~ 6 ~ 1 ~ no bracket
            {x                       ~ 0 ~ 1 ~ not closed
            x}                       ~ 1 ~ 1 ~ too many
            \\begin{foo}x\\end{foo}  ~ 0 ~ 11 ~ The environment foo is not known
            \\begin{matrix}x         ~ 0 ~ 6 ~ no \\end
            x^                       ~ 2 ~ 0 ~ Something is missing
            """)
    void namesWhatIsNotKnown(String latex, int position, int length, String words) {
        var problem = LatexMathMl.problem(latex).orElseThrow();

        assertThat(problem.message()).contains(words);
        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.length()).isEqualTo(length);
        assertThat(LatexMathMl.render(latex, false)).startsWith("<math><mtext>");
    }

    @Test
    void markupInAFormulaIsEscaped() {
        assertThat(LatexMathMl.render("\\text{<script>alert(\"x\")</script>}", false))
                .doesNotContain("<script");
        assertThat(LatexMathMl.render("\\foo<script>", false)).doesNotContain("<script");
        assertThat(LatexMathMl.render("\\operatorname{<b>}", false)).doesNotContain("<b>");
    }

    @Test
    void whateverIsWrittenIsRenderedWell() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            var latex = LatexWriter.write(new RandomExpressions(new Random(seed)).text());
            assertThat(LatexMathMl.problem(latex)).as(latex).isEmpty();
            assertThat(parsed(LatexMathMl.render(latex, true)).getTextContent())
                    .as(latex)
                    .isNotBlank();
        }
    }

    @Test
    void mutatedFormulasGiveMarkupAndNoException() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var latex = new StringBuilder(LatexWriter.write(new RandomExpressions(random).text()));
            for (int i = random.nextInt(4); i >= 0 && latex.length() > 0; i--) {
                latex.deleteCharAt(random.nextInt(latex.length()));
                latex.insert(random.nextInt(latex.length() + 1), "\\{}^_&<>$x]'".charAt(random.nextInt(12)));
            }
            assertThat(parsed(LatexMathMl.render(latex.toString(), false)).getTagName())
                    .isEqualTo("math");
        }
    }

    @Test
    void deepFormulasAreRefused() {
        assertThat(LatexMathMl.problem("{".repeat(5_000)).orElseThrow().message())
                .contains("nested too deeply");
        assertThat(LatexMathMl.problem("\\sqrt".repeat(3_000)).orElseThrow().message())
                .contains("nested too deeply");
        assertThat(LatexMathMl.problem("x".repeat(30_000)).orElseThrow().message())
                .contains("too long");
    }
}

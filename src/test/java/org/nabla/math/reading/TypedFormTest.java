package org.nabla.math.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.writing.LatexWriter;

/** What is copied from a page can be typed: the script that makes text of LaTeX is held against the reader of both. */
class TypedFormTest {
    private static final Vocabulary VOCABULARY = ExpressionParserTest.names("x y z r t u a b c d theta lambda x_1 w_12")
            .withFunctions(java.util.Set.of("f"));
    private static final List<String> FORMULAS =
            Stream.of("""
            2*x*y
            x^2/(3*y)
            1/2*x*sin(2*x)
            -x^2 + 3
            (x + 1)*(y - 1)
            e^(-x^2/2)
            e^(x*y)*cos(theta)
            sqrt(x + 1)/2
            cbrt(x)
            root(x, 5)
            ln(abs(x))
            log(x, 2)
            sin(x)^2 + cos(x)^2
            arctan(y/x)
            x_1^2 + w_12
            lambda*x + theta
            relu(x)
            sigmoid(x)*softplus(y)
            norm(<x, y>)
            <2*x, 2*y, -z>
            [[1, x], [y, 4]]
            0 <= x < 1
            x = 1 + t, y = 2*t
            x^2 + y^2 <= 4 and x >= 0
            (-inf, 2] U (3, inf)
            {1, 2, pi}
            max(x, y)
            floor(x)
            x!/2
            f(x, y) + 1
            1/(1 + 1/(1 + x))
            2^(3^x)
            """.split("\n")).map(String::strip).toList();

    private static Reading.Understood read(String text) {
        var reading = ExpressionParser.parse(text, VOCABULARY);
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return (Reading.Understood) reading;
    }

    @Test
    void theTypedFormSaysWhatTheFormulaSays() throws Exception {
        var shown = FORMULAS.stream()
                .map(text -> LatexWriter.write(read(text).expression()))
                .toList();

        var typed = typedForms(shown);

        assertThat(typed).hasSameSizeAs(shown);
        for (int i = 0; i < shown.size(); i++) {
            assertThat(read(typed.get(i)).expression())
                    .as("%s is shown as %s and copied as %s", FORMULAS.get(i), shown.get(i), typed.get(i))
                    .isEqualTo(read(shown.get(i)).expression());
        }
    }

    /** By Node, which the build of the pages needs anyway. */
    private static List<String> typedForms(List<String> formulas) throws Exception {
        var script = Path.of("src/main/web/js/typed-form.js").toUri();
        var program = "import { typedForm } from '" + script + "';"
                + "import { readFileSync } from 'node:fs';"
                + "for (const line of readFileSync(0, 'utf8').split('\\n')) console.log(typedForm(line));";
        var node = new ProcessBuilder("node", "--input-type=module", "-e", program)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = node.getOutputStream()) {
            out.write(String.join("\n", formulas).getBytes(StandardCharsets.UTF_8));
        }
        var lines = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return lines.lines().collect(Collectors.toList());
    }
}

package org.nabla.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenProseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Look again.                              ~ Look again.
            It is $x^2$, not $2x$.                   ~ It is x squared, not 2 times x.
            Use $\\frac{1}{2}$ and $$\\sqrt{x+1}$$ . ~ Use the fraction 1 over 2 and the square root of open bracket x plus 1 close bracket .
            That costs \\$5, not \\$6.               ~ That costs $5, not $6.
            *Both* of `f` count: 2*3*4.              ~ Both of f count: 2*3*4.
            $\\nabla f(1, 2)$                        ~ nabla f (1, 2)
            $\\frac{\\partial f}{\\partial x}$       ~ partial f over partial x
            $\\vec{u} \\cdot \\vec{v}$               ~ vector u times vector v
            $\\int_0^1 f(t)\\,dt$                    ~ the integral from 0 to 1 of f (t) d t
            $\\sum_{k=1}^{n} a_k$                    ~ the sum from k equals 1 to n of a sub k
            $\\lim_{x\\to 0} f$                      ~ lim as x to 0, f
            $\\begin{pmatrix}1&0\\\\0&2\\end{pmatrix}$ ~ the 2 by 2 matrix with rows 1, 0; 0, 2, end of matrix
            $\\Delta f \\le \\varepsilon$            ~ capital delta f is less than or equal to epsilon
            $A^\\top$ and $g'$                       ~ A transposed and g prime
            One $ alone                              ~ One $ alone
            $\\unknown{x}$                           ~ \\unknown{x}
            """)
    void saysFormulasInWords(String prose, String words) {
        assertThat(SpokenProse.of(prose)).isEqualTo(words);
    }
}

package org.nabla.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedWordsTest {

    @ParameterizedTest(name = "{0} is compared as {1}")
    @CsvSource(textBlock = """
            Optimisation,          optimization
            Optimization,          optimization
            parametrising curves,  parametrizing curves
            ∇f,                    gradient nabla f
            div,                   divergence
            GRAD,                  gradient
            Newton's method,       newton s method
            Hölder,                holder
            chain-rule,            chain rule
            centre of mass,        center of mass
            <b>,                   b
            '  ',                  ''
            """)
    void wordsAreFolded(String typed, String expected) {
        assertThat(FoldedWords.of(typed)).isEqualTo(expected);
    }
}

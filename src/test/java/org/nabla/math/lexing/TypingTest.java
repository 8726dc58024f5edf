package org.nabla.math.lexing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.SyntaxError;

/** What a text is made into before it is read, and where an error in it was typed. */
class TypingTest {

    @ParameterizedTest(name = "{0} is read as {1}")
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            𝟐𝜋𝜃~2πθ
            x\u00ad\u200e-1~x-1
            xˆ2—1~x^2—1
            2*np.pi*np.exp(x)~2*pi*exp(x)
            np.array([1, 2])~([1, 2])
            x²₁~x₁²
            x^2_1~x_1^2
            1+/-2~1±2
            ℝ\\{3}~ℝ∖{3}
            """)
    void isMadePlain(String typed, String read) {
        assertThat(Typing.of(typed, true).text()).isEqualTo(read);
    }

    @Test
    void anErrorPointsIntoTheTypedText() {
        var typing = Typing.of("𝟐 + np.foo", true);
        var at = typing.text().indexOf("foo");

        var error = typing.typed(new SyntaxError("There is no foo here.", at, 3));

        assertThat("𝟐 + np.foo".substring(error.position(), error.position() + error.length()))
                .isEqualTo("foo");
    }

    @Test
    void anErrorAtTheEndIsAtTheEnd() {
        var typing = Typing.of("np.pi +", true);

        var error = typing.typed(new SyntaxError(
                "Something is missing at the end.", typing.text().length(), 0));

        assertThat(error.position()).isEqualTo("np.pi +".length());
    }

    @Test
    void theFormulasOfExercisesAreNotRewritten() {
        assertThat(Typing.of("x^2_1", false).text()).isEqualTo("x^2_1");
    }
}

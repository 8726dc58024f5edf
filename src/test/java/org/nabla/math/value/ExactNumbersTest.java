package org.nabla.math.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;

class ExactNumbersTest {

    @ParameterizedTest(name = "{0} is {1}…")
    @CsvSource(delimiter = ';', textBlock = """
            pi                ; 3.14159265358979323846264338327950288419716939937510
            e                 ; 2.71828182845904523536028747135266249775724709369995
            sqrt(2)           ; 1.41421356237309504880168872420969807856967187537694
            ln(2)             ; 0.69314718055994530941723212145817656807550013436025
            -ln(2)            ; -0.69314718055994530941723212145817656807550013436025
            e^(pi sqrt(163))  ; 262537412640768743.99999999999925007259719818568887935
            sin(1)            ; 0.84147098480789650665250232163029899962256306079837
            arctan(2)         ; 1.10714871779409050301706546017853704007004764540143
            tanh(1/2)         ; 0.46211715726000975850231848364367254873028928033011
            erf(1)            ; 0.84270079294971486934122063508260925929606699796630
            2^(1/3)           ; 1.25992104989487316476721060727822835057025146470150
            (-2)^(1/3)        ; -1.25992104989487316476721060727822835057025146470150
            1/3               ; 0.33333333333333333333333333333333333333333333333333
            sin(10^20)        ; -0.64525128526578084420581171131252300740690419668690
            """)
    void encloses(String text, String expected) {
        var digits = expected.replaceAll("[-.]", "").replaceAll("^0+", "").length() - 3;

        var enclosure = ExactNumbers.enclose(read(text), digits).orElseThrow();

        var value = new BigDecimal(expected);
        var width = enclosure.upper().subtract(enclosure.lower());
        assertThat(width).isLessThan(value.abs().movePointLeft(digits - 1));
        var ulp = value.ulp();
        assertThat(enclosure.lower()).isLessThanOrEqualTo(value.add(ulp));
        assertThat(enclosure.upper()).isGreaterThanOrEqualTo(value.subtract(ulp));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "ln(-1)", "sqrt(-2)", "arcsin(2)", "ln(0)", "0/0"})
    void whatHasNoValueHasNoEnclosure(String text) {
        assertThat(ExactNumbers.enclose(read(text), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqrt(2)^2 - 2", "sin(pi)", "e^(pi sqrt(163)) - 262537412640768744"})
    void numbersNearZeroAreEnclosedAbsolutely(String text) {
        var enclosure = ExactNumbers.enclose(read(text), 10).orElseThrow();

        assertThat(enclosure.lower().abs().max(enclosure.upper().abs())).isLessThan(new BigDecimal("1e-9"));
    }

    private static Expression read(String text) {
        return ((Reading.Understood) ExpressionParser.parse(text, Vocabulary.NUMBERS)).expression();
    }
}

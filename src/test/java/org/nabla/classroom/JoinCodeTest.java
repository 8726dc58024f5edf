package org.nabla.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinCodeTest {

    @ParameterizedTest(name = "{0} is read as {1}")
    @CsvSource(textBlock = """
            ACDE3467,       ACDE3467
            acde-3467,      ACDE3467
            ' ac de 34 67', ACDE3467
            ACDE–3467,      ACDE3467
            'ACDE\u00a03467', ACDE3467
            """)
    void readsWhatPeopleType(String typed, String code) {
        assertThat(JoinCode.parse(typed)).contains(new JoinCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACDE346", "ACDE34677", "ACDE346O", "ACDE346<", "ÄCDE3467", "'; drop table course;--"})
    void anythingElseIsNoCode(String typed) {
        assertThat(JoinCode.parse(typed)).isEmpty();
    }

    @Test
    void noCharacterLooksLikeAnother() {
        var random = new Random(7);
        var used = IntStream.range(0, 500)
                .mapToObj(i -> JoinCode.random(random).value())
                .flatMapToInt(String::chars)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.toSet());

        assertThat(used).hasSize(23).doesNotContain("0", "O", "1", "I", "L", "2", "Z", "5", "S", "8", "B", "U", "V");
    }

    @Test
    void codesDifferAndAreReadAsTheyAreShown() {
        var random = new Random(11);
        var codes =
                IntStream.range(0, 1000).mapToObj(i -> JoinCode.random(random)).toList();

        assertThat(codes)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(JoinCode.parse(code.shown())).contains(code));
    }
}

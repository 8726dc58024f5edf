package org.nabla.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    private static String subject(String text) {
        return new Letter(text, List.of(), List.of(), List.of(), List.of(), Optional.empty()).subject();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Week 3\r\nBcc: eve@example.org",
                "Week 3\nBcc: eve@example.org",
                "Week 3\rBcc: eve@example.org",
                "Week 3\u2028Bcc: eve@example.org",
                "Week 3\u0085Bcc: eve@example.org",
                "\u0000Week 3\u0000Bcc: eve@example.org\t "
            })
    void aSubjectIsOneLine(String text) {
        assertThat(subject(text)).isEqualTo("Week 3 Bcc: eve@example.org");
    }

    @Test
    void aSubjectIsShort() {
        assertThat(subject("é".repeat(151))).isEqualTo("é".repeat(149) + "…");
        assertThat(subject("é".repeat(150))).isEqualTo("é".repeat(150));
    }
}

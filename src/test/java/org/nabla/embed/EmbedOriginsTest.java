package org.nabla.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedOriginsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            https://calculus.example.edu,       https://calculus.example.edu
            HTTPS://Calculus.Example.edu/,      https://calculus.example.edu
            https://calculus.example.edu:8443,  https://calculus.example.edu:8443
            http://localhost:8888,              http://localhost:8888
            http://127.0.0.1:8888,              http://127.0.0.1:8888
            """)
    void aSiteIsTakenAsBrowsersCompareIt(String typed, String origin) {
        assertThat(EmbedOrigins.origin(typed)).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https:",
                "calculus.example.edu",
                "http://calculus.example.edu",
                "https://calculus.example.edu/page",
                "https://calculus.example.edu?x",
                "https://a.example;script-src *",
                "https://a.example https://b.example",
                "https://user@a.example",
                "https://a.example:99999",
                "javascript:alert(1)",
                "'self'",
                "data:"
            })
    void anythingElseEndsTheStart(String typed) {
        assertThatThrownBy(() -> EmbedOrigins.origin(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nabla.embed.origins: " + typed + " is no site");
    }

    @Test
    void withoutSitesNobodyMay() {
        assertThat(new EmbedOrigins(() -> Optional.empty()).ancestors()).isEqualTo("'none'");
        assertThat(new EmbedOrigins(() ->
                                Optional.of(List.of("https://a.example", " https://b.example ", "https://a.example/")))
                        .ancestors())
                .isEqualTo("https://a.example https://b.example");
    }
}

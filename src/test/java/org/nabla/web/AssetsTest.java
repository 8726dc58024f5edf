package org.nabla.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.web.page.Theme;

class AssetsTest {

    @ParameterizedTest(name = "{0} is there under a name with its hash")
    @ValueSource(strings = {"app.css", "app.js", "icon.svg", "source-serif-4-latin-400-normal.woff2"})
    void whatTheLayoutNamesIsOnTheClassPath(String name) {
        var url = Assets.url(name);

        assertThat(url).doesNotEndWith("/" + name);
        assertThat(Assets.class.getResource("/META-INF/resources" + url)).isNotNull();
    }

    @ParameterizedTest(name = "the theme cookie {0} means {1}")
    @CsvSource(textBlock = """
                    dark,    DARK
                    light,   LIGHT
                    system,  SYSTEM
                    DARK,    SYSTEM
                    <b>,     SYSTEM
                    ,        SYSTEM
                    """)
    void aThemeIsOneOfThreeWords(String cookie, Theme expected) {
        assertThat(Theme.of(cookie)).isEqualTo(expected);
    }
}

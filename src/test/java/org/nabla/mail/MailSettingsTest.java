package org.nabla.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            ,               ,                    false, nothing is set
            m@example.org,  ,                    false, links would lead nowhere
            ,               https://n.example,   false, nobody sends
            ' ',            https://n.example,   false, nobody sends
            m@example.org,  n.example,           false, no address
            m@example.org,  javascript://x,      false, no address of a site
            m@example.org,  https://n.example/,  true,  both
            N <m@example.org>, https://n.example/a, true, a name, and a path
            """)
    void thereIsMailWhereBothAreSet(String from, String address, boolean on, String why) {
        assertThat(new MailSettings(Optional.ofNullable(from), Optional.ofNullable(address)).isOn())
                .as(why)
                .isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://n.example/,   https://n.example/x,   n.example
            https://n.example/a/, https://n.example/a/x, n.example/a
            """)
    void linksLeadToTheAddressThatIsSet(String address, String link, String site) {
        var settings = new MailSettings(Optional.of("m@example.org"), Optional.of(address));

        assertThat(settings.address("/x")).isEqualTo(link);
        assertThat(settings.site()).isEqualTo(site);
    }
}

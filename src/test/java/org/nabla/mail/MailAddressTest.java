package org.nabla.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ada@example.org,            ada@example.org
            ' ada@example.org ',        ada@example.org
            Ada.L+nabla@Example.ORG,    Ada.L+nabla@Example.ORG
            o'neill@mail.example.co.uk, o'neill@mail.example.co.uk
            ada@bücher.example,         ada@xn--bcher-kva.example
            a@x-1.example,              a@x-1.example
            """)
    void readsWhatServersTake(String typed, String address) {
        assertThat(MailAddress.parse(typed).orElseThrow().value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@example..org",
                "ada@-example.org",
                ".ada@example.org",
                "ada.@example.org",
                "ada lovelace@example.org",
                "ada@example.org, bob@example.org",
                "ada@example.org bob@example.org",
                "Ada <ada@example.org>",
                "ada@example.org>",
                "ada@example.org\r\nBcc: bob@example.org",
                "ada\n@example.org",
                "ada@example.org\u0000",
                "ada@[127.0.0.1]",
                "\"ada\"@example.org",
                "ädä@example.org",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org"
            })
    void refusesAllElse(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
    }
}

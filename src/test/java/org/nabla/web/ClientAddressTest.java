package org.nabla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    /** The header's values are separated by ; and what a proxy appended stands last. */
    @ParameterizedTest(name = "{0} of {1}, trusting {2}: {3} sends {4}, which is {5}")
    @CsvSource(delimiter = '|', textBlock = """
            no proxy      | false |                          | 203.0.113.9   | 198.51.100.1              | 203.0.113.9
            one proxy     | true  |                          | 10.0.0.2      | 198.51.100.1              | 198.51.100.1
            an invention  | true  |                          | 10.0.0.2      | 1.2.3.4, 198.51.100.1     | 198.51.100.1
            two headers   | true  |                          | 10.0.0.2      | 1.2.3.4;198.51.100.1      | 198.51.100.1
            two proxies   | true  | 10.0.0.0/8               | 10.0.0.2      | 1.2.3.4, 198.51.100.1, 10.0.0.3 | 198.51.100.1
            all trusted   | true  | 10.0.0.0/8               | 10.0.0.2      | 10.1.1.1, 10.0.0.3        | 10.1.1.1
            a stranger    | true  | 10.0.0.0/8               | 203.0.113.9   | 198.51.100.1              | 203.0.113.9
            odd bits      | true  | 10.128.0.0/9             | 10.127.0.1    | 198.51.100.1              | 10.127.0.1
            one by one    | true  | 192.0.2.1, 10.0.0.2      | 10.0.0.2      | 198.51.100.1              | 198.51.100.1
            nothing said  | true  |                          | 10.0.0.2      |                           | 10.0.0.2
            nonsense      | true  |                          | 10.0.0.2      | me                        | unknown
            IPv6          | false |                          | 2001:db8:1:2:3:4:5:6 |                    | 2001:db8:1:2::
            IPv6, short   | false |                          | 2001:db8::1   |                           | 2001:db8::
            IPv6, neighbor| false |                          | 2001:db8::2:1 |                           | 2001:db8::
            IPv6, trusted | true  | fd00::/8                 | fd00::1       | 2001:db8:1:2:3:4:5:6      | 2001:db8:1:2::
            mapped        | false |                          | ::ffff:203.0.113.9 |                      | 203.0.113.9
            brackets      | true  |                          | 10.0.0.2      | [2001:db8::1]             | 2001:db8::
            """)
    void isTheLastHopThatATrustedProxyVouchesFor(
            String name, boolean behindProxy, String trusted, String peer, String forwarded, String client) {
        var address =
                new ClientAddress(behindProxy, Optional.ofNullable(trusted).map(t -> Arrays.asList(t.split(","))));

        assertThat(address.of(peer, forwarded == null ? List.of() : List.of(forwarded.split(";"))))
                .isEqualTo(client);
    }
}

package org.nabla.web.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    /** The header's values are separated by # and what a proxy appended stands last. */
    @ParameterizedTest(name = "{0} of {1}, trusting {2}: {3} sends {4}, which is {5}")
    @CsvSource(delimiter = '|', textBlock = """
            no proxy      | false |                          | 203.0.113.9   | 198.51.100.1              | 203.0.113.9
            one proxy     | true  |                          | 10.0.0.2      | 198.51.100.1              | 198.51.100.1
            an invention  | true  |                          | 10.0.0.2      | 1.2.3.4, 198.51.100.1     | 198.51.100.1
            two headers   | true  |                          | 10.0.0.2      | 1.2.3.4#198.51.100.1      | 198.51.100.1
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
            with a port   | true  |                          | 10.0.0.2      | [2001:db8::1]:4711        | 2001:db8::
            IPv4, port    | true  |                          | 10.0.0.2      | 198.51.100.1:4711         | 198.51.100.1
            no end        | true  |                          | 10.0.0.2      | [2001:db8::1              | unknown
            commas        | true  |                          | 10.0.0.2      | 1.2.3.4, 198.51.100.1, ,  | 198.51.100.1
            a quotation   | true  |                          | 10.0.0.2      | "1.2.3.4, 198.51.100.1    | 198.51.100.1
            by name       | true  | localhost                | 127.0.0.1     | 198.51.100.1              | 198.51.100.1
            no such name  | true  | proxy.invalid            | 10.0.0.2      | 198.51.100.1              | 10.0.0.2
            proxy mapped  | true  | 10.0.0.0/8               | ::ffff:10.0.0.2 | 198.51.100.1            | 198.51.100.1
            """)
    void isTheLastHopThatATrustedProxyVouchesFor(
            String name,
            boolean behindProxy,
            @Nullable String trusted,
            String peer,
            @Nullable String forwarded,
            String client) {
        var address = new ClientAddress(
                behindProxy,
                Optional.ofNullable(trusted).map(t -> Arrays.asList(t.split(","))),
                new ForwardedHops(false));

        assertThat(address.of(peer, headers("X-Forwarded-For", forwarded).add("Forwarded", "for=192.0.2.77")))
                .isEqualTo(client);
    }

    /** As RFC 7239 has it; the header's values are separated by #. */
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            plain              | for=198.51.100.1                                       | 198.51.100.1
            with more          | proto=https;For=198.51.100.1;by=10.0.0.2               | 198.51.100.1
            with a port        | for="198.51.100.1:4711"                                | 198.51.100.1
            IPv6               | for="[2001:db8:cafe::17]:4711"                         | 2001:db8:cafe::
            an invention       | for=1.2.3.4, for=198.51.100.1                          | 198.51.100.1
            two lines          | for=1.2.3.4#for=198.51.100.1                           | 198.51.100.1
            two proxies        | for=1.2.3.4, for=198.51.100.1, for=10.0.0.3            | 198.51.100.1
            an open quotation  | for="1.2.3.4, for=198.51.100.1                         | 198.51.100.1
            a quoted comma     | for=198.51.100.1;host="a,for=1.2.3.4"                  | 198.51.100.1
            an escaped mark    | for=198.51.100.1;host="a\\",for=1.2.3.4"                | 198.51.100.1
            a hidden hop       | for=1.2.3.4, for=_secret                               | unknown
            no hop             | proto=https                                            | unknown
            nothing            |                                                        | 10.0.0.2
            """)
    void readsTheStandardHeaderWhereItIsAllowed(String name, @Nullable String forwarded, String client) {
        var address = new ClientAddress(true, Optional.of(List.of("10.0.0.0/8")), new ForwardedHops(true));

        assertThat(address.of("10.0.0.2", headers("Forwarded", forwarded).add("X-Forwarded-For", "192.0.2.77")))
                .isEqualTo(client);
    }

    private static MultiMap headers(String name, @Nullable String values) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        if (values != null) {
            Arrays.stream(values.split("#")).forEach(value -> headers.add(name, value));
        }
        return headers;
    }
}

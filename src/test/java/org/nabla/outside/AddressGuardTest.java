package org.nabla.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers may be called. */
class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(new Limits("localhost", Duration.ofSeconds(1)));

    @ParameterizedTest(name = "{0} is public: {1}")
    @CsvSource({
        "8.8.8.8, true",
        "100.63.255.255, true",
        "100.64.0.1, false",
        "0.1.2.3, false",
        "10.0.0.1, false",
        "127.0.0.1, false",
        "127.9.9.9, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "172.32.0.1, true",
        "192.168.1.1, false",
        "192.0.0.1, false",
        "192.0.2.1, false",
        "198.18.0.1, false",
        "198.51.100.1, false",
        "203.0.113.1, false",
        "224.0.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "2606:4700::1, true",
        "2001:4860:4860::8888, true",
        "::, false",
        "::1, false",
        "::ffff:10.0.0.1, false",
        "64:ff9b::a00:1, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd12:3456::1, false",
        "ff02::1, false",
        "2001:db8::1, false",
        "2001::1, false",
        "2002:a00:1::1, false",
    })
    void onlyAddressesOfTheOpenInternetArePublic(String address, boolean expected) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://canvas.example.org/keys,",
        "https://canvas.example.org:8443/keys?a=b,",
        "http://localhost:8080/keys,",
        "http://canvas.example.org/keys, https://",
        "ftp://canvas.example.org/keys, https://",
        "canvas.example.org, no address",
        "https://, no address",
        "'https://a b.example.org/', no address",
        "https://user:secret@canvas.example.org/, password",
        "https://canvas.example.org/#keys, password",
        "'', no address",
    })
    void anAddressOfAPlatformHasAForm(String typed, String complaint) {
        var objection = guard.objection(typed);

        assertThat(objection.isPresent()).isEqualTo(complaint != null);
        if (complaint != null) {
            assertThat(objection.orElseThrow()).contains(complaint);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::ffff:127.0.0.1]/",
            })
    void aPrivateAddressIsRefusedHoweverItIsWritten(String address) {
        assertThatThrownBy(() -> guard.check(address)).isInstanceOf(OutsideException.class);
    }

    @Test
    void aTrustedHostMayBePrivate() {
        var target = guard.check("http://localhost:8080/keys");

        assertThat(target.address().isLoopbackAddress()).isTrue();
        assertThat(target.port()).isEqualTo(8080);
        assertThat(target.tls()).isFalse();
    }
}

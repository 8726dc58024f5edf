package org.nabla.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.nabla.Browsing;

/** What makes codes from a key, as an app on a telephone does. */
public final class Telephone {
    private Telephone() {}

    /** Somebody with this password wants a code beside it. Returns the key that their telephone was told. */
    public static String wantedBy(Browsing somebody, String password) {
        var page = "/account/second-step";
        somebody.post(page + "/begin", "password", password);
        var key = somebody.page(page).expectFirst(".secret-word").text();
        assertThat(somebody.post(page + "/confirm", "code", shows(key, 0)).statusCode())
                .isEqualTo(200);
        return key;
    }

    /** The code that the key, as it stands on the page, gives in so many seconds. */
    public static String shows(String key, int seconds) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(new Base32().decode(key.replace(" ", "")), "HmacSHA1"),
                            Instant.now().plusSeconds(seconds),
                            Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key", e);
        }
    }
}

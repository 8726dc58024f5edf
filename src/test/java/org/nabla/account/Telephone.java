package org.nabla.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What makes codes from a key, as an app on a telephone does. */
public final class Telephone {
    private Telephone() {}

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

package org.nabla.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nabla.account.AccountConfig;

class PasswordsTest {

    private static final String PASSWORD = "correct horse battery";

    private final Passwords asShipped = passwords("");
    private final Passwords asInTests = passwords("1024");

    @Test
    void aHashCostsWhatIsAdvised() {
        assertThat(asShipped.hash(PASSWORD)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void aHashOfAnotherCostStaysGood() {
        assertThat(asShipped.fits(PASSWORD, Optional.of(asInTests.hash(PASSWORD))))
                .isTrue();
        assertThat(asInTests.fits(PASSWORD, Optional.of(asShipped.hash(PASSWORD))))
                .isTrue();
    }

    @Test
    void nothingElseFits() {
        assertThat(asInTests.fits("Correct horse battery", Optional.of(asInTests.hash(PASSWORD))))
                .isFalse();
        assertThat(asInTests.fits(PASSWORD, Optional.empty())).isFalse();
        assertThat(asInTests.fits("a password that nobody has", Optional.empty()))
                .isFalse();
    }

    private static Passwords passwords(String kibibytes) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(AccountConfig.class);
        if (!kibibytes.isEmpty()) {
            config.withDefaultValue("nabla.account.password-kibibytes", kibibytes);
        }
        return new Passwords(config.build().getConfigMapping(AccountConfig.class));
    }
}

package org.nabla.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of accounts; {@code nabla.account.*} in application.properties. */
@ConfigMapping(prefix = "nabla.account")
public interface AccountConfig {

    /** How long somebody stays signed in without coming back. */
    @WithDefault("30D")
    Duration sessionIdle();

    /** After how long somebody signs in again, however often they come. */
    @WithDefault("180D")
    Duration sessionLongest();

    /** How long a guest's work is kept within their reach without their coming back. */
    @WithDefault("365D")
    Duration guestIdle();

    /** The logins of those who run this site; their accounts are made when it starts. */
    Optional<Set<String>> operators();

    /** The login of the first operator, whom a fresh installation gets where no others are named. */
    @WithDefault("operator")
    String firstOperator();

    /** How much memory the hash of a password takes, in KiB; hashes made with another one stay good. The default is what OWASP advises. */
    @WithDefault("19456")
    int passwordKibibytes();

    /** How to reach those who run this site: shown to whoever wants to teach. */
    Optional<String> contact();
}

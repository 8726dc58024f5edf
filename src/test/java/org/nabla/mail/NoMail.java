package org.nabla.mail;

import io.quarkus.test.junit.QuarkusMock;
import java.util.Optional;

/** A site without settings for mail, for the rest of a test. */
public final class NoMail {
    private NoMail() {}

    public static void set() {
        QuarkusMock.installMockForType(new MailSettings(Optional.empty(), Optional.empty()), MailSettings.class);
    }
}

package org.nabla.account;

import jakarta.inject.Singleton;

/** How to reach those who run the site, as the settings say. */
@Singleton
public class Contact {
    private final String text;

    Contact(AccountConfig config) {
        text = config.contact().orElse("");
    }

    /** Empty where the settings say nothing. */
    public String text() {
        return text;
    }

    /** What somebody does whose account is closed, in a sentence. */
    public String askAboutClosedAccount() {
        return text.isEmpty()
                ? "Ask whoever runs this site, or your teacher, why and for how long."
                : "Ask whoever runs this site why and for how long: " + text + ".";
    }
}

package org.nabla.account.mail;

/** For what a letter is. */
enum MailKind {
    /** Shows that an address is theirs. */
    CONFIRM("Confirm an address"),
    /** Lets somebody choose a new password. */
    RECOVER("Recover a password"),
    /** The notices of a day. */
    NOTICES("Notices");

    private final String words;

    MailKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}

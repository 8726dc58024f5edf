package org.nabla.account.mail;

import java.time.Instant;
import java.util.Optional;
import org.nabla.mail.Letter;
import org.nabla.mail.MailAddress;

/** Writes the letters of one kind at the moment at which they are sent. Each kind has a bean of this type. */
interface LetterWriter {

    /** A letter and where it goes. */
    record Outgoing(MailAddress to, Letter letter) {}

    MailKind kind();

    /** Empty where there is nothing to send (any more). */
    Optional<Outgoing> write(Queued letter, Instant now);

    /** It will not be sent. */
    default void givenUp(Queued letter) {}
}

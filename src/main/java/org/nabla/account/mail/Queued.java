package org.nabla.account.mail;

import java.time.Instant;
import java.util.Optional;
import org.nabla.account.UserId;

/**
 * A letter in the outbox, taken out to be sent.
 *
 * @param account whose it is; empty where only an address is known
 * @param address where it goes; empty where to the confirmed address of the account
 * @param attempts this one included
 */
record Queued(long id, MailKind kind, Optional<UserId> account, String address, Instant expires, int attempts) {}

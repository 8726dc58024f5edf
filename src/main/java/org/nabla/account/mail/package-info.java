/** Mail to people with an account: confirmed addresses, forgotten passwords, notices, and the outbox from which letters are sent. */
@NullMarked
package org.nabla.account.mail;

import org.jspecify.annotations.NullMarked;

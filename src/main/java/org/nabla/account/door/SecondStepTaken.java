package org.nabla.account.door;

import org.nabla.account.Token;

/** The code has come: what was known of a half sign-in is now known of a session. */
public record SecondStepTaken(Token half, Token session) {}

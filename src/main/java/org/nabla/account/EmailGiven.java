package org.nabla.account;

/** Somebody gave an address of mail, or another one than before; nobody knows yet whether it is theirs. */
public record EmailGiven(UserId user, String email) {}

package org.nabla.account;

import java.util.Optional;

/** What is asked at the door after the password, of whoever wants it so. */
public interface SecondStep {

    /** Whether the password alone does not let them in. */
    boolean isAskedOf(UserId user);

    /** Uses up what they typed. Returns why it lets nobody in, in a sentence; empty where it does. */
    Optional<String> objection(UserId user, String typed);

    /** From now on the password is enough: they lost what they had for it. */
    void forget(UserId user);
}

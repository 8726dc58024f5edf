package org.nabla.account;

import io.quarkus.qute.RawString;
import java.util.Optional;

/** What somebody has given to programs of their own to come in by, beside login and password. Each feature that has such is a bean of this type. */
public interface ProgramAccess {

    /** Its part of the page of an account, as HTML; empty where there is nothing to say. */
    Optional<RawString> panel(UserId user);

    /** Whether some program can come in now. */
    boolean isOpen(UserId user);

    /** From now on none comes in. */
    void close(UserId user);
}

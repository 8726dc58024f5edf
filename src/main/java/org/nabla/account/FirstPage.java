package org.nabla.account;

import java.util.Optional;

/** Where somebody stands who has just chosen their first password and came from nowhere. Each feature that knows is a bean of this type. */
public interface FirstPage {

    /** The address of a page of this site; empty where this feature has none for them. */
    Optional<String> of(UserId user);
}

package org.nabla.account;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Optional;
import org.nabla.web.address.OwnAddress;

/** A way in beside login and password, by somebody who vouches for people. Each feature that has one is a bean of this type. */
public interface WayIn {

    /** A button at the door. @param address where it leads */
    record Button(String label, String address) {}

    /** The buttons at the door, for whoever wants to go on to this page. */
    default List<Button> buttons(OwnAddress next) {
        return List.of();
    }

    /** Its part of the page of an account, as HTML; empty where there is nothing to say. */
    Optional<RawString> panel(UserId user);

    /** How many ways in it is for somebody. */
    int count(UserId user);
}

package org.nabla.web.trouble;

import jakarta.ws.rs.WebApplicationException;
import java.util.Set;

/** Knows how somebody is turned away for whom a page is not. The package of accounts has the one bean of this type. */
public interface TurnedAway {

    /**
     * What they are told, or where they are sent.
     *
     * @param allowed names of the roles of which one was wanted
     * @param back the address to which a way leads back
     */
    WebApplicationException from(Set<String> allowed, String back);
}

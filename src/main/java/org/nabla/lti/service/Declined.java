package org.nabla.lti.service;

import org.nabla.outside.OutsideException;

/** The platform understood and does not want it; or it is broken, and may want it later. */
public final class Declined extends OutsideException {
    private static final long serialVersionUID = 1L;
    private static final int SERVER = 500;
    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    private final int status;

    Declined(int status) {
        super("The platform answered with the status " + status + ".");
        this.status = status;
    }

    /** Whether asking again later can help. */
    public boolean mayChange() {
        return status >= SERVER || status == TIMEOUT || status == TOO_EARLY || status == TOO_MANY;
    }
}

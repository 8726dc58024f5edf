package org.nabla.lti.launch;

import jakarta.inject.Singleton;
import java.util.Set;
import org.nabla.web.address.Doorway;

/**
 * Where platforms send forms. What they may do is guarded otherwise: a login only leads back to the platform, and a launch needs its
 * signature and a secret of the browser.
 */
@Singleton
class OpenDoor implements Doorway {
    static final String LOGIN = "/lti/login";

    private static final Set<String> DOORS = Set.of(LOGIN, "/lti/launch");

    @Override
    public boolean leadsTo(String path) {
        return DOORS.contains(path);
    }
}

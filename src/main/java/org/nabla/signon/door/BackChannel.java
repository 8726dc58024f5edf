package org.nabla.signon.door;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.nabla.web.address.Doorway;

/** Where providers send forms, from server to server. What they may do is guarded by their signature. */
@Singleton
class BackChannel implements Doorway {
    private static final Pattern DOOR = Pattern.compile("/sign-in/with/[a-z0-9]{8,20}/ended");

    @Override
    public boolean leadsTo(String path) {
        return DOOR.matcher(path).matches();
    }
}

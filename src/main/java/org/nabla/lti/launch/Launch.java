package org.nabla.lti.launch;

import java.util.List;
import java.util.Optional;
import org.nabla.lti.place.Roles;
import org.nabla.lti.registration.Platform;

/**
 * What a platform said, after all checks.
 *
 * @param subject whom it vouches for; empty for somebody whom it does not name
 * @param target the address of this site that it wants opened
 */
record Launch(
        Platform platform,
        String deployment,
        Kind kind,
        Optional<String> subject,
        String name,
        Roles roles,
        String target,
        Optional<Context> context,
        Optional<String> resourceLink,
        Services services,
        Optional<DeepLinking> deepLinking) {

    enum Kind {
        RESOURCE_LINK,
        DEEP_LINKING
    }

    /** A course there. */
    record Context(String id, String title) {}

    /** What the platform lets this site ask later. */
    record Services(
            Optional<String> memberships, Optional<String> lineItems, Optional<String> lineItem, List<String> scopes) {}

    /** @param data to be sent back as it is */
    record DeepLinking(String returnUrl, boolean multiple, boolean lineItems, Optional<String> data) {}
}

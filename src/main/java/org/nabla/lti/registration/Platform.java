package org.nabla.lti.registration;

import java.util.List;

/**
 * A learning platform that may open Nabla.
 *
 * @param issuer what it calls itself
 * @param clientId what it calls this registration of Nabla
 * @param deployments the places in it in which Nabla was installed
 * @param frames the origins in whose frames pages may be shown
 */
public record Platform(
        long id,
        String name,
        String issuer,
        String clientId,
        Endpoints endpoints,
        List<String> deployments,
        List<String> frames) {

    /** Where it is asked for what: by the browser for a launch, by this site for a token and for its keys. */
    public record Endpoints(String authorization, String token, String jwks) {}

    public Platform {
        deployments = List.copyOf(deployments);
        frames = List.copyOf(frames);
    }
}

package org.nabla.lti;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** The addresses of this site that platforms are told. */
@ApplicationScoped
public class ToolAddress {
    private final LtiConfig config;

    ToolAddress(LtiConfig config) {
        this.config = config;
    }

    /** The root of this site without a slash at its end. @param request what the request calls it, where no setting does */
    public String root(URI request) {
        var set = config.address().map(String::strip);
        if (set.isPresent()) {
            return set.get().replaceFirst("/+$", "");
        }
        return request.getScheme() + "://" + request.getRawAuthority();
    }

    public String launch(URI request) {
        return root(request) + "/lti/launch";
    }

    public String login(URI request) {
        return root(request) + "/lti/login";
    }

    public String keys(URI request) {
        return root(request) + "/lti/jwks";
    }
}

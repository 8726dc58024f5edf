package org.nabla.lti;

import jakarta.inject.Singleton;
import java.net.URI;
import org.nabla.web.address.SiteAddress;

/** The addresses of this site that platforms are told. */
@Singleton
public class ToolAddress {
    private final SiteAddress site;

    ToolAddress(SiteAddress site) {
        this.site = site;
    }

    /** The root of this site without a slash at its end. @param request what the request calls it, where no setting does */
    public String root(URI request) {
        return site.root(request);
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

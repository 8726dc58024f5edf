package org.nabla.signon.provider;

import jakarta.inject.Singleton;
import java.net.URI;
import org.nabla.web.address.SiteAddress;

/** The addresses of this site that a provider is told. */
@Singleton
public class SignOnAddresses {

    /** Those of one provider. @param back where it sends browsers @param left where it sends them once they are out @param ended where it says so itself */
    public record Own(String back, String left, String ended) {}

    private final SiteAddress site;

    SignOnAddresses(SiteAddress site) {
        this.site = site;
    }

    /** @param request what the request calls this site */
    public Own of(String slug, URI request) {
        var root = site.root(request);
        var door = root + "/sign-in/with/" + slug;
        return new Own(door + "/back", root + "/", door + "/ended");
    }
}

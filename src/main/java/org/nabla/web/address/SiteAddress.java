package org.nabla.web.address;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where browsers find this site, for other servers that send them here: as {@code nabla.address} says. */
@Singleton
public class SiteAddress {
    private final Optional<String> set;

    SiteAddress(@ConfigProperty(name = "nabla.address") Optional<String> set) {
        this.set = set.map(String::strip).map(address -> address.replaceFirst("/+$", ""));
    }

    /** The root of this site without a slash at its end. @param request what the request calls it, where no setting does */
    public String root(URI request) {
        return set.orElseGet(() -> request.getScheme() + "://" + request.getRawAuthority());
    }
}

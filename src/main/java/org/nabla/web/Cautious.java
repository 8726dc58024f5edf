package org.nabla.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every response of a page minds: redirects that echo nothing, and nothing personal in a cache. */
class Cautious {
    /** Below these a page is about somebody, or made with rights that others lack. */
    private static final List<String> PERSONAL = List.of(
            "/account",
            "/progress",
            "/courses",
            "/templates",
            "/operator",
            "/sign-in",
            "/sign-up",
            "/new-password",
            "/join",
            "/lti");

    /** Cookies that say who is there. */
    private static final String SESSION = "session";

    /**
     * A redirect on this site names the path alone: built from what the request calls this host, it would send a visitor
     * wherever somebody who reached a cache or a link in a mail wished.
     */
    @ServerResponseFilter
    void redirect(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof URI to
                && to.isAbsolute()
                && to.getRawAuthority() != null
                && to.getRawAuthority().equals(request.getUriInfo().getBaseUri().getRawAuthority())) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, path(to));
        }
    }

    private static String path(URI uri) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
    }

    /**
     * Pages about a person are not kept by anybody. The other pages of somebody with a session are asked for again before they
     * are shown, but a browser may keep them for its Back button, and with them what was typed.
     */
    @ServerResponseFilter
    void keep(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)
                || !request.getCookies().containsKey(SESSION)
                        && !response.getCookies().containsKey(SESSION)) {
            return;
        }
        var path = request.getUriInfo().getPath();
        var personal = PERSONAL.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, personal ? "no-store" : "private, no-cache");
    }
}

package org.nabla.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.nabla.web.address.Framed;

/** What every response of a page minds: redirects that echo nothing, and nothing personal in a cache. */
class Cautious {
    /** Below these answers are typed into pages that are the same for all but for them. */
    private static final List<String> TYPED =
            List.of("/practice", "/skills", "/check-in", "/laboratory", "/projects", "/embed");

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Cookies that say who is there. */
    private static final List<String> SESSIONS = List.of("session", Framed.SESSION);

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

    /** Whoever comes to this browser next finds no answer or draft that was not sent. */
    @ServerResponseFilter
    void clear(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.POST)
                && request.getUriInfo().getPath().startsWith("/sign-out")
                && response.getStatus() < 400) {
            response.getHeaders().putSingle("Clear-Site-Data", "\"storage\"");
        }
    }

    /**
     * What is sent to somebody whom a session or a token names is kept by nobody. Pages into which answers are typed are asked for
     * again before they are shown, but their browser may keep them for its Back button, which would else lose what was typed.
     */
    @ServerResponseFilter
    void keep(ContainerRequestContext request, ContainerResponseContext response) {
        boolean known = SESSIONS.stream().anyMatch(request.getCookies()::containsKey)
                || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        boolean changes = !SAFE.contains(request.getMethod()); // the answer may be the first with a session
        if (response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL) || !known && !changes) {
            return;
        }
        var path = request.getUriInfo().getPath();
        var type = response.getMediaType();
        var typed = (type == null || MediaType.TEXT_HTML_TYPE.isCompatible(type))
                && TYPED.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, typed ? "private, no-cache" : "no-store");
    }
}

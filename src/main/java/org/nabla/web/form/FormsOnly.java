package org.nabla.web.form;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Pages change something only through forms, whose CSRF token is verified. The API takes JSON, which no form of a foreign
 * site can send, and knows DELETE, which none can send either; so there the check is left out, and this filter keeps that gap
 * from the pages.
 */
class FormsOnly {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @ServerRequestFilter
    Optional<Response> refuseOtherKinds(ContainerRequestContext request) {
        var type = request.getMediaType();
        var form = type != null
                && (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                        || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type))
                && !type.isWildcardType();
        var json = type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type) && !type.isWildcardType();
        var api = request.getUriInfo().getPath().startsWith("/api/");
        var deletes = request.getMethod().equals(HttpMethod.DELETE);
        if (SAFE.contains(request.getMethod()) || (api ? json || deletes : form)) {
            return Optional.empty();
        }
        return Optional.of(
                Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build());
    }
}

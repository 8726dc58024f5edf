package org.nabla.web.page;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.nabla.web.address.OwnAddress;

/** Keeps the choice of light or dark in a cookie, so that the first byte of the next page already has it. */
@Path("/theme")
class ThemeResource {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @POST
    public Response choose(@RestForm @Nullable String theme, @RestForm @Nullable String back, @Context UriInfo uri) {
        var cookie = new NewCookie.Builder(Theme.COOKIE)
                .value(Theme.of(theme).word())
                .path("/")
                .maxAge(A_YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(uri.getBaseUri().getScheme().equals("https"))
                .build();
        return Response.seeOther(OwnAddress.of(back).uri()).cookie(cookie).build();
    }
}

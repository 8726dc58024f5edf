package org.nabla.lti.dynamic;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.account.session.CurrentUser;
import org.nabla.outside.OutsideException;
import org.nabla.web.page.Page;
import org.nabla.web.trouble.Refusal;

/**
 * Where a platform sends its administrator to register Nabla. Whoever runs Nabla decides: they sign in, see which platform it is,
 * and say yes.
 */
@Path("/lti/register")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RegisterResource {
    private static final int LONGEST = 4000;

    /** What is asked of whoever runs the site. */
    record Asked(DynamicRegistration.Offer offer, String configuration, String token) {}

    @CheckedTemplate(basePath = "lti")
    static class Templates {
        static native TemplateInstance register(Asked asked);

        static native TemplateInstance registered(String name);
    }

    private final DynamicRegistration registration;
    private final CurrentUser current;
    private final Page page;

    RegisterResource(DynamicRegistration registration, CurrentUser current, Page page) {
        this.registration = registration;
        this.current = current;
        this.page = page;
    }

    @GET
    public TemplateInstance ask(
            @RestQuery("openid_configuration") @DefaultValue("") String configuration,
            @RestQuery("registration_token") @DefaultValue("") String token) {
        if (configuration.isEmpty() || configuration.length() + token.length() > LONGEST) {
            throw new Refusal(
                    Response.Status.BAD_REQUEST,
                    "This is where learning platforms register",
                    "Copy this address into your platform, where it asks for a registration URL. The platform then leads here"
                            + " by itself.");
        }
        current.signedIn(page.getPath() + "?openid_configuration=" + encoded(configuration) + "&registration_token="
                + encoded(token));
        current.operator();
        try {
            return Templates.register(new Asked(registration.offer(configuration), configuration, token));
        } catch (OutsideException e) {
            throw refused(e);
        }
    }

    @POST
    public TemplateInstance accept(
            @RestForm @DefaultValue("") String configuration,
            @RestForm @DefaultValue("") String token,
            @Context UriInfo uri) {
        current.operator();
        try {
            var offer = registration.offer(configuration);
            registration.accept(offer, token, uri.getBaseUri());
            return Templates.registered(offer.name());
        } catch (OutsideException e) {
            throw refused(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Refusal refused(OutsideException e) {
        return new Refusal(
                Response.Status.BAD_REQUEST,
                "The platform could not be registered",
                e.sentence() + " Nothing was entered.");
    }
}

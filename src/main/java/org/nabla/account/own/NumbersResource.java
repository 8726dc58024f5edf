package org.nabla.account.own;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.session.CurrentUser;

/** The page on which somebody says how they write numbers. Guests have one too. */
@Path("/account/numbers")
@Produces(MediaType.TEXT_HTML)
class NumbersResource {

    /** What the page shows. */
    record Shown(boolean comma, boolean saved, boolean account) {}

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance numbers(Shown numbers);
    }

    private final DecimalSign sign;
    private final CurrentUser current;

    NumbersResource(DecimalSign sign, CurrentUser current) {
        this.sign = sign;
        this.current = current;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String saved) {
        return Templates.numbers(new Shown(current.writesWithComma(), saved != null, current.isSignedIn()));
    }

    @POST
    public Response choose(@RestForm("sign") @DefaultValue("") String chosen) {
        boolean comma = chosen.equals("comma");
        if (comma || current.id().isPresent()) { // a stranger has the point already
            sign.choose(current.orGuest(), comma);
        }
        return Response.seeOther(URI.create("/account/numbers?saved=yes")).build();
    }
}

package org.nabla.account.door;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.SignUpForm;
import org.nabla.account.WayIn;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.address.OwnAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** The door, in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance signIn(
                String login, FormErrors errors, OwnAddress back, List<WayIn.Button> others);

        static native TemplateInstance code(FormErrors errors, OwnAddress back);
    }

    private final ClientAddress client;
    private final SignIn signIn;
    private final HalfSignIn half;
    private final CurrentUser current;
    private final List<WayIn> ways;

    SignInResource(SignIn signIn, HalfSignIn half, CurrentUser current, ClientAddress client, @All List<WayIn> ways) {
        this.client = client;
        this.signIn = signIn;
        this.half = half;
        this.current = current;
        this.ways = ways;
    }

    @GET
    @Path("sign-in")
    public Response show(@RestQuery @Nullable String next) {
        var back = OwnAddress.of(next);
        if (current.newcomer().isPresent()) {
            return Response.seeOther(NewPasswordResource.before(back)).build();
        }
        return current.isSignedIn()
                ? Response.seeOther(back.uri()).build()
                : Response.ok(page("", FormErrors.none(), back)).build();
    }

    @POST
    @Path("sign-in")
    public Response signIn(
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String password,
            @RestForm @Nullable String next,
            @Context HttpServerRequest request) {
        var back = OwnAddress.of(next);
        var door = signIn.byPassword(SignUpForm.normalLogin(login), password, client.of(request));
        return door.errors().isEmpty()
                ? Response.seeOther(door.awaitsCode() ? codeBefore(back) : inside(back))
                        .build()
                : Forms.refused(page(login, door.errors(), back), door.errors());
    }

    @GET
    @Path("sign-in/code")
    public Response showCode(@RestQuery @Nullable String next) {
        var back = OwnAddress.of(next);
        return half.awaited().isPresent()
                ? Response.ok(Templates.code(FormErrors.none(), back)).build()
                : fromTheBeginning(back);
    }

    @POST
    @Path("sign-in/code")
    public Response signIn(@RestForm @DefaultValue("") String code, @RestForm @Nullable String next) {
        var back = OwnAddress.of(next);
        var awaited = half.awaited();
        if (awaited.isEmpty()) {
            return fromTheBeginning(back);
        }
        var door = signIn.byCode(awaited.get(), code);
        return door.errors().isEmpty()
                ? Response.seeOther(inside(back)).build()
                : Forms.refused(Templates.code(door.errors(), back), door.errors());
    }

    private TemplateInstance page(String login, FormErrors errors, OwnAddress back) {
        var others = ways.stream().flatMap(way -> way.buttons(back).stream()).toList();
        return Templates.signIn(login, errors, back, others);
    }

    private URI inside(OwnAddress back) {
        return current.newcomer().isPresent() ? NewPasswordResource.before(back) : back.uri();
    }

    private static URI codeBefore(OwnAddress back) {
        return URI.create("/sign-in/code?next=" + back.encoded());
    }

    /** It took too long, or they are in already. */
    private static Response fromTheBeginning(OwnAddress back) {
        return Response.seeOther(URI.create("/sign-in?next=" + back.encoded())).build();
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        signIn.end();
        return Response.seeOther(URI.create("/")).build();
    }
}

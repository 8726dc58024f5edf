package org.nabla.lti.launch;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jose4j.jwt.MalformedClaimException;
import org.nabla.account.Token;
import org.nabla.lti.ToolAddress;
import org.nabla.lti.registration.PlatformForm;
import org.nabla.web.address.Framed;
import org.nabla.web.address.OwnAddress;
import org.nabla.web.trouble.Refusal;

/** The second step of a launch: what the platform says of whoever comes, with every check of it. */
@Path("/lti/launch")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LaunchResource {
    private static final Logger LOG = Logger.getLogger(LaunchResource.class);

    /** A page whose script fetches the secret that was left with the platform. */
    record Fetching(String token, String state, String target, String origin, String key, String again) {}

    @CheckedTemplate(basePath = "lti", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance fetching(Fetching page);

        static native TemplateInstance newWindow(String again);
    }

    private final Logins logins;
    private final IdTokens tokens;
    private final Arrival arrival;
    private final ToolAddress tool;
    private final CurrentVertxRequest request;

    LaunchResource(Logins logins, IdTokens tokens, Arrival arrival, ToolAddress tool, CurrentVertxRequest request) {
        this.logins = logins;
        this.tokens = tokens;
        this.arrival = arrival;
        this.tool = tool;
        this.request = request;
    }

    /** @param stored the secret as the platform kept it, where the browser sent no cookie */
    @POST
    public Response launch(
            @RestForm("id_token") @DefaultValue("") String token,
            @RestForm @DefaultValue("") String state,
            @RestForm @DefaultValue("") String error,
            @RestForm @DefaultValue("") String stored,
            @Context UriInfo uri) {
        try {
            return answer(new Sent(token, state, error, stored), uri);
        } catch (LaunchRefused e) {
            LOG.infof("A launch was refused: %s", e.sentence());
            throw new Refusal(
                    Response.Status.FORBIDDEN,
                    "Nabla could not be opened from your course",
                    e.sentence() + " If it stays like this, show this page to whoever looks after the platform.");
        }
    }

    /** What the form sent. */
    private record Sent(String token, String state, String error, String stored) {}

    private Response answer(Sent sent, UriInfo uri) {
        RoutingContext routing = request.getCurrent();
        var state = Token.parse(sent.state()).orElseThrow(LaunchResource::unknown);
        var login = logins.find(state).orElseThrow(LaunchResource::unknown);
        if (login.used()) {
            throw used();
        }
        var secret = Optional.ofNullable(routing.request().getCookie(Logins.cookie(state)))
                .map(Cookie::getValue)
                .or(() -> Optional.of(sent.stored()).filter(s -> !s.isEmpty()));
        if (secret.isEmpty()) {
            return withoutSecret(sent, state, login);
        }
        if (!login.isIn(secret.get())) {
            throw unknown();
        }
        if (!sent.stored().isEmpty() && Framed.is(routing.request()) && !Framed.hasBegun(routing.request())) {
            return inNewWindow(login); // the secret came back, but no session would hold
        }
        if (!sent.error().isEmpty()) {
            throw new LaunchRefused("The platform itself said no.");
        }
        var claims = tokens.verify(login.platform(), sent.token());
        try {
            if (!login.asked(
                    Optional.ofNullable(claims.getStringClaimValue("nonce")).orElse(""))) {
                throw new LaunchRefused("The message does not belong to this launch.");
            }
        } catch (MalformedClaimException e) {
            throw new LaunchRefused("The message does not belong to this launch.", e);
        }
        var launch = LaunchReader.read(login.platform(), claims.getClaimsMap(), tool.root(uri.getBaseUri()));
        if (!logins.use(state)) {
            throw used();
        }
        Framed.addCookie(routing, Logins.cookie(state), "", "/lti", 0);
        return to(arrival.of(launch));
    }

    /** A browser that keeps cookies from frames: what was left with the platform is fetched, or a window of its own opened. */
    private Response withoutSecret(Sent sent, Token state, Logins.Found login) {
        if (login.storage().isPresent()) {
            RoutingContext routing = request.getCurrent();
            if (Framed.is(routing.request())) {
                Framed.begin(routing, Logins.LIFE.toSeconds());
            }
            return Response.ok(Templates.fetching(new Fetching(
                            sent.token(),
                            sent.state(),
                            login.storage().get(),
                            PlatformForm.origin(login.platform().endpoints().authorization())
                                    .orElse(""),
                            Logins.cookie(state),
                            again(login))))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        return inNewWindow(login);
    }

    private static String again(Logins.Found login) {
        return OpenDoor.LOGIN + "?" + login.question();
    }

    private static Response inNewWindow(Logins.Found login) {
        return Response.status(Response.Status.FORBIDDEN)
                .entity(Templates.newWindow(again(login)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response to(OwnAddress address) {
        return Response.seeOther(address.uri())
                .header("Cache-Control", "no-store")
                .build();
    }

    private static LaunchRefused unknown() {
        return new LaunchRefused(
                "This launch was not begun in this browser, or more than ten minutes ago. Open the link in your course again.");
    }

    private static LaunchRefused used() {
        return new LaunchRefused("This launch was used already. Open the link in your course again.");
    }
}

package org.nabla.lti.launch;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.lti.ToolAddress;
import org.nabla.lti.registration.Platform;
import org.nabla.lti.registration.PlatformForm;
import org.nabla.lti.registration.Platforms;
import org.nabla.web.address.Framed;
import org.nabla.web.trouble.Refusal;

/** The first step of a launch: the platform sends a browser here, and it is sent back with secrets to bring along. */
@Path("/lti/login")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LoginResource {
    private static final List<String> KEPT =
            List.of("iss", "login_hint", "target_link_uri", "lti_message_hint", "client_id", "lti_deployment_id");
    private static final int LONGEST = 7000;

    /** A page whose script leaves a secret with the platform. @param key its name there */
    record Storing(String next, String target, String origin, String key, String value) {}

    @CheckedTemplate(basePath = "lti", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance storing(Storing page);
    }

    private final Platforms platforms;
    private final Logins logins;
    private final ToolAddress tool;
    private final CurrentVertxRequest request;

    LoginResource(Platforms platforms, Logins logins, ToolAddress tool, CurrentVertxRequest request) {
        this.platforms = platforms;
        this.logins = logins;
        this.tool = tool;
        this.request = request;
    }

    @GET
    public Response get(@Context UriInfo uri) {
        return login(uri.getQueryParameters(), uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(MultivaluedMap<String, String> form, @Context UriInfo uri) {
        return login(form, uri);
    }

    private Response login(MultivaluedMap<String, String> sent, UriInfo uri) {
        RoutingContext routing = request.getCurrent();
        var asked = new LinkedHashMap<String, String>();
        KEPT.forEach(name -> Optional.ofNullable(sent.getFirst(name))
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> asked.put(name, value)));
        var question = query(asked);
        if (question.length() > LONGEST
                || !asked.containsKey("iss")
                || !asked.containsKey("login_hint")
                || !asked.containsKey("target_link_uri")) {
            throw new Refusal(
                    Response.Status.BAD_REQUEST,
                    "This is where learning platforms begin",
                    "The address was opened by itself, or the platform left out what the standard asks for. Open Nabla from"
                            + " your course.");
        }
        var platform = platform(asked);
        var storage = Optional.ofNullable(sent.getFirst("lti_storage_target"))
                .filter(target -> target.matches("[\\w-]{1,255}"));
        var begun = logins.begin(platform, question, storage);
        Framed.addCookie(
                routing, Logins.cookie(begun.state()), begun.browser().value(), "/lti", Logins.LIFE.toSeconds());
        if (Framed.is(routing.request())) {
            Framed.begin(routing, Logins.LIFE.toSeconds());
        }
        var next = next(platform, asked, begun, tool.launch(uri.getBaseUri()));
        if (storage.isPresent() && Framed.is(routing.request())) {
            return Response.ok(Templates.storing(new Storing(
                            next,
                            storage.get(),
                            origin(platform),
                            Logins.cookie(begun.state()),
                            begun.browser().value())))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        return Response.status(Response.Status.FOUND)
                .location(URI.create(next))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Platform platform(Map<String, String> asked) {
        var known = platforms.of(asked.getOrDefault("iss", ""));
        var client = Optional.ofNullable(asked.get("client_id"));
        var fitting = known.stream()
                .filter(p -> client.isEmpty() || client.get().equals(p.clientId()))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw new Refusal(
                Response.Status.FORBIDDEN,
                "Nabla does not know this platform",
                known.isEmpty() || client.isPresent()
                        ? "Whoever runs Nabla must enter it first, under Operation, Learning platforms."
                        : "It is entered more than once, and does not say as which client it comes.");
    }

    private static String next(Platform platform, Map<String, String> asked, Logins.Begun begun, String launch) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("scope", "openid");
        parameters.put("response_type", "id_token");
        parameters.put("response_mode", "form_post");
        parameters.put("prompt", "none");
        parameters.put("client_id", platform.clientId());
        parameters.put("redirect_uri", launch);
        parameters.put("login_hint", asked.getOrDefault("login_hint", ""));
        Optional.ofNullable(asked.get("lti_message_hint")).ifPresent(hint -> parameters.put("lti_message_hint", hint));
        parameters.put("state", begun.state().value());
        parameters.put("nonce", begun.nonce().value());
        var to = platform.endpoints().authorization();
        return to + (to.contains("?") ? "&" : "?") + query(parameters);
    }

    /** Of the address to which the browser is sent: whoever answers there may read what is stored. */
    private static String origin(Platform platform) {
        return PlatformForm.origin(platform.endpoints().authorization()).orElse("");
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

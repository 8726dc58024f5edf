package org.nabla.lti.deeplink;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.classroom.seat.Seat;
import org.nabla.lti.ToolAddress;
import org.nabla.lti.registration.PlatformForm;
import org.nabla.lti.registration.Platforms;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Where a teacher in a platform picks what a link there is to open: assignments and skills. */
@Path("/lti/deeplink/{token}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DeepLinkResource {
    private static final int MOST = 50;

    record PickPage(String action, String platform, Seat seat, boolean multiple, Pickables.Offer offer) {}

    /** A form that goes to the platform. */
    record SendPage(String platform, String to, String message) {}

    @CheckedTemplate(basePath = "lti")
    static class Templates {
        static native TemplateInstance pick(PickPage page, FormErrors errors);

        static native TemplateInstance picked(SendPage page);
    }

    private final Pickings pickings;
    private final Pickables pickables;
    private final DeepLinkAnswer answer;
    private final Platforms platforms;
    private final ToolAddress tool;
    private final CurrentVertxRequest request;

    DeepLinkResource(
            Pickings pickings,
            Pickables pickables,
            DeepLinkAnswer answer,
            Platforms platforms,
            ToolAddress tool,
            CurrentVertxRequest request) {
        this.pickings = pickings;
        this.pickables = pickables;
        this.answer = answer;
        this.platforms = platforms;
        this.tool = tool;
        this.request = request;
    }

    @GET
    public TemplateInstance show(@RestPath String token) {
        return page(token, pickings.find(token), FormErrors.none());
    }

    /** @param what numbers of assignments, {@code a3}, and identifiers of skills, {@code sDF17} */
    @POST
    public Response send(@RestPath String token, @RestForm List<String> what, @Context UriInfo uri) {
        var standing = pickings.find(token);
        var root = tool.root(uri.getBaseUri());
        var items = new ArrayList<Map<String, Object>>();
        for (var picked : Objects.requireNonNullElse(what, List.<String>of())) {
            pickables.item(standing, picked, root).ifPresent(items::add);
        }
        var errors = FormErrors.none();
        if (items.isEmpty()) {
            errors.add("what", "Pick at least one.");
        } else if (items.size() > (standing.wish().multiple() ? MOST : 1)) {
            errors.add(
                    "what",
                    standing.wish().multiple()
                            ? "Pick at most " + MOST + " at once."
                            : "The platform takes one link here. Pick only one.");
        }
        if (!errors.isEmpty()) {
            return Forms.refused(page(token, standing, errors), errors);
        }
        var context = standing.context();
        var platform = platforms.find(context.platform()).orElseThrow(Pickings::gone);
        pickings.end(token);
        var message = answer.write(platform, context.deployment(), standing.wish(), items);
        allow(request.getCurrent(), standing.wish().returnUrl());
        return Response.ok(Templates.picked(
                        new SendPage(platform.name(), standing.wish().returnUrl(), message)))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The form of this one page goes to another site. */
    private static void allow(RoutingContext routing, String to) {
        PlatformForm.origin(to).ifPresent(origin -> {
            var name = "Content-Security-Policy";
            var policy = routing.response().headers().get(name);
            if (policy != null) {
                routing.response()
                        .putHeader(name, policy.replace("form-action 'self'", "form-action 'self' " + origin));
            }
        });
    }

    private TemplateInstance page(String token, Pickings.Standing standing, FormErrors errors) {
        return Templates.pick(
                new PickPage(
                        "/lti/deeplink/" + token,
                        standing.context().platformName(),
                        standing.seat(),
                        standing.wish().multiple(),
                        pickables.of(standing.seat())),
                errors);
    }
}

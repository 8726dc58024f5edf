package org.nabla.lti.registration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.account.operator.OperatorAct;
import org.nabla.account.operator.OperatorLog;
import org.nabla.account.session.CurrentUser;
import org.nabla.lti.ToolAddress;
import org.nabla.lti.key.ToolKeys;
import org.nabla.outside.AddressGuard;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Where whoever runs the site enters the platforms that may open it. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/platforms")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlatformsResource {
    private static final String TAKEN = "This issuer has a platform with this client ID already: change that one.";
    private static final Map<String, String> NOTICES = Map.of(
            "added", "Saved. Teachers and learners of this platform can open Nabla now.",
            "changed", "Saved.",
            "removed", "Removed. Accounts and courses that came by it stay; nobody comes by it any more.",
            "rotated", "The next key signs now, and a new one waits. Platforms read both by themselves.");

    /** The addresses of Nabla for a platform that is none of those in {@link Guide}. */
    record Own(String login, String launch, String keys, String register) {}

    /** The page with all of them. */
    record ListPage(List<Platform> platforms, Own own, List<Guide> guides, List<ToolKeys.Key> keys, String notice) {}

    /** The form. @param action where it is sent */
    record FormPage(String action, PlatformForm form, boolean isNew) {}

    private static PlatformForm form(MultivaluedMap<String, String> typed) {
        return new PlatformForm(
                of(typed, "name"),
                of(typed, "issuer"),
                of(typed, "client"),
                of(typed, "authorization"),
                of(typed, "token"),
                of(typed, "jwks"),
                of(typed, "deployments"),
                of(typed, "frames"));
    }

    private static String of(MultivaluedMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    @CheckedTemplate(basePath = "lti", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance platforms(ListPage page);

        static native TemplateInstance platform(FormPage page, FormErrors errors);
    }

    private final Platforms platforms;
    private final ToolKeys keys;
    private final ToolAddress tool;
    private final AddressGuard guard;
    private final FrameOrigins frames;
    private final OperatorLog log;
    private final CurrentUser current;

    PlatformsResource(
            Platforms platforms,
            ToolKeys keys,
            ToolAddress tool,
            AddressGuard guard,
            FrameOrigins frames,
            OperatorLog log,
            CurrentUser current) {
        this.log = log;
        this.platforms = platforms;
        this.keys = keys;
        this.tool = tool;
        this.guard = guard;
        this.frames = frames;
        this.current = current;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done, @Context UriInfo uri) {
        var base = uri.getBaseUri();
        return Templates.platforms(new ListPage(
                platforms.all(),
                new Own(tool.login(base), tool.launch(base), tool.keys(base), tool.root(base) + "/lti/register"),
                Guide.all(tool, base),
                keys.keys(),
                NOTICES.getOrDefault(done == null ? "" : done, "")));
    }

    @GET
    @Path("/new")
    public TemplateInstance ask() {
        return Templates.platform(new FormPage("/operator/platforms", PlatformForm.EMPTY, true), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> typed) {
        var operator = current.known();
        var form = form(typed);
        var errors = form.errors(guard);
        if (errors.isEmpty() && platforms.add(form).isEmpty()) {
            errors.add("client", TAKEN);
        }
        if (errors.isEmpty()) {
            log.write(operator, OperatorAct.PLATFORM_ADDED, form.name());
        }
        return errors.isEmpty() ? done("added") : refused("/operator/platforms", form, true, errors);
    }

    @POST
    @Path("/keys")
    public Response rotate() {
        log.write(current.known(), OperatorAct.KEYS_CHANGED, "");
        keys.rotate();
        return done("rotated");
    }

    @GET
    @Path("/{platform:\\d+}")
    public TemplateInstance edit(@RestPath long platform) {
        return Templates.platform(
                new FormPage(address(platform), PlatformForm.of(find(platform)), false), FormErrors.none());
    }

    @POST
    @Path("/{platform:\\d+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath long platform, MultivaluedMap<String, String> typed) {
        find(platform);
        var form = form(typed);
        var errors = form.errors(guard);
        if (errors.isEmpty() && !platforms.change(platform, form)) {
            errors.add("client", TAKEN);
        }
        if (errors.isEmpty()) {
            log.write(current.known(), OperatorAct.PLATFORM_CHANGED, form.name());
        }
        return errors.isEmpty() ? done("changed") : refused(address(platform), form, false, errors);
    }

    @POST
    @Path("/{platform:\\d+}/remove")
    public Response remove(@RestPath long platform) {
        log.write(current.known(), OperatorAct.PLATFORM_REMOVED, find(platform).name());
        platforms.remove(platform);
        return done("removed");
    }

    private Platform find(long platform) {
        return platforms.find(platform).orElseThrow(NotFoundException::new);
    }

    private static String address(long platform) {
        return "/operator/platforms/" + platform;
    }

    private static Response refused(String action, PlatformForm form, boolean isNew, FormErrors errors) {
        return Forms.refused(Templates.platform(new FormPage(action, form, isNew), errors), errors);
    }

    private Response done(String word) {
        frames.refresh();
        return Response.seeOther(URI.create("/operator/platforms?done=" + word)).build();
    }
}

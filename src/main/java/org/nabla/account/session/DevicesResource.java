package org.nabla.account.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;

/** Where somebody sees in which browsers they are signed in, and signs out in one that they do not have at hand. */
@RolesAllowed(Role.LEARNERS)
@Path("/account/devices")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DevicesResource {
    private static final Map<String, String> NOTICES = Map.of(
            "one", "Signed out there.",
            "gone", "This one had ended already.",
            "others", "You are signed out everywhere else.");

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance devices(List<DeviceRow> devices, String notice);
    }

    private final Devices devices;
    private final CurrentUser current;

    DevicesResource(Devices devices, CurrentUser current) {
        this.devices = devices;
        this.current = current;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done) {
        var user = current.known();
        return Templates.devices(
                devices.of(user).stream().map(DeviceRow::of).toList(),
                NOTICES.getOrDefault(done == null ? "" : done, ""));
    }

    @POST
    @Path("/{number:[1-9][0-9]{0,17}}/end")
    public Response end(@RestPath long number) {
        return done(devices.end(current.known(), number) ? "one" : "gone");
    }

    @POST
    @Path("/end-others")
    public Response endOthers() {
        devices.endOthers(current.known());
        return done("others");
    }

    private static Response done(String word) {
        return Response.seeOther(URI.create("/account/devices?done=" + word)).build();
    }
}

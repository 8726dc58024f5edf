package org.nabla.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.web.Page;

/** Where somebody sees in which browsers they are signed in, and signs out in one that they do not have at hand. */
@Path("/account/devices")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DevicesResource {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US).withZone(ZoneOffset.UTC);
    private static final Map<String, String> NOTICES = Map.of(
            "one", "Signed out there.",
            "gone", "This one had ended already.",
            "others", "You are signed out everywhere else.");

    /** A line of the page. */
    record Row(
            long number, String browser, Instant since, String sinceDay, Instant seen, String seenDay, boolean here) {
        static Row of(Devices.Device device) {
            return new Row(
                    device.number(),
                    device.browser(),
                    device.since(),
                    DAY.format(device.since()),
                    device.seen(),
                    DAY.format(device.seen()),
                    device.here());
        }
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance devices(List<Row> devices, String notice);
    }

    private final Devices devices;
    private final CurrentUser current;
    private final Page page;

    DevicesResource(Devices devices, CurrentUser current, Page page) {
        this.devices = devices;
        this.current = current;
        this.page = page;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done) {
        var user = current.signedIn(page);
        return Templates.devices(
                devices.of(user).stream().map(Row::of).toList(), NOTICES.getOrDefault(done == null ? "" : done, ""));
    }

    @POST
    @Path("/{number:[1-9][0-9]{0,17}}/end")
    public Response end(@RestPath long number) {
        return done(devices.end(current.signedIn("/account/devices"), number) ? "one" : "gone");
    }

    @POST
    @Path("/end-others")
    public Response endOthers() {
        devices.endOthers(current.signedIn("/account/devices"));
        return done("others");
    }

    private static Response done(String word) {
        return Response.seeOther(URI.create("/account/devices?done=" + word)).build();
    }
}

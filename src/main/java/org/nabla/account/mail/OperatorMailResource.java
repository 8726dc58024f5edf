package org.nabla.account.mail;

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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.mail.MailSettings;

/** Where whoever runs the site sees which letters did not arrive, and why. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/mail")
@Blocking
@Produces(MediaType.TEXT_HTML)
class OperatorMailResource {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);
    private static final Map<String, String> NOTICES = Map.of(
            "again", "It is sent again within a minute.",
            "dropped", "Thrown away.",
            "gone", "This letter is not among those that did not arrive any more.");

    /** A letter that did not arrive. @param next when it is tried again; empty where it is given up */
    record Row(long id, String what, String to, int attempts, String since, String why, String next, boolean again) {
        static Row of(MailQueue.Trouble trouble) {
            return new Row(
                    trouble.id(),
                    trouble.what(),
                    trouble.to(),
                    trouble.attempts(),
                    words(trouble.since()),
                    trouble.why(),
                    trouble.next().map(OperatorMailResource::words).orElse(""),
                    trouble.again());
        }
    }

    record QueuePage(boolean on, MailQueue.State state, String last, List<Row> rows, String notice) {}

    @CheckedTemplate(basePath = "account/mail")
    static class Templates {
        static native TemplateInstance queue(QueuePage page);
    }

    private final MailQueue queue;
    private final MailSettings settings;
    private final Clock clock;

    OperatorMailResource(MailQueue queue, MailSettings settings, Clock clock) {
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done) {
        var state = queue.state();
        return Templates.queue(new QueuePage(
                settings.isOn(),
                state,
                state.lastSent().map(OperatorMailResource::words).orElse(""),
                queue.troubles().stream().map(Row::of).toList(),
                NOTICES.getOrDefault(done == null ? "" : done, "")));
    }

    @POST
    @Path("/{letter:[1-9][0-9]{0,17}}/again")
    public Response again(@RestPath long letter) {
        return done(queue.again(letter, clock.instant()) ? "again" : "gone");
    }

    @POST
    @Path("/{letter:[1-9][0-9]{0,17}}/drop")
    public Response drop(@RestPath long letter) {
        return done(queue.drop(letter) ? "dropped" : "gone");
    }

    private static String words(Instant time) {
        return TIME.format(time);
    }

    private static Response done(String word) {
        return Response.seeOther(URI.create("/operator/mail?done=" + word)).build();
    }
}

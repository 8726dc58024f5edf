package org.nabla.classroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.Throttle;
import org.nabla.account.session.CurrentUser;
import org.nabla.classroom.JoinCode;
import org.nabla.classroom.people.JoinService.Found;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.page.Page;

/** The door of a course: for a code that was typed, and for the link that stands for it. */
@Path("/join")
@Blocking
@Produces(MediaType.TEXT_HTML)
class JoinResource {

    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance join(Found.Door door, String address, boolean signedIn);

        static native TemplateInstance joinCode(String code, FormErrors errors);
    }

    private final ClientAddress client;
    private final JoinService joining;
    private final CurrentUser current;
    private final Page page;

    JoinResource(JoinService joining, CurrentUser current, Page page, ClientAddress client) {
        this.client = client;
        this.joining = joining;
        this.current = current;
        this.page = page;
    }

    @GET
    public TemplateInstance ask() {
        return Templates.joinCode("", FormErrors.none());
    }

    @POST
    public Response typed(@RestForm @DefaultValue("") String code, @Context HttpServerRequest request) {
        return look(code, request, true);
    }

    @GET
    @Path("/{code}")
    public Response show(@RestPath String code, @Context HttpServerRequest request) {
        return look(code, request, false);
    }

    @POST
    @Path("/{code}")
    public Response join(@RestPath String code, @Context HttpServerRequest request) {
        var user = current.signedIn(page);
        var found = joining.find(code, client.of(request));
        if (!(found instanceof Found.Door door)) {
            return refused(found, code);
        }
        joining.join(door, user);
        return Response.seeOther(URI.create("/courses/" + door.course() + "?joined=yes"))
                .build();
    }

    private Response look(String code, HttpServerRequest request, boolean redirect) {
        var found = joining.find(code, client.of(request));
        if (!(found instanceof Found.Door door)) {
            return refused(found, code);
        }
        var address = JoinCode.parse(code).orElseThrow().address();
        if (redirect) {
            return Response.seeOther(URI.create(address)).build();
        }
        var inside = current.isSignedIn()
                && current.id().flatMap(user -> joining.seat(door, user)).isPresent();
        return inside
                ? Response.seeOther(URI.create("/courses/" + door.course())).build()
                : Response.ok(Templates.join(door, address, current.isSignedIn()))
                        .build();
    }

    private static Response refused(Found found, String code) {
        var errors = found instanceof Found.Wait wait
                ? FormErrors.of("wait", Throttle.waitFor(wait.duration()))
                : FormErrors.of(
                        "code",
                        "This code opens no course. Check it letter by letter; if it is right, it has run out: ask"
                                + " for a new one.");
        return Forms.refused(Templates.joinCode(code.length() <= 40 ? code : "", errors), errors);
    }
}

package org.nabla.authoring;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.Role;
import org.nabla.account.session.CurrentUser;
import org.nabla.authoring.template.OwnTemplate;
import org.nabla.classroom.CourseNumber;

/** With whom a template is shared, and its end. */
@RolesAllowed(Role.TEACHERS)
@Path("/templates")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ShareResource {

    private final TemplateService service;
    private final CurrentUser current;

    ShareResource(TemplateService service, CurrentUser current) {
        this.service = service;
        this.current = current;
    }

    @POST
    @Path("/{id}/share")
    public Response share(@RestPath String id, @RestForm @DefaultValue("") String course) {
        var template = own(id);
        return done(template, service.share(template, number(course)), "shared");
    }

    @POST
    @Path("/{id}/unshare")
    public Response unshare(@RestPath String id, @RestForm @DefaultValue("") String course) {
        service.unshare(own(id), number(course));
        return EditorResource.done(id, "unshared");
    }

    @POST
    @Path("/{id}/everyone")
    public Response everyone(@RestPath String id, @RestForm @DefaultValue("") String shared) {
        var template = own(id);
        if (shared.equals("no")) {
            service.keepFromOthers(template);
            return EditorResource.done(id, "private");
        }
        return done(template, service.shareWithAll(template), "everyone");
    }

    /** Gives the newest version to those who have the template. */
    @POST
    @Path("/{id}/publish")
    public Response publish(@RestPath String id) {
        var template = own(id);
        return done(template, service.publish(template), "published");
    }

    @POST
    @Path("/{id}/delete")
    public Response delete(@RestPath String id) {
        service.delete(own(id));
        return Response.seeOther(URI.create("/templates")).build();
    }

    /** What is not checked yet is checked now, so that the next try can succeed. */
    private Response done(OwnTemplate template, boolean done, String word) {
        if (!done) {
            service.check(template);
        }
        return EditorResource.done(template.id().value(), done ? word : "unchecked");
    }

    private OwnTemplate own(String id) {
        return service.own(current.known(), id);
    }

    private static long number(String course) {
        return CourseNumber.parse(course).orElseThrow(TemplateService::noSuchTemplate);
    }
}

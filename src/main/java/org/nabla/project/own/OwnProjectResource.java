package org.nabla.project.own;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.Role;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.TemplateError;
import org.nabla.project.shelf.Projects;

/** A teacher copies a project and changes its text; what passes the checks is what learners get. */
@RolesAllowed(Role.TEACHERS)
@Path("/projects/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class OwnProjectResource {
    private final OwnProjectService own;
    private final Projects projects;
    private final CurrentUser current;

    OwnProjectResource(OwnProjectService own, Projects projects, CurrentUser current) {
        this.own = own;
        this.projects = projects;
        this.current = current;
    }

    @CheckedTemplate(basePath = "project")
    static class Templates {
        static native TemplateInstance edit(Editor page);
    }

    /**
     * What the editor shows.
     *
     * @param checked whether the errors are those of this text
     * @param given the version that learners get; 0 for none
     */
    record Editor(String id, String yaml, boolean checked, List<TemplateError> errors, int given) {}

    @POST
    @Path("/copy")
    public Response copy(@RestPath String id) {
        var teacher = current.known();
        var plan = projects.find(id).orElseThrow(OwnProjectResource::none);
        return Response.seeOther(URI.create("/projects/" + own.copy(teacher, plan) + "/edit"))
                .build();
    }

    @GET
    @Path("/edit")
    public TemplateInstance edit(@RestPath String id) {
        var project = find(id);
        return Templates.edit(new Editor(id, project.draft(), false, List.of(), project.version()));
    }

    /** Saves whatever was typed, and gives it to learners where nothing is wrong with it. */
    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance save(@RestPath String id, @RestForm @DefaultValue("") String yaml) {
        var project = find(id);
        var saved = own.save(project, yaml);
        return Templates.edit(new Editor(id, saved.yaml(), true, saved.errors(), find(id).version()));
    }

    /** Only whoever wrote it. */
    private OwnProject find(String id) {
        var teacher = current.known();
        return own.find(id, teacher).orElseThrow(OwnProjectResource::none);
    }

    private static NotFoundException none() {
        return new NotFoundException("There is no such project.");
    }
}

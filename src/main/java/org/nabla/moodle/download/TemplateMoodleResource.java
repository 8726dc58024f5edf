package org.nabla.moodle.download;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.account.Role;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.Shelves;

/** The exercises of one template for Moodle, for whoever teaches and may practice it. */
@RolesAllowed(Role.TEACHERS)
@Path("/moodle/{template}")
@Blocking
class TemplateMoodleResource {
    private final ExerciseCatalogue catalogue;
    private final Shelves shelves;
    private final CurrentUser current;
    private final MoodleFiles files;

    TemplateMoodleResource(ExerciseCatalogue catalogue, Shelves shelves, CurrentUser current, MoodleFiles files) {
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.current = current;
        this.files = files;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@RestPath String template) {
        var found = find(template);
        return files.page(
                found.title(),
                "/moodle/" + found.id() + "/questions",
                "/practice/" + found.id(),
                found.title(),
                List.of(found.id()));
    }

    @GET
    @Path("/questions.xml")
    @Produces({MediaType.APPLICATION_XML, MediaType.TEXT_HTML})
    public Response file(@RestPath String template, @RestQuery @DefaultValue("") String count) {
        var found = find(template);
        return files.file(found.title(), found.id().value(), List.of(found.id()), count);
    }

    private ExerciseTemplate find(String template) {
        var user = current.known();
        return id(template)
                .flatMap(id -> catalogue.find(id).or(() -> own(id, user)))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<ExerciseTemplate> own(ExerciseId id, UserId teacher) {
        return shelves.mayPractise(id, Optional.of(teacher)) ? shelves.find(id) : Optional.empty();
    }

    private static Optional<ExerciseId> id(String text) {
        try {
            return Optional.of(new ExerciseId(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}

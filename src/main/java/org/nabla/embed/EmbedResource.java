package org.nabla.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.api.RateLimiter;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.address.SiteAddress;
import org.nabla.web.trouble.Refusal;

/** Exercises for the frames of other pages, the script by which these give them their height, and how it is done. */
@Path("/embed")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EmbedResource {

    @CheckedTemplate(basePath = "embed")
    static class Templates {
        static native TemplateInstance exercise(EmbedPage page);

        static native TemplateInstance guide(String site, boolean closed);
    }

    private final ExerciseCatalogue catalogue;
    private final ExerciseStore exercises;
    private final EmbedDesk desk;
    private final EmbedOrigins origins;
    private final RateLimiter limiter;
    private final ClientAddress client;
    private final SiteAddress site;
    private final RandomGenerator chance;

    EmbedResource(
            ExerciseCatalogue catalogue,
            ExerciseStore exercises,
            EmbedDesk desk,
            EmbedOrigins origins,
            RateLimiter limiter,
            ClientAddress client,
            SiteAddress site,
            RandomGenerator chance) {
        this.catalogue = catalogue;
        this.exercises = exercises;
        this.desk = desk;
        this.origins = origins;
        this.limiter = limiter;
        this.client = client;
        this.site = site;
        this.chance = chance;
    }

    @GET
    public TemplateInstance guide(@Context UriInfo asked) {
        return Templates.guide(site.root(asked.getRequestUri()), origins.isEmpty());
    }

    @GET
    @Path("/frame.js")
    @Produces("text/javascript")
    public Response script() {
        try (var in = Objects.requireNonNull(EmbedResource.class.getResourceAsStream("/embed/frame.js"))) {
            return Response.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .header("Cache-Control", "public, max-age=86400")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the exercises of a template, another one each time. */
    @GET
    @Path("/{template:[a-z0-9-]+}")
    public Response any(
            @RestPath String template, @RestQuery @DefaultValue("") String theme, @Context HttpServerRequest request) {
        admit(request);
        var found = template(template);
        var ready = exercises.ready(found.id()).stream()
                .filter(seed -> !seed.beyondPractice())
                .toList();
        var seed = ready.isEmpty() ? new Seed(chance.nextInt(Seed.COUNT)) : ready.get(chance.nextInt(ready.size()));
        return Response.seeOther(URI.create("/embed/" + found.id() + "/" + seed + EmbedDesk.query(theme)))
                .build();
    }

    @GET
    @Path("/{template:[a-z0-9-]+}/{seed:[0-9][0-9]?[0-9]?}")
    public TemplateInstance show(
            @RestPath String template,
            @RestPath int seed,
            @RestQuery @DefaultValue("") String theme,
            @Context HttpServerRequest request) {
        admit(request);
        return Templates.exercise(desk.fresh(find(template, seed), theme));
    }

    /** Checks, opens a hint or the worked way. Nothing is kept: what is open travels with the form. */
    @POST
    @Path("/{template:[a-z0-9-]+}/{seed:[0-9][0-9]?[0-9]?}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance check(
            @RestPath String template,
            @RestPath int seed,
            @RestQuery @DefaultValue("") String theme,
            MultivaluedMap<String, String> form,
            @Context HttpServerRequest request) {
        admit(request);
        return Templates.exercise(desk.checked(find(template, seed), theme, form));
    }

    private Exercise find(String template, int seed) {
        return exercises
                .find(template(template).id(), new Seed(seed))
                .map(StoredExercise::exercise)
                .orElseThrow(() -> Refusal.later(
                        "This exercise is not made yet",
                        "Come back in a moment, or take another one.",
                        10,
                        Optional.empty(),
                        ""));
    }

    /** Of the catalogue alone: what teachers write is for their learners. */
    private ExerciseTemplate template(String template) {
        return catalogue
                .find(new ExerciseId(template.replaceAll("-{2,}|^-|-$", "x")))
                .orElseThrow(() -> new Refusal(
                        Response.Status.NOT_FOUND,
                        "There is no such exercise",
                        "Perhaps its address was not copied whole. It ends in the name of a template and a number."));
    }

    private void admit(HttpServerRequest request) {
        limiter.admit(client.of(request)).ifPresent(wait -> {
            throw new Refusal(
                    Response.Status.TOO_MANY_REQUESTS,
                    "Too many at once",
                    "Many asked from where you are. Wait a moment, then try again.");
        });
    }
}

package org.nabla.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.math.AlgebraAwayException;
import org.nabla.web.address.ClientAddress;

/** Generated exercises for other programs, without their keys. */
@Path("/api/v1/exercises/{template}")
@Blocking
class ExerciseResource {

    private static final int KEPT = 1_000;

    /** In seconds: a worker of the algebra system is there again after some of them. */
    private static final int RETRY_AFTER = 10;

    private record Variant(ExerciseId template, Seed seed) {}

    private final ClientAddress client;
    private final ExerciseCatalogue catalogue;
    private final ExerciseGenerator generator;
    private final RateLimiter limiter;
    private final Cache<Variant, ExerciseAnswer> made =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    ExerciseResource(
            ExerciseCatalogue catalogue, ExerciseGenerator generator, RateLimiter limiter, ClientAddress client) {
        this.client = client;
        this.catalogue = catalogue;
        this.generator = generator;
        this.limiter = limiter;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
    @Operation(
            operationId = "generateExercise",
            summary = "Generate an exercise",
            description = "The same template and seed give the same exercise. The answer is not told.")
    @APIResponse(
            responseCode = "200",
            description = "The exercise: prose is text with mathematics as LaTeX between dollars.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExerciseAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "There is no such seed.",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such template.",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many requests; Retry-After says in how many seconds to come back.")
    @APIResponse(responseCode = "503", description = "The exercise could not be made now.")
    public Response exercise(
            @Parameter(description = "The id of a template.", example = "directional-derivative-at-a-point") @RestPath
                    String template,
            @Parameter(
                            description = "Which exercise of the template.",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999"))
                    @RestQuery
                    @Nullable
                    String seed,
            @Context HttpServerRequest request) {
        var wait = limiter.admit(client.of(request));
        if (wait.isPresent()) {
            return ProblemDocument.tooMany(wait.get());
        }
        var found = find(template);
        if (found.isEmpty()) {
            return ProblemDocument.response(404, "Not found", "There is no such template.", "template")
                    .build();
        }
        var number = seed(seed);
        if (number.isEmpty()) {
            var seeds = "The seed is a whole number from 0 to " + (Seed.COUNT - 1) + ".";
            return ProblemDocument.response(400, "Malformed request", seeds, "seed")
                    .build();
        }
        return answer(found.get(), number.get());
    }

    private Optional<ExerciseTemplate> find(String template) {
        try {
            return catalogue.find(new ExerciseId(template));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<Seed> seed(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,3}")
                ? Optional.of(new Seed(Integer.parseInt(text)))
                : Optional.empty();
    }

    private Response answer(ExerciseTemplate template, Seed seed) {
        var variant = new Variant(template.id(), seed);
        // Not get(key, loader): a loader that generates would lock its part of the cache for as long.
        var answer = made.getIfPresent(variant);
        if (answer == null) {
            try {
                answer = ExerciseAnswer.of(generator.generate(template, seed));
            } catch (AlgebraAwayException e) {
                return ProblemDocument.response(
                                503,
                                "Not now",
                                "This exercise is not made yet: come back in a moment, or try another seed.",
                                "seed")
                        .header("Retry-After", RETRY_AFTER)
                        .build();
            } catch (BrokenTemplateException e) {
                Log.errorf("variant %s cannot be made: %s", seed, e.getMessage());
                return ProblemDocument.response(
                                503, "Not now", "This exercise could not be made: try another seed.", "seed")
                        .build();
            }
            made.put(variant, answer);
        }
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }
}

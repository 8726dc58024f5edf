package org.nabla.api.course;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.nabla.api.ProblemDocument;

/**
 * Completes the description of the API: how a token is sent, what may be refused, and of each operation examples that run, in
 * curl and in Python, from {@code api/examples}. They stand under {@code x-codeSamples}, as tools that draw such descriptions
 * expect them.
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public class ApiDescription implements OASFilter {

    /** What operations for which a token is needed name. */
    static final String TOKEN = "token";

    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, String> REFUSALS = Map.of(
            "401", "There is no token, or none that works.",
            "403", "The token or the role of its owner in the course does not open this.",
            "404", "There is no such thing, or not for the owner of the token.",
            "429", "Too many requests; Retry-After says in how many seconds to come back.");

    private static final Map<String, String> REFUSALS_OF_WRITING = Map.of(
            "400", "The request is malformed; field names what is at fault.",
            "409", "The course is archived.",
            "422", "The request would make no sense; field names what is at fault.");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = Optional.ofNullable(api.getComponents()).orElseGet(OASFactory::createComponents);
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token that whoever teaches makes on the page /account/tokens."));
        api.setComponents(components);
        api.getInfo().setTitle("Nabla");
        api.getInfo()
                .setDescription(
                        "The checker and the exercises for everybody, and courses for those who teach them. Prose is text"
                                + " with mathematics as LaTeX between dollars.");
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ApiDescription::complete));
    }

    private static void complete(Operation operation) {
        var id = Optional.ofNullable(operation.getOperationId()).orElse("");
        file(id + ".sh")
                .ifPresent(curl -> operation.addExtension(
                        "x-codeSamples",
                        List.of(
                                Map.of("lang", "Shell", "label", "curl", "source", curl),
                                Map.of("lang", "Python", "label", "Python", "source", text(id + ".py")))));
        file(id + "-request.json")
                .ifPresent(request -> operation
                        .getRequestBody()
                        .getContent()
                        .getMediaTypes()
                        .values()
                        .forEach(type -> type.setExample(tree(request))));
        file(id + ".json").ifPresent(answer -> answered(operation).setExample(tree(answer)));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            REFUSALS.forEach((status, why) -> refuse(operation, status, why));
        }
        if (operation.getRequestBody() != null && operation.getSecurity() != null) {
            REFUSALS_OF_WRITING.forEach((status, why) -> refuse(operation, status, why));
        }
    }

    private static MediaType answered(Operation operation) {
        var response = operation.getResponses().getAPIResponse("200");
        var content = Optional.ofNullable(response.getContent()).orElseGet(OASFactory::createContent);
        response.setContent(content);
        content.removeMediaType(ProblemDocument.MEDIA_TYPE);
        return Optional.ofNullable(content.getMediaType(JSON)).orElseGet(() -> {
            var type = OASFactory.createMediaType();
            content.addMediaType(JSON, type);
            return type;
        });
    }

    private static void refuse(Operation operation, String status, String why) {
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(why)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                ProblemDocument.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("ProblemDocument")))));
    }

    private static Object tree(String json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example is no JSON", e);
        }
    }

    private static String text(String name) {
        return file(name).orElseThrow(() -> new IllegalStateException("there is no example " + name));
    }

    private static Optional<String> file(String name) {
        try (var in = ApiDescription.class.getResourceAsStream("/api/examples/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.nabla.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.grading.grader.Grader;
import org.nabla.web.address.ClientAddress;

/** The checker for other programs. */
@Path("/api/v1/check")
@Blocking
class CheckResource {

    private static final int KEYS = 2_000;
    private static final String EXAMPLE = """
            {"answer": {"kind": "expression", "value": "2*x*y", "variables": {"x": "real", "y": "positive"},
                        "decimals": 4, "form": "any",
                        "mistakes": [{"value": "2*x", "feedback": "The factor y is missing."}]},
             "response": "2xy"}""";

    private final ClientAddress client;
    private final Grader grader;
    private final RateLimiter limiter;
    private final ApiConfig config;
    /** A course asks for the same answer hundreds of times. */
    private final LoadingCache<AnswerSpec, AnswerKey.KeyReading> keys =
            Caffeine.newBuilder().maximumSize(KEYS).build(AnswerKey::of);

    CheckResource(Grader grader, RateLimiter limiter, ApiConfig config, ClientAddress client) {
        this.client = client;
        this.grader = grader;
        this.limiter = limiter;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
    @Operation(
            operationId = "checkResponse",
            summary = "Check a response",
            description =
                    "Compares what a learner typed with the answer that is expected, and names the mistake. An answer may"
                            + " say how exact it is (decimals: a count of digits, or exact), in which form it is asked (form), that it is a"
                            + " number out of a program (measured: true), and on which curve or surface alone it has to hold (on: an"
                            + " equation).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"answer", "response"}),
                            examples = @ExampleObject(name = "expression", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The verdict; also where the response cannot be read (INVALID) or decided (UNDECIDED).",
            content = @Content(schema = @Schema(implementation = CheckAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The request is malformed; field names what is at fault.",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "413", description = "The request is too large.")
    @APIResponse(
            responseCode = "429",
            description = "Too many requests; Retry-After says in how many seconds to come back.")
    public Response check(byte[] body, @Context HttpServerRequest request) {
        var wait = limiter.admit(client.of(request));
        if (wait.isPresent()) {
            return ProblemDocument.tooMany(wait.get());
        }
        if (body.length > config.largestRequest()) {
            var most = "At most " + config.largestRequest() + " bytes are read.";
            return ProblemDocument.response(413, "Too large", most, "").build();
        }
        try {
            var asked = CheckRequestReader.read(body);
            return Response.ok(answer(asked), MediaType.APPLICATION_JSON_TYPE).build();
        } catch (MalformedRequestException malformed) {
            return ProblemDocument.response(400, "Malformed request", malformed.sentence(), malformed.field())
                    .build();
        }
    }

    private CheckAnswer answer(CheckRequest asked) {
        var reading = keys.get(asked.answer());
        if (reading instanceof AnswerKey.KeyReading.Refused refused) {
            throw new MalformedRequestException(refused.field(), refused.message());
        }
        var key = ((AnswerKey.KeyReading.Read) reading).key();
        return CheckAnswer.of(grader.grade(key, asked.response()));
    }
}

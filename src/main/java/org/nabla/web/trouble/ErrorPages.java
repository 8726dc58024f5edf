package org.nabla.web.trouble;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.nabla.web.SecurityLog;
import org.nabla.web.form.SentForm;

/**
 * What is answered where something went wrong: a page that says what to do next, a piece of one where a script asked, and
 * to programs a problem as in RFC 9457.
 */
class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance error(int status, ErrorMessage words, String reference);

        static native TemplateInstance outage(ErrorMessage words, Optional<SentForm> form);

        static native TemplateInstance error$piece(ErrorMessage words, String reference);
    }

    /** A problem as programs read it. */
    record Problem(String type, String title, int status, String detail) {}

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    private final TurnedAway away;

    /** The body of an answer, and what kind of text it is. */
    private record Body(Object entity, MediaType type) {}

    private final RoomHealth room;

    ErrorPages(RoomHealth room, TurnedAway away) {
        this.room = room;
        this.away = away;
    }

    @ServerExceptionMapper
    Uni<Response> refused(WebApplicationException e, ContainerRequestContext request) {
        var response = e.getResponse();
        if (REFUSALS.contains(response.getStatus())) {
            SecurityLog.write(response.getStatus() + " for " + request.getMethod() + " "
                    + SecurityLog.path(request.getUriInfo().getPath()));
        }
        if (response.getStatus() < 400 || response.hasEntity()) {
            return Uni.createFrom().item(response); // a redirect is no error, and some have said all they want to say
        }
        var words = e instanceof Refusal refusal ? refusal.words() : ErrorMessage.of(response.getStatus());
        return whereBlockingIsAllowed(() -> answer(Response.fromResponse(response), request, words, ""));
    }

    /** A page that asks for a role was asked for by somebody who does not have it. */
    @ServerExceptionMapper({UnauthorizedException.class, ForbiddenException.class})
    Uni<Response> turnedAway(SecurityException e, ContainerRequestContext request, ResourceInfo page) {
        var method = page.getResourceMethod();
        var type = page.getResourceClass();
        var asked = Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .orElseGet(() -> type.getAnnotation(RolesAllowed.class));
        var roles = asked == null ? Set.<String>of() : Set.of(asked.value());
        // Many addresses to which a form is sent show nothing; the page on which it stands does.
        var own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        var root = type.getAnnotation(Path.class).value();
        var back = shows(type, own) || !shows(type, "") || root.contains("{")
                ? request.getUriInfo().getPath()
                : root;
        SecurityLog.write("turned away from " + request.getMethod() + " "
                + SecurityLog.path(request.getUriInfo().getPath()));
        return refused(away.from(roles, back), request);
    }

    private static boolean shows(Class<?> type, String path) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class))
                .map(method -> Optional.ofNullable(method.getAnnotation(Path.class))
                        .map(Path::value)
                        .orElse(""))
                .anyMatch(path::equals);
    }

    @ServerExceptionMapper
    Uni<Response> broke(Exception e, ContainerRequestContext request) {
        var outage = Outage.behind(e);
        if (outage.isPresent()) {
            // One line each: in an outage every request fails, and the reason is the same.
            LOG.warnf("%s %s: %s", request.getMethod(), request.getUriInfo().getPath(), outage.get());
            room.note(outage.get());
            return Uni.createFrom().item(unavailable(request, outage.get()));
        }
        // Whoever reports the error can name it, and the log has it.
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(
                e,
                "%s %s failed (%s)",
                request.getMethod(),
                request.getUriInfo().getPath(),
                reference);
        return whereBlockingIsAllowed(() -> answer(Response.serverError(), request, ErrorMessage.of(500), reference));
    }

    /** Filters refuse with an empty answer, the CSRF filter among them. */
    @ServerResponseFilter
    void fill(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            var body = body(request, response.getStatus(), ErrorMessage.of(response.getStatus()), "");
            response.setEntity(body.entity(), new Annotation[0], body.type());
        }
    }

    /** Asks the database nothing: not even who looks at the page. */
    private static Response unavailable(ContainerRequestContext request, Outage outage) {
        var response = Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isProgram(request) || request.getHeaderString("HX-Request") != null) {
            return answer(response, request, outage.words(), "");
        }
        return response.entity(
                        Templates.outage(outage.words(), SentForm.of(request)).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .build();
    }

    private static Response answer(
            Response.ResponseBuilder builder, ContainerRequestContext request, ErrorMessage words, String reference) {
        var body = body(request, builder.build().getStatus(), words, reference);
        return builder.entity(body.entity()).type(body.type()).build();
    }

    private static Body body(ContainerRequestContext request, int status, ErrorMessage words, String reference) {
        if (isProgram(request)) {
            return new Body(
                    new Problem("about:blank", words.title(), status, words.advice()),
                    new MediaType("application", "problem+json"));
        }
        var template = request.getHeaderString("HX-Request") == null
                ? Templates.error(status, words, reference)
                : Templates.error$piece(words, reference);
        return new Body(template.render(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
    }

    private static boolean isProgram(ContainerRequestContext request) {
        var accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        return request.getUriInfo().getPath().startsWith("/api/")
                || (accepted != null && accepted.contains("json") && !accepted.contains("html"));
    }

    /** The head of the page may have to ask the database who looks at it, which an event loop must not wait for. */
    private static Uni<Response> whereBlockingIsAllowed(Supplier<Response> answer) {
        var later = Uni.createFrom().item(answer);
        return BlockingOperationControl.isBlockingAllowed()
                ? later
                : later.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}

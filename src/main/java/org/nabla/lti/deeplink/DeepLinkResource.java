package org.nabla.lti.deeplink;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.CurrentUser;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.problemset.ProblemSetService;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.lti.ToolAddress;
import org.nabla.lti.outbox.MarkPost;
import org.nabla.lti.place.Contexts;
import org.nabla.lti.registration.PlatformForm;
import org.nabla.lti.registration.Platforms;
import org.nabla.web.FormErrors;
import org.nabla.web.Forms;
import org.nabla.web.Page;
import org.nabla.web.Refusal;

/** Where a teacher in a platform picks what a link there is to open: assignments and skills. */
@Path("/lti/deeplink/{token}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DeepLinkResource {
    private static final int MOST = 50;

    /** @param sets problem sets of the course, which become assignments before they can be picked */
    record PickPage(
            String action,
            String platform,
            Seat seat,
            boolean multiple,
            List<Assignment> assignments,
            List<ProblemSetService.Whole> sets,
            List<Area> areas) {}

    /** A form that goes to the platform. */
    record SendPage(String platform, String to, String message) {}

    @CheckedTemplate(basePath = "lti")
    static class Templates {
        static native TemplateInstance pick(PickPage page, FormErrors errors);

        static native TemplateInstance picked(SendPage page);
    }

    /** What is picked on one page. */
    private record Standing(Contexts.Context context, Seat seat, DeepLinks.Wish wish) {}

    private final DeepLinks links;
    private final DeepLinkAnswer answer;
    private final Contexts contexts;
    private final Platforms platforms;
    private final CourseAccess access;
    private final AssignmentService assignments;
    private final ProblemSetService sets;
    private final Curriculum curriculum;
    private final ToolAddress tool;
    private final CurrentUser current;
    private final Page page;
    private final CurrentVertxRequest request;

    DeepLinkResource(
            DeepLinks links,
            DeepLinkAnswer answer,
            Contexts contexts,
            Platforms platforms,
            CourseAccess access,
            AssignmentService assignments,
            ProblemSetService sets,
            Curriculum curriculum,
            ToolAddress tool,
            CurrentUser current,
            Page page,
            CurrentVertxRequest request) {
        this.links = links;
        this.answer = answer;
        this.contexts = contexts;
        this.platforms = platforms;
        this.access = access;
        this.assignments = assignments;
        this.sets = sets;
        this.curriculum = curriculum;
        this.tool = tool;
        this.current = current;
        this.page = page;
        this.request = request;
    }

    @GET
    public TemplateInstance show(@RestPath String token) {
        return page(token, standing(token), FormErrors.none());
    }

    /** @param what numbers of assignments, {@code a3}, and identifiers of skills, {@code sDF17} */
    @POST
    public Response send(@RestPath String token, @RestForm List<String> what, @Context UriInfo uri) {
        var standing = standing(token);
        var root = tool.root(uri.getBaseUri());
        var items = new ArrayList<Map<String, Object>>();
        for (var picked : Objects.requireNonNullElse(what, List.<String>of())) {
            item(standing, picked, root).ifPresent(items::add);
        }
        var errors = FormErrors.none();
        if (items.isEmpty()) {
            errors.add("what", "Pick at least one.");
        } else if (items.size() > (standing.wish().multiple() ? MOST : 1)) {
            errors.add(
                    "what",
                    standing.wish().multiple()
                            ? "Pick at most " + MOST + " at once."
                            : "The platform takes one link here. Pick only one.");
        }
        if (!errors.isEmpty()) {
            return Forms.refused(page(token, standing, errors), errors);
        }
        var context = standing.context();
        var platform = platforms.find(context.platform()).orElseThrow(DeepLinkResource::gone);
        if (!links.end(token)) {
            throw gone();
        }
        var message = answer.write(platform, context.deployment(), standing.wish(), items);
        allow(request.getCurrent(), standing.wish().returnUrl());
        return Response.ok(Templates.picked(
                        new SendPage(platform.name(), standing.wish().returnUrl(), message)))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The form of this one page goes to another site. */
    private static void allow(RoutingContext routing, String to) {
        PlatformForm.origin(to).ifPresent(origin -> {
            var name = "Content-Security-Policy";
            var policy = routing.response().headers().get(name);
            if (policy != null) {
                routing.response()
                        .putHeader(name, policy.replace("form-action 'self'", "form-action 'self' " + origin));
            }
        });
    }

    private java.util.Optional<Map<String, Object>> item(Standing standing, String picked, String root) {
        if (picked.startsWith("s")) {
            return curriculum.skill(picked.substring(1)).map(skill -> skill(skill, root));
        }
        return assignments.of(standing.seat().course()).stream()
                .filter(a -> picked.equals("a" + a.number()))
                .findFirst()
                .map(a -> assignment(standing, a, root));
    }

    private static Map<String, Object> link(String title, String url) {
        var item = new LinkedHashMap<String, Object>();
        item.put("type", "ltiResourceLink");
        item.put("title", title);
        item.put("url", url);
        return item;
    }

    private static Map<String, Object> skill(Skill skill, String root) {
        var item = link(skill.name(), root + skill.address());
        item.put("text", skill.what());
        return item;
    }

    private static Map<String, Object> assignment(Standing standing, Assignment assignment, String root) {
        var item = link(assignment.title(), root + assignment.address());
        if (standing.wish().lineItems() && assignment.points() > 0) {
            item.put(
                    "lineItem",
                    Map.of(
                            "scoreMaximum", assignment.points(),
                            "label", assignment.title(),
                            "resourceId", MarkPost.resource(assignment.id())));
            item.put(
                    "submission",
                    Map.of("endDateTime", assignment.rules().dueAt().toString()));
        }
        return item;
    }

    private TemplateInstance page(String token, Standing standing, FormErrors errors) {
        var seat = standing.seat();
        return Templates.pick(
                new PickPage(
                        "/lti/deeplink/" + token,
                        standing.context().platformName(),
                        seat,
                        standing.wish().multiple(),
                        assignments.of(seat.course()),
                        sets.of(seat),
                        curriculum.areas()),
                errors);
    }

    private Standing standing(String token) {
        var picking = links.find(token, current.signedIn(page)).orElseThrow(DeepLinkResource::gone);
        var context = contexts.find(picking.context()).orElseThrow(DeepLinkResource::gone);
        var course = context.course().orElseThrow(DeepLinkResource::gone);
        return new Standing(context, access.teacher(String.valueOf(course)), picking.wish());
    }

    private static Refusal gone() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is nothing to pick here",
                "It was picked already, or more than an hour ago. Begin again in your course.");
    }
}

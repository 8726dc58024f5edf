package org.nabla.gradebook.regrading;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.gradebook.marks.GradebookPage;

/** What corrected exercises change in the marks of a course: a list first, then the deed. */
@Path("/courses/{course}/gradebook/corrections")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RegradingResource {

    /** @param fingerprint names the list, so that what is applied is what was seen */
    record Shown(Seat seat, List<Row> changes, int same, int otherQuestion, String fingerprint, String notice) {}

    record Row(String learner, String assignment, String exercise, String before, String after, boolean up) {}

    @CheckedTemplate(basePath = "gradebook")
    static class Templates {
        static native TemplateInstance corrections(Shown page);
    }

    private final CourseAccess access;
    private final RegradingService regrading;
    private final CoursePeople people;
    private final AssignmentService assignments;

    RegradingResource(
            CourseAccess access, RegradingService regrading, CoursePeople people, AssignmentService assignments) {
        this.access = access;
        this.regrading = regrading;
        this.people = people;
        this.assignments = assignments;
    }

    @GET
    public TemplateInstance preview(@RestPath String course, @RestQuery @Nullable String done) {
        var seat = access.teacher(course);
        return page(seat, regrading.preview(seat), "yes".equals(done) ? "The marks are computed anew." : "");
    }

    @POST
    public Response apply(@RestPath String course, @RestForm @DefaultValue("") String fingerprint) {
        var seat = access.teacher(course).inUse();
        if (regrading.apply(seat, fingerprint).isEmpty()) {
            var notice = "Something was answered meanwhile, so the list is another one now. Nothing was changed yet.";
            return Response.status(Response.Status.CONFLICT)
                    .entity(page(seat, regrading.preview(seat), notice))
                    .build();
        }
        return Response.seeOther(URI.create(seat.address() + "/gradebook/corrections?done=yes"))
                .build();
    }

    private TemplateInstance page(Seat seat, Regrading list, String notice) {
        var names = people.learners(seat.course()).stream().collect(Collectors.toMap(Enrolled::id, Enrolled::name));
        var titles =
                assignments.of(seat.course()).stream().collect(Collectors.toMap(Assignment::id, Assignment::title));
        return Templates.corrections(new Shown(
                seat,
                list.changes().stream()
                        .map(c -> new Row(
                                name(names, c.learner()),
                                Optional.ofNullable(titles.get(c.assignment())).orElse(""),
                                c.position() + ". " + c.corrected().title(),
                                GradebookPage.number(c.before()),
                                GradebookPage.number(c.after()),
                                c.after() > c.before()))
                        .toList(),
                list.same(),
                list.otherQuestion(),
                list.fingerprint(),
                notice));
    }

    private static String name(Map<UserId, String> names, UserId learner) {
        return names.getOrDefault(learner, "somebody who left");
    }
}

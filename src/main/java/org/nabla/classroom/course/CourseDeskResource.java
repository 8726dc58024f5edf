package org.nabla.classroom.course;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.account.Role;
import org.nabla.account.session.CurrentUser;
import org.nabla.classroom.CourseDesk;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Where whoever runs the site finds courses. What is in them is for their teachers. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CourseDeskResource {
    private static final int ROWS = 50;
    private static final int LONGEST_SEARCH = 100;

    /** The list. @param newer and older addresses of other parts of it; empty where there is none */
    record ListPage(String typed, List<CourseDesk.Row> rows, String newer, String older) {}

    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance allCourses(ListPage page);

        static native TemplateInstance oneOfAllCourses(
                CourseDesk.Row course, String login, boolean handed, FormErrors errors);
    }

    private final CourseDesk desk;
    private final CurrentUser current;

    CourseDeskResource(CourseDesk desk, CurrentUser current) {
        this.desk = desk;
        this.current = current;
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("0") String from) {
        var typed = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        var first = from.matches("[0-9]{1,7}") ? Integer.parseInt(from) : 0;
        var found = desk.find(typed, first, ROWS + 1);
        var address = "/operator/courses?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&from=";
        return Templates.allCourses(new ListPage(
                typed,
                found.stream().limit(ROWS).toList(),
                first == 0 ? "" : address + Math.max(0, first - ROWS),
                found.size() > ROWS ? address + (first + ROWS) : ""));
    }

    @GET
    @Path("/{course:\\d+}")
    public TemplateInstance show(@RestPath long course, @RestQuery @DefaultValue("") String done) {
        return Templates.oneOfAllCourses(find(course), "", done.equals("handed"), FormErrors.none());
    }

    @POST
    @Path("/{course:\\d+}/teacher")
    public Response handOver(@RestPath long course, @RestForm @DefaultValue("") String login) {
        var found = find(course);
        var objection = desk.handOver(current.known(), course, login);
        if (objection.isPresent()) {
            var errors = FormErrors.of("login", objection.get());
            return Forms.refused(Templates.oneOfAllCourses(found, login, false, errors), errors);
        }
        return Response.seeOther(URI.create("/operator/courses/" + course + "?done=handed"))
                .build();
    }

    private CourseDesk.Row find(long course) {
        return desk.find(course).orElseThrow(NotFoundException::new);
    }
}

package org.nabla.account.operator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.account.SignUpForm;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Where whoever runs the site says who may teach. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/teachers")
@Blocking
@Produces(MediaType.TEXT_HTML)
class OperatorTeachersResource {
    private static final Map<String, String> NOTICES = Map.of(
            "given", "This account may teach now. Tell its owner to look at the page Courses.",
            "taken", "This account opens no courses any more. The courses that it teaches stay as they are.");

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance teachers(
                List<Teachers.Teacher> teachers, String login, String notice, FormErrors errors);
    }

    private final Teachers teachers;
    private final OperatorLog log;
    private final CurrentUser current;

    OperatorTeachersResource(Teachers teachers, OperatorLog log, CurrentUser current) {
        this.teachers = teachers;
        this.log = log;
        this.current = current;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done) {
        return page("", NOTICES.getOrDefault(done == null ? "" : done, ""), FormErrors.none());
    }

    @POST
    @Transactional
    public Response give(@RestForm @DefaultValue("") String login) {
        var operator = current.known();
        var given = teachers.give(SignUpForm.normalLogin(login));
        if (given.isPresent()) {
            log.write(operator, OperatorAct.TEACHER_MADE, given.get(), "");
            return done("given");
        }
        var errors = FormErrors.of("login", "Nobody has this login. Whoever is to teach makes an account first.");
        return Forms.refused(page(login, "", errors), errors);
    }

    @POST
    @Path("/{teacher:[1-9][0-9]{0,17}}/end")
    @Transactional
    public Response takeBack(@RestPath long teacher) {
        var operator = current.known();
        if (!teachers.takeBack(new UserId(teacher))) {
            throw new NotFoundException();
        }
        log.write(operator, OperatorAct.TEACHER_ENDED, new UserId(teacher), "");
        return done("taken");
    }

    private TemplateInstance page(String login, String notice, FormErrors errors) {
        return Templates.teachers(teachers.all(), login, notice, errors);
    }

    private static Response done(String word) {
        return Response.seeOther(URI.create("/operator/teachers?done=" + word)).build();
    }
}

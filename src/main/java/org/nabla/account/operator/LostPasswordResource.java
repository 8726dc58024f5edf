package org.nabla.account.operator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.nabla.account.OperatorLogins;
import org.nabla.account.Role;
import org.nabla.account.SignUpForm;
import org.nabla.account.password.LostPasswords;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/**
 * Where whoever runs the site gives a one-time password to somebody who forgot theirs: the way back that needs no mail. For
 * everybody else there is no such page.
 */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/passwords")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LostPasswordResource {

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance lostPassword(String login, String name, String password, FormErrors errors);
    }

    private final LostPasswords lost;
    private final OperatorLogins operators;
    private final OperatorLog log;
    private final CurrentUser current;

    LostPasswordResource(LostPasswords lost, OperatorLogins operators, OperatorLog log, CurrentUser current) {
        this.log = log;
        this.lost = lost;
        this.operators = operators;
        this.current = current;
    }

    @GET
    public TemplateInstance show() {
        return Templates.lostPassword("", "", "", FormErrors.none());
    }

    @POST
    public Response give(@RestForm @DefaultValue("") String login, @RestForm @DefaultValue("") String telephone) {
        var typed = SignUpForm.normalLogin(login);
        if (operators.contains(typed)) {
            return refused(
                    login, "This is somebody who runs the site. Their password is changed on their own account page.");
        }
        return lost.replace(typed, !telephone.isEmpty())
                .map(given -> {
                    log.write(current.known(), OperatorAct.PASSWORD_RESET, given.user(), "");
                    return Response.ok(Templates.lostPassword(typed, given.name(), given.password(), FormErrors.none()))
                            .build();
                })
                .orElseGet(() ->
                        refused(login, "Nobody has this login. Ask for it once more: capital letters do not matter."));
    }

    private static Response refused(String login, String why) {
        var errors = FormErrors.of("login", why);
        return Forms.refused(Templates.lostPassword(login, "", "", errors), errors);
    }
}

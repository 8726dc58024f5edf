package org.nabla.account.operator;

import io.quarkus.arc.All;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.account.Role;
import org.nabla.account.SecondStep;
import org.nabla.account.UserFacts;
import org.nabla.account.UserId;
import org.nabla.account.password.LostPasswords;
import org.nabla.account.session.CurrentUser;
import org.nabla.account.session.DeviceRow;
import org.nabla.account.session.Devices;
import org.nabla.web.trouble.Refusal;

/** Where whoever runs the site finds somebody and helps them. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/users")
@Blocking
@Produces(MediaType.TEXT_HTML)
class UsersResource {
    private static final int ROWS = 50;
    private static final int LONGEST_SEARCH = 100;
    private static final int LINES = 10;
    private static final String ONE = "/{user:\\d+}";
    private static final Map<String, String> NOTICES = Map.of(
            "signed-out", "They are signed out wherever they were.",
            "second-step", "From now on their password is enough.",
            "closed", "The account is closed. They are signed out, and no door lets them in.",
            "opened", "The account is open again.",
            "teacher", "They may teach now.",
            "no-teacher", "They open no courses any more. The courses that they teach stay as they are.");

    /** The list. @param older and newer addresses of other parts of it; empty where there is none */
    record ListPage(String typed, Users.Kind kind, List<Users.Row> rows, String newer, String older) {}

    /** One of them. @param oneTime a password that is shown once; may be empty */
    record UserPage(
            Users.Profile user,
            List<DeviceRow> devices,
            List<UserFacts.Group> facts,
            List<OperatorLog.Line> log,
            boolean self,
            String notice,
            String oneTime) {}

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance users(ListPage page);

        static native TemplateInstance user(UserPage page);
    }

    private final Users users;
    private final Devices devices;
    private final LostPasswords lost;
    private final SecondStep secondStep;
    private final Teachers teachers;
    private final OperatorLog log;
    private final CurrentUser current;
    private final List<UserFacts> facts;

    UsersResource(
            Users users,
            Devices devices,
            LostPasswords lost,
            SecondStep secondStep,
            Teachers teachers,
            OperatorLog log,
            CurrentUser current,
            @All List<UserFacts> facts) {
        this.users = users;
        this.devices = devices;
        this.lost = lost;
        this.secondStep = secondStep;
        this.teachers = teachers;
        this.log = log;
        this.current = current;
        this.facts = facts;
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("0") String from) {
        var typed = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        var kind = Users.Kind.of(show);
        var first = from.matches("[0-9]{1,7}") ? Integer.parseInt(from) : 0;
        var found = users.find(typed, kind, first, ROWS + 1);
        var address = "/operator/users?show=" + kind.word() + "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)
                + "&from=";
        return Templates.users(new ListPage(
                typed,
                kind,
                found.stream().limit(ROWS).toList(),
                first == 0 ? "" : address + Math.max(0, first - ROWS),
                found.size() > ROWS ? address + (first + ROWS) : ""));
    }

    @GET
    @Path(ONE)
    public TemplateInstance show(@RestPath long user, @RestQuery @DefaultValue("") String done) {
        return page(find(user), NOTICES.getOrDefault(done, ""), "");
    }

    @POST
    @Path(ONE + "/password")
    public TemplateInstance password(@RestPath long user) {
        var found = find(user);
        if (found.operator()) {
            throw refused("Whoever runs the site changes their password on their own account page.");
        }
        var given = lost.replace(found.login(), false).orElseThrow(NotFoundException::new);
        log.write(current.known(), OperatorAct.PASSWORD_RESET, found.id(), "");
        return page(find(user), "", given.password());
    }

    @POST
    @Path(ONE + "/sign-out")
    @Transactional
    public Response signOut(@RestPath long user) {
        var found = find(user);
        users.signOut(found.id());
        return done(found, OperatorAct.SIGNED_OUT, "signed-out");
    }

    @POST
    @Path(ONE + "/second-step")
    @Transactional
    public Response secondStep(@RestPath long user) {
        var found = find(user);
        secondStep.forget(found.id());
        return done(found, OperatorAct.SECOND_STEP_REMOVED, "second-step");
    }

    @POST
    @Path(ONE + "/close")
    @Transactional
    public Response close(@RestPath long user) {
        var found = find(user);
        users.disable(current.known(), found.id()).ifPresent(why -> {
            throw refused(why);
        });
        return done(found, OperatorAct.DISABLED, "closed");
    }

    @POST
    @Path(ONE + "/open")
    @Transactional
    public Response open(@RestPath long user) {
        var found = find(user);
        users.enable(found.id());
        return done(found, OperatorAct.ENABLED, "opened");
    }

    /** @param teaches whether they are to teach from now on */
    @POST
    @Path(ONE + "/teaching")
    @Transactional
    public Response teaching(@RestPath long user, @RestForm @DefaultValue("") String teaches) {
        var found = find(user);
        if (teaches.isEmpty()) {
            teachers.takeBack(found.id());
            return done(found, OperatorAct.TEACHER_ENDED, "no-teacher");
        }
        teachers.becomes(found.id());
        return done(found, OperatorAct.TEACHER_MADE, "teacher");
    }

    private Users.Profile find(long user) {
        return users.profile(new UserId(user)).orElseThrow(NotFoundException::new);
    }

    private Response done(Users.Profile found, OperatorAct act, String word) {
        log.write(current.known(), act, found.id(), "");
        return Response.seeOther(URI.create("/operator/users/" + found.id().value() + "?done=" + word))
                .build();
    }

    private TemplateInstance page(Users.Profile user, String notice, String oneTime) {
        return Templates.user(new UserPage(
                user,
                devices.of(user.id()).stream().map(DeviceRow::of).toList(),
                facts.stream().map(feature -> feature.of(user.id())).toList(),
                log.newest(OperatorLog.Wish.about(user.id()), LINES),
                current.known().equals(user.id()),
                notice,
                oneTime));
    }

    private static Refusal refused(String why) {
        return new Refusal(Response.Status.CONFLICT, "This was not done", why);
    }
}

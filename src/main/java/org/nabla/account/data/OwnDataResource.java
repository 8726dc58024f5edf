package org.nabla.account.data;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.UserId;
import org.nabla.account.own.AccountRemoval;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.form.FormErrors;
import org.nabla.web.trouble.Refusal;

/** Own data: what there is, all of it in one file, and its deletion. Guests have the same rights. */
@Path("/account")
@Blocking
@Produces(MediaType.TEXT_HTML)
class OwnDataResource {

    private static final int UNPROCESSABLE = 422;

    /**
     * What is asked before everything is deleted.
     *
     * @param consequences in sentences, beside the kinds of data
     */
    record Farewell(List<DataService.Kept> kept, List<String> consequences, boolean guest, boolean byPassword) {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ownData(List<DataService.Kept> kept, boolean guest);

        static native TemplateInstance delete(Farewell page, FormErrors errors);

        static native TemplateInstance deleted();
    }

    private final DataService data;
    private final Export export;
    private final AccountRemoval accounts;
    private final CurrentUser current;
    private final Throttle throttle;
    private final Clock clock;

    OwnDataResource(
            DataService data,
            Export export,
            AccountRemoval accounts,
            CurrentUser current,
            Throttle throttle,
            Clock clock) {
        this.data = data;
        this.export = export;
        this.accounts = accounts;
        this.current = current;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GET
    @Path("/data")
    public TemplateInstance show() {
        return Templates.ownData(current.id().map(data::kept).orElse(List.of()), current.isGuest());
    }

    @GET
    @Path("/export")
    @Produces(MediaType.WILDCARD)
    public Response export() throws IOException {
        var user = current.id();
        if (user.isEmpty()) {
            return to("/account/data");
        }
        throttle.attempt(Subject.EXPORT, user.get().toString()).ifPresent(wait -> {
            throw new Refusal(
                    Response.Status.TOO_MANY_REQUESTS, "You had this several times just now", Throttle.waitFor(wait));
        });
        var file = export.write(user.get());
        var size = Files.size(file);
        return Response.ok(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), "application/zip")
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"nabla-" + LocalDate.now(clock) + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/delete")
    public Response ask() {
        return current.id()
                .map(user -> Response.ok(Templates.delete(farewell(user), FormErrors.none()))
                        .build())
                .orElseGet(() -> to("/account/data"));
    }

    @POST
    @Path("/delete")
    public Response delete(@RestForm @DefaultValue("") String password, @RestForm @DefaultValue("") String sure) {
        var user = current.id();
        if (user.isEmpty()) {
            return to("/account/data");
        }
        var errors = accounts.confirm(user.get(), password, !sure.isEmpty());
        if (!errors.isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.delete(farewell(user.get()), errors))
                    .build();
        }
        data.delete(user.get());
        return to("/account/deleted");
    }

    @GET
    @Path("/deleted")
    public TemplateInstance deleted() {
        return Templates.deleted();
    }

    private Farewell farewell(UserId user) {
        return new Farewell(
                data.kept(user).stream().filter(kept -> kept.lines() > 0).toList(),
                data.consequences(user),
                current.isGuest(),
                accounts.hasPassword(user));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}

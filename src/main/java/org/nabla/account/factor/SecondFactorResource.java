package org.nabla.account.factor;

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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.account.UserId;
import org.nabla.account.door.CodeCheck;
import org.nabla.account.password.OwnerCheck;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Where somebody asks that their password alone lets nobody in, and where they end it. */
@RolesAllowed(Role.LEARNERS)
@Path("/account/second-step")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SecondFactorResource {
    private static final String ADDRESS = "/account/second-step";
    private static final String NOT_YET =
            "This is not the code that your telephone should show now. Check that its clock is right,"
                    + " and type the newest one.";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US).withZone(ZoneOffset.UTC);

    /** What a telephone is told: by a picture, by a link on the telephone itself, or by hand. */
    record Setup(String key, String link, QrCode picture) {}

    /** Since when it is on, and how many codes on paper are left. */
    record On(Instant since, String day, long paperLeft) {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance secondStep(
                @Nullable On on, @Nullable Setup setup, String notice, FormErrors errors);

        static native TemplateInstance recoveryCodes(List<String> codes, boolean first);
    }

    private final SecondFactors factors;
    private final OwnerCheck owner;
    private final CurrentUser current;
    private final CodeCheck codes;

    SecondFactorResource(SecondFactors factors, OwnerCheck owner, CurrentUser current, CodeCheck codes) {
        this.factors = factors;
        this.owner = owner;
        this.current = current;
        this.codes = codes;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done) {
        return page(
                current.known(),
                "ended".equals(done) ? "It is off. Your password alone lets you in." : "",
                FormErrors.none());
    }

    @POST
    @Path("/begin")
    public Response begin(@RestForm @DefaultValue("") String password) {
        var user = current.known();
        var errors = owner.password(user, password);
        if (!errors.isEmpty()) {
            return Forms.refused(page(user, "", errors), errors);
        }
        factors.begin(user);
        return Response.seeOther(URI.create(ADDRESS)).build();
    }

    @POST
    @Path("/confirm")
    public Response confirm(@RestForm @DefaultValue("") String code) {
        var user = current.known();
        var paper = new ArrayList<String>();
        var errors = codes.attempt(user, () -> {
            var confirmed = factors.confirm(user, code);
            confirmed.ifPresent(paper::addAll);
            return confirmed.isPresent() ? Optional.empty() : Optional.of(NOT_YET);
        });
        return errors.isEmpty()
                ? Response.ok(Templates.recoveryCodes(paper, true)).build()
                : Forms.refused(page(user, "", errors), errors);
    }

    @POST
    @Path("/codes")
    public Response newCodes(@RestForm @DefaultValue("") String code) {
        var user = current.known();
        var errors = codes.take(user, code);
        return errors.isEmpty()
                ? Response.ok(Templates.recoveryCodes(factors.newPaper(user), false))
                        .build()
                : Forms.refused(page(user, "", errors), errors);
    }

    @POST
    @Path("/end")
    public Response end(@RestForm @DefaultValue("") String code) {
        var user = current.known();
        var errors = codes.take(user, code);
        if (!errors.isEmpty()) {
            return Forms.refused(page(user, "", errors), errors);
        }
        factors.forget(user);
        return Response.seeOther(URI.create(ADDRESS + "?done=ended")).build();
    }

    private TemplateInstance page(UserId user, String notice, FormErrors errors) {
        var factor = factors.of(user);
        var since = factor.flatMap(SecondFactor::confirmedAt);
        return Templates.secondStep(
                since.map(day -> new On(day, DAY.format(day), factors.paperLeft(user)))
                        .orElse(null),
                factor.filter(found -> since.isEmpty())
                        .map(found -> setup(owner.login(user), found.secret()))
                        .orElse(null),
                notice,
                errors);
    }

    private static Setup setup(String login, byte[] secret) {
        var key = new Base32().encodeAsString(secret);
        var link = "otpauth://totp/Nabla:"
                + URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + key
                + "&issuer=Nabla";
        return new Setup(key.replaceAll("(.{4})(?!$)", "$1 "), link, QrCode.of(link));
    }
}

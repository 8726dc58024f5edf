package org.nabla.account.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.mail.MailSettings;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.form.TimeZones;

/** Where somebody sees whether mail reaches them, and says for what it is to come. Where the site sends none there is no such page. */
@Path("/account/mail")
@Blocking
@Produces(MediaType.TEXT_HTML)
class MailResource {
    private static final String ADDRESS = "/account/mail";
    private static final Map<String, String> NOTICES = Map.of(
            "saved", "Saved.",
            "sent",
                    "A letter is on its way. Open the link in it. Nothing there after some minutes? Look in the spam folder.");

    /** A box to tick. */
    record Box(String name, String label, boolean ticked) {
        static Box of(NoticeKind kind, Set<NoticeKind> wanted) {
            return new Box(kind.name(), kind.choice(), wanted.contains(kind));
        }
    }

    /** @param zone empty where they never said */
    record MailPage(
            Contacts.Contact contact, List<Box> boxes, String zone, List<TimeZones.Group> zones, String notice) {}

    @CheckedTemplate(basePath = "account/mail")
    static class Templates {
        static native TemplateInstance mail(MailPage page, FormErrors errors);
    }

    private final Contacts contacts;
    private final Confirmation confirmation;
    private final Choices choices;
    private final Notices notices;
    private final CurrentUser current;
    private final MailSettings settings;
    private final Clock clock;

    MailResource(
            Contacts contacts,
            Confirmation confirmation,
            Choices choices,
            Notices notices,
            CurrentUser current,
            MailSettings settings,
            Clock clock) {
        this.contacts = contacts;
        this.confirmation = confirmation;
        this.choices = choices;
        this.notices = notices;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done) {
        return page(owner(), NOTICES.getOrDefault(done == null ? "" : done, ""), FormErrors.none());
    }

    /** Sends the letter that confirms the address, once more where it got lost. */
    @POST
    @Path("/confirm")
    public Response confirm() {
        var user = owner();
        var errors = FormErrors.none().add("email", confirmation.ask(user));
        return errors.isEmpty()
                ? Response.seeOther(URI.create(ADDRESS + "?done=sent")).build()
                : Forms.refused(page(user, "", errors), errors);
    }

    /** Says for what mail is to come. What is not ticked does not come. */
    @POST
    @Path("/notices")
    public Response choose(@RestForm("kind") List<String> kinds, @RestForm @DefaultValue("") String zone) {
        var user = owner();
        var wanted = Arrays.stream(NoticeKind.values())
                .filter(kind -> kinds.contains(kind.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeKind.class)));
        if (!contacts.of(user).confirmed()) {
            return refused(user, wanted, zone, "notices", "Confirm your address first.");
        }
        if (!wanted.isEmpty() && !TimeZones.ids().contains(zone)) {
            return refused(user, wanted, zone, "zone", "Choose where you are, so that it comes in the morning.");
        }
        notices.choose(
                user, wanted, TimeZones.ids().contains(zone) ? ZoneId.of(zone) : ZoneOffset.UTC, clock.instant());
        return Response.seeOther(URI.create(ADDRESS + "?done=saved")).build();
    }

    private Response refused(UserId user, Set<NoticeKind> wanted, String zone, String field, String why) {
        var errors = FormErrors.of(field, why);
        return Forms.refused(page(user, wanted, zone, "", errors), errors);
    }

    private TemplateInstance page(UserId user, String notice, FormErrors errors) {
        var wanted = choices.of(user);
        return page(user, wanted, wanted.isEmpty() ? "" : contacts.zone(user).getId(), notice, errors);
    }

    private TemplateInstance page(UserId user, Set<NoticeKind> wanted, String zone, String notice, FormErrors errors) {
        var boxes = Arrays.stream(NoticeKind.values())
                .map(kind -> Box.of(kind, wanted))
                .toList();
        return Templates.mail(new MailPage(contacts.of(user), boxes, zone, TimeZones.groups(), notice), errors);
    }

    private UserId owner() {
        if (!settings.isOn()) {
            throw new NotFoundException("There is no such page.");
        }
        return current.signedIn(ADDRESS);
    }
}

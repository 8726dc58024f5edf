package org.nabla.lti.launch;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.account.UserId;
import org.nabla.account.door.SignOn;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.lti.deeplink.DeepLinks;
import org.nabla.lti.outbox.MarkPost;
import org.nabla.lti.people.PlatformIdentities;
import org.nabla.lti.place.Contexts;
import org.nabla.lti.place.Contexts.Context;
import org.nabla.lti.place.Seating;
import org.nabla.web.address.OwnAddress;

/** Lets in whoever a platform vouches for, and says on which page they stand. */
@Singleton
class Arrival {
    private static final Pattern ASSIGNMENT = Pattern.compile("/courses/([1-9]\\d{0,17})/assignments/([1-9]\\d{0,8})");

    private final PlatformIdentities identities;
    private final Contexts contexts;
    private final Seating seating;
    private final SignOn signOn;
    private final AssignmentService assignments;
    private final MarkPost marks;
    private final DeepLinks deepLinks;

    Arrival(
            PlatformIdentities identities,
            Contexts contexts,
            Seating seating,
            SignOn signOn,
            AssignmentService assignments,
            MarkPost marks,
            DeepLinks deepLinks) {
        this.identities = identities;
        this.contexts = contexts;
        this.seating = seating;
        this.signOn = signOn;
        this.assignments = assignments;
        this.marks = marks;
        this.deepLinks = deepLinks;
    }

    /** @return the address of a page of this site */
    @Transactional
    OwnAddress of(Launch launch) {
        var context = launch.context().map(c -> see(launch, c));
        var page = page(launch.target());
        if (launch.subject().isEmpty()) {
            return anonymous(page);
        }
        var subject = launch.subject().get();
        var issuer = launch.platform().issuer();
        var user = identities.of(issuer, subject, launch.name());
        identities.seen(issuer, subject);
        if (launch.roles().teaches() || launch.roles().learns()) {
            context.ifPresent(c -> seating.take(c, user, subject, launch.roles().teaches()));
        }
        signOn.enter(user);
        context.ifPresent(c -> noteColumn(launch, c, page));
        if (launch.deepLinking().isPresent()) {
            return picking(launch, launch.deepLinking().get(), context, user);
        }
        return landing(launch, context, page);
    }

    /** A link to an assignment may have brought its column along. */
    private void noteColumn(Launch launch, Context context, Optional<OwnAddress> page) {
        if (launch.services().lineItem().isEmpty() || context.course().isEmpty() || page.isEmpty()) {
            return;
        }
        var link = ASSIGNMENT.matcher(page.get().path());
        if (link.matches() && Long.parseLong(link.group(1)) == context.course().get()) {
            assignments
                    .find(context.course().get(), Long.parseLong(link.group(2)))
                    .ifPresent(a -> marks.columnIs(
                            context, a.id(), launch.services().lineItem().get()));
        }
    }

    private OwnAddress picking(Launch launch, Launch.DeepLinking wish, Optional<Context> context, UserId user) {
        if (!launch.roles().teaches()) {
            throw new LaunchRefused("Only a teacher of the course can put links into it.");
        }
        var place = context.orElseThrow(
                () -> new LaunchRefused("The platform does not say for which course the links are."));
        var address = deepLinks.begin(
                place.id(), user, new DeepLinks.Wish(wish.returnUrl(), wish.multiple(), wish.lineItems(), wish.data()));
        return OwnAddress.of(
                place.course().isPresent()
                        ? address
                        : "/lti/contexts/" + place.id() + "?next="
                                + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private Context see(Launch launch, Launch.Context context) {
        var services = launch.services();
        return contexts.see(
                launch.platform().id(),
                launch.deployment(),
                context.id(),
                context.title(),
                new Contexts.Services(services.memberships(), services.lineItems(), services.scopes()));
    }

    /** Somebody without a name can practice, but nothing of theirs could be marked. */
    private static OwnAddress anonymous(Optional<OwnAddress> page) {
        if (page.filter(p -> p.path().startsWith("/courses")).isPresent()) {
            throw new LaunchRefused(
                    "The platform does not say who you are, and this page is about the work of somebody.");
        }
        return page.orElse(OwnAddress.of("/"));
    }

    private static OwnAddress landing(Launch launch, Optional<Context> context, Optional<OwnAddress> page) {
        if (context.isEmpty()) {
            return page.orElse(OwnAddress.of("/"));
        }
        var bound = context.get().course().map(course -> OwnAddress.of("/courses/" + course));
        var open = page.filter(p -> !p.path().startsWith("/courses")).isPresent();
        if (bound.isPresent() || open && !launch.roles().teaches()) {
            return page.or(() -> bound).orElseThrow();
        }
        return OwnAddress.of("/lti/contexts/" + context.get().id()
                + page.map(p -> "?next=" + URLEncoder.encode(p.path(), StandardCharsets.UTF_8))
                        .orElse(""));
    }

    /** The page that the link is for; empty where it is for Nabla as such. */
    private static Optional<OwnAddress> page(String target) {
        var uri = URI.create(target);
        var path = (uri.getRawPath() == null ? "" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return path.isEmpty() || path.equals("/") || path.startsWith("/lti/")
                ? Optional.empty()
                : Optional.of(OwnAddress.of(path)).filter(found -> !found.path().equals("/"));
    }
}

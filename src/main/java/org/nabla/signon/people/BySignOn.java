package org.nabla.signon.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.account.WayIn;
import org.nabla.account.door.SignOn;
import org.nabla.signon.provider.Provider;
import org.nabla.signon.provider.Providers;
import org.nabla.web.address.OwnAddress;

/** The way in by a provider, as people see it. */
@Singleton
class BySignOn implements WayIn {

    /** One that is linked. @param label of the provider @param name what it calls them; empty where it does not say */
    record Linked(long number, String label, String name) {}

    /**
     * The part of the page of an account.
     *
     * @param others that could be linked
     * @param only whether what is linked is the only way in
     * @param end where to sign out as well; empty where nowhere
     */
    record Panel(List<Linked> linked, List<Provider> others, boolean only, String end) {}

    @CheckedTemplate(basePath = "signon")
    static class Templates {
        static native TemplateInstance panel(Panel panel);
    }

    private final Providers providers;
    private final Identities identities;
    private final Sessions sessions;
    private final WaysOf ways;
    private final SignOn signOn;

    BySignOn(Providers providers, Identities identities, Sessions sessions, WaysOf ways, SignOn signOn) {
        this.providers = providers;
        this.identities = identities;
        this.sessions = sessions;
        this.ways = ways;
        this.signOn = signOn;
    }

    @Override
    public List<Button> buttons(OwnAddress next) {
        return providers.all().stream()
                .map(p -> new Button(p.label(), "/sign-in/with/" + p.slug() + "?next=" + next.encoded()))
                .toList();
    }

    @Override
    public Optional<RawString> panel(UserId user) {
        var known = providers.all();
        var mine = identities.of(user);
        if (known.isEmpty() && mine.isEmpty()) {
            return Optional.empty();
        }
        var linked = mine.stream()
                .map(identity -> new Linked(
                        identity.number(),
                        known.stream()
                                .filter(p -> p.issuer().equals(identity.issuer()))
                                .findFirst()
                                .map(Provider::label)
                                .orElse(identity.issuer()),
                        identity.name()))
                .toList();
        var panel = new Panel(
                linked,
                known,
                !linked.isEmpty() && ways.count(user) == 1 && signOn.isWithoutPassword(user),
                sessions.withEnd().map(Provider::label).orElse(""));
        return Optional.of(new RawString(Templates.panel(panel).render()));
    }

    @Override
    public int count(UserId user) {
        return identities.of(user).size();
    }
}

package org.nabla.mail;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether there is mail: where the settings name a sender, and the address of this site, at which the links in letters lead. That
 * address is never taken from a request, by which anybody could send others to a site of their own.
 */
@ApplicationScoped
@Named("mailing")
public class MailSettings {
    private final Optional<String> from;
    private final Optional<String> address;

    MailSettings(
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from,
            @ConfigProperty(name = "nabla.mail.address") Optional<String> address) {
        this.from = from.map(String::strip).filter(set -> !set.isEmpty());
        this.address = address.map(set -> set.strip().replaceFirst("/+$", ""))
                .filter(set -> set.matches("https?://[^\\s/]+.*"));
    }

    void start(@Observes StartupEvent event) {
        if (from.isPresent() && address.isEmpty()) {
            Log.warn("No mail is sent: nabla.address must say where browsers find this site.");
        }
    }

    /** Whether letters can be sent. */
    public boolean isOn() {
        return from.isPresent() && address.isPresent();
    }

    /** The address of a page of this site for somebody who is elsewhere. @param path begins with a slash */
    public String address(String path) {
        return address.orElseThrow() + path;
    }

    /** This site as a reader knows it: its address without the protocol. */
    public String site() {
        return address.orElseThrow().replaceFirst("^https?://", "");
    }
}

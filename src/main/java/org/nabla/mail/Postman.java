package org.nabla.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands letters to the server of mail, and says what became of them. Never in a request: a server may take its time. */
@Singleton
public class Postman {
    private static final String OF_RECIPIENT = "recipient address not accepted";

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance letter(Letter letter, String site);

        static native TemplateInstance plain(Letter letter, String site);
    }

    private final ReactiveMailer mailer;
    private final MailSettings settings;
    private final Duration patience;

    /**
     * The client connects where it is asked, and listens where its pool of connections lives. Asked in another thread than that, it
     * misses the greeting of a server that greets at once, and waits in vain.
     */
    private final Context loop;

    /** @param patience with a server that takes its time, as some do on purpose */
    Postman(
            ReactiveMailer mailer,
            MailSettings settings,
            Vertx vertx,
            @ConfigProperty(name = "nabla.mail.patience", defaultValue = "60s") Duration patience) {
        this.mailer = mailer;
        this.settings = settings;
        this.patience = patience;
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** @throws Undelivered where the server did not take it, or there was none */
    public void send(MailAddress to, Letter letter) throws Undelivered {
        var mail = new Mail()
                .addTo(to.value())
                .setSubject(letter.subject())
                .setText(Templates.plain(letter, settings.site()).render())
                .setHtml(Templates.letter(letter, settings.site()).render())
                // Nobody's answering machine is to answer (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
        letter.unsubscribe()
                .ifPresent(address -> mail.addHeader("List-Unsubscribe", "<" + address + ">")
                        .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        try {
            Uni.createFrom()
                    .deferred(() -> mailer.send(mail))
                    .runSubscriptionOn(task -> loop.runOnContext(here -> task.run()))
                    .await()
                    .atMost(patience);
        } catch (RuntimeException e) {
            throw undelivered(e);
        }
    }

    /** Mutiny wraps what is no unchecked exception. */
    static Undelivered undelivered(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof SMTPException refused) {
                var said = "“" + String.valueOf(refused.getMessage()).replaceAll("\\s+", " ") + "”";
                // Only of the recipient is a refusal final: of all else the settings are to blame, which change.
                boolean ofRecipient = said.contains(OF_RECIPIENT) && refused.isPermanent();
                return new Undelivered("The server of mail refused it: " + said, !ofRecipient, false);
            }
        }
        return thrown instanceof IllegalArgumentException
                ? new Undelivered("No mail can be sent to this address.", false, false)
                : new Undelivered("The server of mail could not be reached.", true, true);
    }
}

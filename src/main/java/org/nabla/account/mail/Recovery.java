package org.nabla.account.mail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.mail.Contacts.Holder;
import org.nabla.account.mail.MailLinks.Link;
import org.nabla.account.mail.MailLinks.Purpose;
import org.nabla.account.password.PasswordRecovery;
import org.nabla.mail.Letter;
import org.nabla.mail.MailAddress;
import org.nabla.mail.MailSettings;
import org.nabla.web.form.FormErrors;

/**
 * The way back for whoever forgot a password and has confirmed an address. A request does the same whether anybody has the address
 * or not: who it is, is looked up when the letter is written, so neither its answer nor its time tells.
 */
@Singleton
class Recovery implements LetterWriter {
    static final Duration LIFE = Duration.ofMinutes(30);

    private final Contacts contacts;
    private final MailQueue queue;
    private final MailLinks links;
    private final LetterLimit limit;
    private final Throttle throttle;
    private final PasswordRecovery passwords;
    private final MailSettings settings;
    private final Clock clock;

    Recovery(
            Contacts contacts,
            MailQueue queue,
            MailLinks links,
            LetterLimit limit,
            Throttle throttle,
            PasswordRecovery passwords,
            MailSettings settings,
            Clock clock) {
        this.contacts = contacts;
        this.queue = queue;
        this.links = links;
        this.limit = limit;
        this.throttle = throttle;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends a letter to whoever has confirmed this address. @param client from where it is asked */
    FormErrors ask(String typed, String client) {
        var address = MailAddress.parse(typed);
        if (address.isEmpty()) {
            return FormErrors.of("email", "This is no address of mail. It looks like ada@example.org.");
        }
        var wait = throttle.attempt(Subject.RECOVERY, client)
                .or(() -> limit.of(address.get().value()));
        if (wait.isPresent()) {
            return FormErrors.of("wait", Throttle.waitFor(wait.get()));
        }
        var plain = typed.strip();
        queue.want(
                new MailQueue.Wanted(MailKind.RECOVER, plain.toLowerCase(Locale.ROOT), Optional.empty(), plain, LIFE),
                clock.instant());
        return FormErrors.none();
    }

    /** The login that a link opens; empty where it is of no use (any more). */
    Optional<String> login(String token) {
        return links.find(token, Purpose.RECOVER, clock.instant())
                .map(Link::user)
                .map(contacts::login);
    }

    /** Whether the link was good and the password is changed; what is wrong with the password otherwise. */
    Optional<FormErrors> choose(String token, String password) {
        var now = clock.instant();
        var link = links.find(token, Purpose.RECOVER, now);
        return link.map(found -> passwords.choose(found.user(), password, () -> links.use(token, Purpose.RECOVER, now)))
                .filter(errors -> errors.of("proof").isEmpty());
    }

    @Override
    public MailKind kind() {
        return MailKind.RECOVER;
    }

    @Override
    @Transactional
    public Optional<Outgoing> write(Queued queued, Instant now) {
        var holders = contacts.holders(queued.address());
        return MailAddress.parse(queued.address())
                .filter(address -> !holders.isEmpty())
                .map(address -> new Outgoing(address, letter(holders, now)));
    }

    private Letter letter(List<Holder> holders, Instant now) {
        return new Letter(
                "Choose a new password",
                List.of("Somebody, probably you, forgot a password at " + settings.site() + " and typed this address."),
                holders.stream().map(holder -> way(holder, now)).toList(),
                List.of(),
                List.of(
                        "A link works once, for 30 minutes. If it was not you, do nothing: your password stays as it is."),
                Optional.empty());
    }

    private Letter.Button way(Holder holder, Instant now) {
        if (!holder.hasPassword()) {
            return new Letter.Button(
                    "Your login " + holder.login()
                            + " has no password: you come in by your school, where you came from the first time.",
                    "Sign in",
                    settings.address("/sign-in"));
        }
        var email = contacts.of(holder.user()).email();
        var token = links.make(Purpose.RECOVER, new Link(holder.user(), email), now.plus(LIFE));
        return new Letter.Button(
                "Your login is " + holder.login() + ".",
                "Choose a new password",
                settings.address("/lost-password/" + token.value()));
    }
}

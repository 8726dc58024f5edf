package org.nabla.account.mail;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.EmailGiven;
import org.nabla.account.Throttle;
import org.nabla.account.UserId;
import org.nabla.account.mail.MailLinks.Link;
import org.nabla.account.mail.MailLinks.Purpose;
import org.nabla.mail.Letter;
import org.nabla.mail.MailAddress;
import org.nabla.mail.MailSettings;

/** Shows that an address is theirs who gave it: whoever opens the link in the letter reads what comes there. */
@Singleton
class Confirmation implements LetterWriter {
    private static final Duration LIFE = Duration.ofDays(1);

    private final Contacts contacts;
    private final MailQueue queue;
    private final MailLinks links;
    private final LetterLimit limit;
    private final MailSettings settings;
    private final Clock clock;

    Confirmation(
            Contacts contacts,
            MailQueue queue,
            MailLinks links,
            LetterLimit limit,
            MailSettings settings,
            Clock clock) {
        this.contacts = contacts;
        this.queue = queue;
        this.links = links;
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whoever gives an address gets a letter there. Where it cannot be sent they see it on the page of their mail. */
    void given(@Observes EmailGiven given) {
        if (settings.isOn()) {
            ask(given.user(), given.email());
        }
    }

    /** Sends the letter (again). Returns why not, in a sentence. */
    @Transactional
    Optional<String> ask(UserId user) {
        var contact = contacts.of(user);
        if (contact.email().isEmpty()) {
            return Optional.of("You gave no address yet.");
        }
        return contact.confirmed() ? Optional.of("This address is confirmed already.") : ask(user, contact.email());
    }

    private Optional<String> ask(UserId user, String email) {
        if (MailAddress.parse(email).isEmpty()) {
            return Optional.of(
                    "No mail can be sent to this address. Look whether a letter is missing, or one too many is there.");
        }
        var wait = limit.of(user, email);
        if (wait.isPresent()) {
            return wait.map(Throttle::waitFor);
        }
        queue.want(
                new MailQueue.Wanted(MailKind.CONFIRM, user.toString(), Optional.of(user), email, LIFE),
                clock.instant());
        return Optional.empty();
    }

    /** Whose address a link confirms. */
    Optional<Link> find(String token) {
        return links.find(token, Purpose.CONFIRM, clock.instant());
    }

    /** From now on this address counts. Says whether the link was good. */
    @Transactional
    boolean confirm(String token) {
        var now = clock.instant();
        var link = links.find(token, Purpose.CONFIRM, now);
        if (link.isEmpty() || !links.use(token, Purpose.CONFIRM, now)) {
            return false;
        }
        contacts.confirm(link.get().user(), link.get().address(), now);
        return true;
    }

    @Override
    public MailKind kind() {
        return MailKind.CONFIRM;
    }

    @Override
    @Transactional
    public Optional<Outgoing> write(Queued queued, Instant now) {
        var user = queued.account().orElseThrow();
        var contact = contacts.of(user);
        var still = !contact.confirmed() && contact.email().equals(queued.address());
        return MailAddress.parse(queued.address()).filter(address -> still).map(address -> {
            var token = links.make(Purpose.CONFIRM, new Link(user, queued.address()), now.plus(LIFE));
            return new Outgoing(address, letter(contacts.login(user), token.value()));
        });
    }

    private Letter letter(String login, String token) {
        return new Letter(
                "Confirm your address",
                List.of("Somebody, probably you, gave this address of mail at " + settings.site() + ", for the login "
                        + login + "."),
                List.of(new Letter.Button(
                        "Is it yours?", "Confirm this address", settings.address("/mail/confirm/" + token))),
                List.of(),
                List.of("The link works once, for one day. If it was not you, do nothing: no more mail comes."),
                Optional.empty());
    }
}

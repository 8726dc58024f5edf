package org.nabla.account.mail;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.account.mail.MailLinks.Link;
import org.nabla.account.mail.MailLinks.Purpose;
import org.nabla.account.mail.NoticeSource.Reader;
import org.nabla.mail.Letter;
import org.nabla.mail.MailAddress;
import org.nabla.mail.MailSettings;

/**
 * The letter of a day with all that somebody wants to be told: one, however much it is. What stands in it is looked for when it is
 * sent, so that it tells what may be seen then.
 */
@Singleton
class Notices implements LetterWriter {
    private static final Duration UNSUBSCRIBE = Duration.ofDays(90);

    private final List<NoticeSource> sources;
    private final Contacts contacts;
    private final Choices choices;
    private final Told told;
    private final MailLinks links;
    private final MailSettings settings;

    Notices(
            @All List<NoticeSource> sources,
            Contacts contacts,
            Choices choices,
            Told told,
            MailLinks links,
            MailSettings settings) {
        this.sources = sources;
        this.contacts = contacts;
        this.choices = choices;
        this.told = told;
        this.links = links;
        this.settings = settings;
    }

    /** From now on they want these; what is there already is no news, where it does not matter what is to come. */
    @Transactional
    void choose(UserId user, Set<NoticeKind> kinds, ZoneId zone, Instant now) {
        var added = EnumSet.noneOf(NoticeKind.class);
        added.addAll(kinds);
        added.removeAll(choices.of(user));
        choices.choose(user, kinds, zone);
        var reader = new Reader(user, zone, now);
        sources.stream()
                .filter(source -> added.contains(source.kind()) && source.kind().knownAtFirst())
                .forEach(source -> source.of(reader).forEach(notice -> told.isKnown(user, source.kind(), notice, now)));
    }

    @Override
    public MailKind kind() {
        return MailKind.NOTICES;
    }

    @Override
    @Transactional
    public Optional<Outgoing> write(Queued queued, Instant now) {
        var user = queued.account().orElseThrow();
        var address = contacts.confirmed(user);
        var news = address.isPresent() ? news(queued, now) : Map.<NoticeKind, List<Notice>>of();
        return news.isEmpty()
                ? Optional.empty()
                : address.flatMap(MailAddress::parse)
                        .map(to -> new Outgoing(to, letter(news, new Link(user, address.get()), now)));
    }

    private Map<NoticeKind, List<Notice>> news(Queued queued, Instant now) {
        var user = queued.account().orElseThrow();
        var wanted = choices.of(user);
        var reader = new Reader(user, contacts.zone(user), now);
        var news = new EnumMap<NoticeKind, List<Notice>>(NoticeKind.class);
        for (var source : sources) {
            if (wanted.contains(source.kind())) {
                var found = source.of(reader).stream()
                        .filter(notice -> told.isNews(user, source.kind(), notice, queued.id(), now))
                        .toList();
                if (!found.isEmpty()) {
                    news.computeIfAbsent(source.kind(), kind -> new ArrayList<>())
                            .addAll(found);
                }
            }
        }
        return news;
    }

    private Letter letter(Map<NoticeKind, List<Notice>> news, Link link, Instant now) {
        var token = links.make(Purpose.UNSUBSCRIBE, link, now.plus(UNSUBSCRIBE));
        var sections = news.entrySet().stream()
                .map(entry -> new Letter.Section(
                        entry.getKey().title(),
                        entry.getValue().stream()
                                .map(notice ->
                                        new Letter.Line(notice.label(), settings.address(notice.path()), notice.text()))
                                .toList()))
                .toList();
        return new Letter(
                subject(news),
                List.of(),
                List.of(),
                sections,
                List.of("You get this because you chose it on your page " + settings.address("/account/mail")
                        + ", for the login " + contacts.login(link.user())
                        + ". There is at most one such letter a day."),
                Optional.of(settings.address("/mail/unsubscribe/" + token.value())));
    }

    /** One thing says itself; of several is said of what kinds they are. */
    private static String subject(Map<NoticeKind, List<Notice>> news) {
        var all = news.values().stream().flatMap(List::stream).toList();
        var first = news.keySet().iterator().next();
        if (all.size() == 1) {
            return first.title() + ": " + all.get(0).label();
        }
        var titles = news.keySet().stream().map(NoticeKind::title).toList();
        return titles.get(0)
                + (titles.size() == 1
                        ? " (" + all.size() + ")"
                        : String.join(
                                "",
                                titles.subList(1, titles.size()).stream()
                                        .map(title ->
                                                ", " + Character.toLowerCase(title.charAt(0)) + title.substring(1))
                                        .toList()));
    }

    @Override
    public void givenUp(Queued letter) {
        told.forget(letter.id());
    }
}

package org.nabla.account.mail;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: the confirmed address, what was sent there, and the links in it. */
@Singleton
class MailData implements OwnData {
    private final EntityManager database;

    MailData(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<OwnTable> tables() {
        return List.of(contact(), choices(), notices(), letters(), links());
    }

    private static OwnTable contact() {
        return new OwnTable(
                "mail",
                "The address of mail that you have confirmed.",
                Set.of("mail_contact"),
                List.of(
                        column("address", "it counts as long as it is the one of your account"),
                        column("confirmed_at", "when you opened the link"),
                        column("zone", "where you are, for the morning on which notices come"),
                        column("noticed_on", "the last day on which notices were looked for")),
                "select address, confirmed_at, zone, noticed_on from mail_contact where account_id = :user",
                Map.of("mail_contact.account_id", "it is you"));
    }

    private static OwnTable choices() {
        return new OwnTable(
                "mail-choices",
                "For what you want mail to come.",
                Set.of("mail_choice"),
                List.of(column("kind", "of what you are told")),
                "select lower(kind) as kind from mail_choice where account_id = :user order by kind",
                Map.of("mail_choice.account_id", "it is you"));
    }

    private static OwnTable notices() {
        return new OwnTable(
                "notices",
                "Of what you were told by mail, or knew before: nothing is told twice.",
                Set.of("mail_notice"),
                List.of(
                        column("kind", "what is due, a mark, a note, reviews"),
                        column("name", "the number of what it is about"),
                        column("value", "the due time or the mark of then"),
                        column("noticed_at", "when it was told")),
                "select lower(kind) as kind, name, value, noticed_at from mail_notice where account_id = :user"
                        + " order by noticed_at, kind, name",
                Map.of(
                        "mail_notice.account_id", "it is you",
                        "mail_notice.message_id", "the letter, by a number that nobody sees"));
    }

    private static OwnTable letters() {
        return new OwnTable(
                "letters",
                "The letters to you, sent or waiting, for 30 days. What they say is not kept.",
                Set.of("mail_message"),
                List.of(
                        column("kind", "for what it is"),
                        column("address", "where it goes; empty where to the confirmed address"),
                        column("state", "waiting, sent or given up"),
                        column("attempts", "how often it was tried"),
                        column("created_at", "when it was to be sent"),
                        column("next_at", "when it is tried again"),
                        column("expires_at", "until when it is tried"),
                        column("sent_at", "when the server of mail took it"),
                        column("trouble", "why it did not")),
                "select lower(kind) as kind, address, lower(state) as state, attempts, created_at, next_at, expires_at, sent_at,"
                        + " trouble from mail_message where account_id = :user order by id",
                Map.of(
                        "mail_message.id", "its number, which nobody sees",
                        "mail_message.name", "your number, and the day of notices",
                        "mail_message.account_id", "it is you"));
    }

    private static OwnTable links() {
        return new OwnTable(
                "mail-links",
                "The links in letters to you that still work.",
                Set.of("mail_link"),
                List.of(
                        column("purpose", "what it is good for"),
                        column("address", "to which the letter went"),
                        column("expires_at", "until when it works")),
                "select lower(purpose) as purpose, address, expires_at from mail_link where account_id = :user"
                        + " order by expires_at, token_hash",
                Map.of(
                        "mail_link.token_hash", "a secret: in a file it would only help a thief",
                        "mail_link.account_id", "it is you"));
    }

    /** Somebody may have typed their address as one whose password is forgotten, and the letter still waits. */
    @Override
    public void erase(UserId user) {
        database.createNativeQuery("delete from mail_message where account_id is null and lower(address) in"
                        + " (select lower(email) from account where id = :user)")
                .setParameter("user", user.value())
                .executeUpdate();
    }
}

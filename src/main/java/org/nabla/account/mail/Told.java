package org.nabla.account.mail;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.nabla.account.UserId;

/** What people were told by mail, each thing once. */
@Singleton
class Told {
    private final EntityManager database;

    Told(EntityManager database) {
        this.database = database;
    }

    /**
     * Notes that a letter tells this. Says whether it is news: nobody told it before, or this letter, whose sending failed, is
     * tried again.
     */
    @Transactional
    boolean isNews(UserId user, NoticeKind kind, Notice notice, long letter, Instant now) {
        return database.createNativeQuery("""
                        insert into mail_notice as n (account_id, kind, name, value, message_id, noticed_at)
                        values (:user, :kind, :name, :value, :letter, :now)
                        on conflict (account_id, kind, name) do update
                        set value = excluded.value, message_id = excluded.message_id, noticed_at = excluded.noticed_at
                        where n.value <> excluded.value or n.message_id = excluded.message_id""")
                        .setParameter("user", user.value())
                        .setParameter("kind", kind.name())
                        .setParameter("name", notice.name())
                        .setParameter("value", notice.value())
                        .setParameter("letter", letter)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** They know this without a letter. */
    @Transactional
    void isKnown(UserId user, NoticeKind kind, Notice notice, Instant now) {
        database.createNativeQuery("""
                        insert into mail_notice (account_id, kind, name, value, noticed_at)
                        values (:user, :kind, :name, :value, :now)
                        on conflict (account_id, kind, name) do update set value = excluded.value, message_id = null""")
                .setParameter("user", user.value())
                .setParameter("kind", kind.name())
                .setParameter("name", notice.name())
                .setParameter("value", notice.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** A letter did not arrive: what it told is news still. */
    @Transactional
    void forget(long letter) {
        database.createNativeQuery("delete from mail_notice where message_id = :letter")
                .setParameter("letter", letter)
                .executeUpdate();
    }
}

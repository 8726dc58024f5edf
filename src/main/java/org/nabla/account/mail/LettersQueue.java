package org.nabla.account.mail;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.nabla.query.Rows;
import org.nabla.web.WorkQueue;

/** The letters that are to be sent, among all work that waits. */
@Singleton
class LettersQueue implements WorkQueue {
    private final EntityManager database;

    LettersQueue(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public State state() {
        return Rows.one(database.createNativeQuery("""
                        select cast(:name as text), count(*) filter (where state = 'WAITING'), min(next_at) filter (where state = 'WAITING'),
                               count(*) filter (where state = 'GIVEN_UP')
                        from mail_message where state <> 'SENT'""").setParameter("name", "Letters by mail"), State.class);
    }
}

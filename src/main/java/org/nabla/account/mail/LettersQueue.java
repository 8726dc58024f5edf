package org.nabla.account.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.nabla.web.WorkQueue;

/** The letters that are to be sent, among all work that waits. */
@ApplicationScoped
class LettersQueue implements WorkQueue {
    private final EntityManager database;

    LettersQueue(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public State state() {
        var row = (Object[]) database.createNativeQuery("""
                        select count(*) filter (where state = 'WAITING'), min(next_at) filter (where state = 'WAITING'),
                               count(*) filter (where state = 'GIVEN_UP')
                        from mail_message where state <> 'SENT'""").getSingleResult();
        return new State(
                "Letters by mail",
                ((Number) row[0]).longValue(),
                Optional.ofNullable((Instant) row[1]),
                ((Number) row[2]).longValue());
    }
}

package org.nabla.lti.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.nabla.web.WorkQueue;

/** The marks that learning platforms are to get, of all courses. */
@ApplicationScoped
class MarksQueue implements WorkQueue {
    private final EntityManager database;

    MarksQueue(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public State state() {
        var row = (Object[]) database.createNativeQuery("""
                        select count(*) filter (where state = 'WAITING'), min(next_at) filter (where state = 'WAITING'),
                               count(*) filter (where state = 'REFUSED')
                        from lti_score where state <> 'SENT'""").getSingleResult();
        return new State(
                "Marks for learning platforms",
                ((Number) row[0]).longValue(),
                Optional.ofNullable((Instant) row[1]),
                ((Number) row[2]).longValue());
    }
}

package org.nabla.lti.outbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.nabla.query.Rows;
import org.nabla.web.WorkQueue;

/** The marks that learning platforms are to get, of all courses. */
@Singleton
class MarksQueue implements WorkQueue {
    private final EntityManager database;

    MarksQueue(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public State state() {
        return Rows.one(
                database.createNativeQuery("""
                        select cast(:name as text), count(*) filter (where state = 'WAITING'), min(next_at) filter (where state = 'WAITING'),
                               count(*) filter (where state = 'REFUSED')
                        from lti_score where state <> 'SENT'""").setParameter("name", "Marks for learning platforms"), State.class);
    }
}

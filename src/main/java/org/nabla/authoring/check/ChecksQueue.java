package org.nabla.authoring.check;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.nabla.query.Rows;
import org.nabla.web.WorkQueue;

/** The checks of templates that teachers wrote. What fails there is for its author, not for whoever runs the site. */
@Singleton
class ChecksQueue implements WorkQueue {
    private final EntityManager database;

    ChecksQueue(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public State state() {
        return Rows.one(
                database.createNativeQuery(
                                "select cast(:name as text), count(*), min(check_beat), 0 from template_version"
                                        + " where check_state in ('WAITING', 'RUNNING')")
                        .setParameter("name", "Checks of teachers’ templates"),
                State.class);
    }
}

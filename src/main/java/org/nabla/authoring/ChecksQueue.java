package org.nabla.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.nabla.web.WorkQueue;

/** The checks of templates that teachers wrote. What fails there is for its author, not for whoever runs the site. */
@ApplicationScoped
class ChecksQueue implements WorkQueue {
    private final EntityManager database;

    ChecksQueue(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public State state() {
        var row = (Object[]) database.createNativeQuery("select count(*), min(check_beat) from template_version"
                        + " where check_state in ('WAITING', 'RUNNING')")
                .getSingleResult();
        return new State(
                "Checks of teachers’ templates",
                ((Number) row[0]).longValue(),
                Optional.ofNullable((Instant) row[1]),
                0);
    }
}

package org.nabla.project.own;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** The projects of teachers in the database. */
@Singleton
class OwnProjectRepository {
    private static final String COLUMNS = "select id, author_id, draft, yaml, version from own_project ";

    private final EntityManager database;
    private final Clock clock;

    OwnProjectRepository(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    Optional<OwnProject> find(long number) {
        return Rows.first(
                database.createNativeQuery(COLUMNS + "where id = :id").setParameter("id", number), OwnProject.class);
    }

    @Transactional
    List<OwnProject> by(UserId author) {
        return Rows.all(
                database.createNativeQuery(COLUMNS + "where author_id = :author order by id")
                        .setParameter("author", author.value()),
                OwnProject.class);
    }

    @Transactional
    long create(UserId author, String origin, String yaml) {
        return ((Number) database.createNativeQuery(
                                "insert into own_project (author_id, origin, draft, created_at, saved_at)"
                                        + " values (:author, :origin, :draft, :now, :now) returning id")
                        .setParameter("author", author.value())
                        .setParameter("origin", origin)
                        .setParameter("draft", yaml)
                        .setParameter("now", clock.instant())
                        .getSingleResult())
                .longValue();
    }

    @Transactional
    void save(long number, String yaml) {
        database.createNativeQuery("update own_project set draft = :yaml, saved_at = :now where id = :id")
                .setParameter("id", number)
                .setParameter("yaml", yaml)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** From now on learners get this text. The same text again changes nothing. */
    @Transactional
    void give(long number, String yaml) {
        database.createNativeQuery("update own_project set yaml = :yaml, version = version + 1"
                        + " where id = :id and yaml is distinct from :yaml")
                .setParameter("id", number)
                .setParameter("yaml", yaml)
                .executeUpdate();
    }
}

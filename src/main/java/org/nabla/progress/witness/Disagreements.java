package org.nabla.progress.witness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nabla.progress.VerdictDoubts;

/** The verdicts that the algebra system contradicts, in the database. */
@ApplicationScoped
class Disagreements implements VerdictDoubts {
    private final EntityManager database;

    Disagreements(EntityManager database) {
        this.database = database;
    }

    /** Keeps one; a second one on the same answer changes nothing, nor does one whose learner has gone. */
    @Transactional
    void keep(Disagreement found) {
        database.createNativeQuery("""
                        insert into disagreement
                            (submission, part, kind, key, response, outcome, decided, testimony, versions, noted_at)
                        select s.id, :part, :kind, :key, :response, :outcome, :decided, :testimony, :versions, :noted
                        from submission s where s.id = :submission
                        on conflict do nothing""")
                .setParameter("submission", found.submission())
                .setParameter("part", found.part())
                .setParameter("kind", found.kind())
                .setParameter("key", found.key())
                .setParameter("response", found.response())
                .setParameter("outcome", found.outcome())
                .setParameter("decided", found.decided())
                .setParameter("testimony", found.testimony())
                .setParameter("versions", found.versions())
                .setParameter("noted", found.notedAt())
                .executeUpdate();
    }

    @Override
    @Transactional
    public Set<String> parts(UUID submission) {
        return new HashSet<>(
                database.createNativeQuery("select part from disagreement where submission = :submission", String.class)
                        .setParameter("submission", submission)
                        .getResultList());
    }

    @Transactional
    long count() {
        return ((Number) database.createNativeQuery("select count(*) from disagreement")
                        .getSingleResult())
                .longValue();
    }

    /** From new to old. */
    @Transactional
    List<Disagreement> latest(int limit) {
        return database
                .createNativeQuery(
                        "select cast(submission as text) as submission, part, kind, key, response, outcome, decided,"
                                + " testimony, versions, cast(extract(epoch from noted_at) as bigint) as noted"
                                + " from disagreement order by noted_at desc, submission, part",
                        Tuple.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> read((Tuple) row))
                .toList();
    }

    private static Disagreement read(Tuple row) {
        return new Disagreement(
                UUID.fromString(row.get("submission", String.class)),
                row.get("part", String.class),
                row.get("kind", String.class),
                row.get("key", String.class),
                row.get("response", String.class),
                row.get("outcome", String.class),
                row.get("decided", String.class),
                row.get("testimony", String.class),
                row.get("versions", String.class),
                Instant.ofEpochSecond(((Number) row.get("noted")).longValue()));
    }
}

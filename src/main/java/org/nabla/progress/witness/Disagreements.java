package org.nabla.progress.witness;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.progress.VerdictDoubts;
import org.nabla.progress.attempt.FormOf;
import org.nabla.query.Rows;

/** The verdicts that the algebra system contradicts, in the database. */
@Singleton
class Disagreements implements VerdictDoubts {
    private final EntityManager database;

    Disagreements(EntityManager database) {
        this.database = database;
    }

    /** Keeps one; a second one on the same answer changes nothing, nor does one whose learner has gone. */
    @Transactional
    void keep(WitnessConflict found) {
        database.createNativeQuery("""
                        insert into disagreement
                            (learner_id, submission, part, kind, key, response, outcome, decided, testimony, versions, noted_at)
                        select s.learner_id, s.id, :part, :kind, :key, :response, :outcome, :decided, :testimony, :versions, :noted
                        from submission s where s.learner_id = :learner and s.id = :submission
                        on conflict do nothing""")
                .setParameter("learner", found.learner())
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
    public Map<FormOf, Set<String>> parts(Set<FormOf> forms) {
        if (forms.isEmpty()) {
            return Map.of();
        }
        var query = database.createNativeQuery("select learner_id, submission, part from disagreement"
                        + " where learner_id in (:learners) and submission in (:submissions)")
                .setParameter(
                        "learners",
                        forms.stream().map(form -> form.learner().value()).collect(Collectors.toSet()))
                .setParameter(
                        "submissions", forms.stream().map(FormOf::submission).toList());
        return Rows.all(query, Doubted.class).stream()
                .filter(doubted -> forms.contains(doubted.form()))
                .collect(Collectors.groupingBy(Doubted::form, Collectors.mapping(Doubted::part, Collectors.toSet())));
    }

    private record Doubted(FormOf form, String part) {}

    /** Copies a guest's to an account that has their attempts by now; the guest's own go with the guest. */
    void copy(UserId guest, UserId into) {
        database.createNativeQuery(
                        "insert into disagreement select n.* from disagreement g, lateral jsonb_populate_record(g,"
                                + " jsonb_build_object('learner_id', cast(:into as bigint))) n where g.learner_id = :guest")
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .executeUpdate();
    }

    @Transactional
    long count() {
        return ((Number) database.createNativeQuery("select count(*) from disagreement")
                        .getSingleResult())
                .longValue();
    }

    /** From new to old. */
    @Transactional
    List<WitnessConflict> latest(int limit) {
        return database
                .createNativeQuery(
                        "select learner_id as learner, cast(submission as text) as submission, part, kind, key, response, outcome, decided,"
                                + " testimony, versions, cast(extract(epoch from noted_at) as bigint) as noted"
                                + " from disagreement order by noted_at desc, submission, part",
                        Tuple.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> read((Tuple) row))
                .toList();
    }

    private static WitnessConflict read(Tuple row) {
        return new WitnessConflict(
                ((Number) row.get("learner")).longValue(),
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

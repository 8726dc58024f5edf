package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.nabla.exercise.Seed;

/** The seeds of what belongs together in an assignment. */
@Singleton
class FamilyRepository {
    private final EntityManager database;

    FamilyRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * The seed of a learner for a whole, the same whoever asks and whenever. From one learner's seed nobody finds another's.
     *
     * @param learner 0 for all of them
     * @param secret what is kept where nothing was kept yet
     */
    Seed seed(AssignmentKey assignment, String family, long learner, Seed secret) {
        database.createNativeQuery("insert into assignment_family (course_id, assignment_id, family, secret)"
                        + " values (:course, :assignment, :family, :secret)"
                        + " on conflict (course_id, assignment_id, family) do nothing")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("family", family)
                .setParameter("secret", secret.value())
                .executeUpdate();
        var kept = (Number) database.createNativeQuery("select secret from assignment_family"
                        + " where course_id = :course and assignment_id = :assignment and family = :family")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("family", family)
                .getSingleResult();
        return derived(kept.longValue(), learner);
    }

    private static Seed derived(long secret, long learner) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(16)
                            .putLong(secret)
                            .putLong(learner)
                            .array());
            long bits = ByteBuffer.wrap(digest).getLong() >>> 1;
            return new Seed(Math.max(bits, Seed.COUNT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

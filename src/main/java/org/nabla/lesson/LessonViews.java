package org.nabla.lesson;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.account.GuestMerge;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.grading.Verdict;

/** Remembers who opened which lesson first, and how the first answer to "Your turn" came out. None of it is evidence. */
@Singleton
public class LessonViews implements GuestMerge {

    /** How somebody came to a lesson. */
    public enum Via {
        PAGE,
        PRACTICE,
        MISTAKE
    }

    private final EntityManager database;
    private final Clock clock;

    LessonViews(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The first time counts; later ones change nothing. */
    @Transactional
    public void opened(UserId learner, SkillId skill, int version, Via via) {
        database.createNativeQuery("insert into lesson_view (learner_id, skill, version, opened_at, via)"
                        + " values (:learner, :skill, :version, :now, :via) on conflict (learner_id, skill) do nothing")
                .setParameter("learner", learner.value())
                .setParameter("skill", skill.value())
                .setParameter("version", version)
                .setParameter("now", clock.instant())
                .setParameter("via", via.name())
                .executeUpdate();
    }

    /** Folded or unfolded by hand beside an exercise. */
    @Transactional
    public void fold(UserId learner, SkillId skill, int version, boolean folded) {
        opened(learner, skill, version, Via.PRACTICE);
        database.createNativeQuery(
                        "update lesson_view set folded = :folded where learner_id = :learner and skill = :skill")
                .setParameter("folded", folded)
                .setParameter("learner", learner.value())
                .setParameter("skill", skill.value())
                .executeUpdate();
    }

    @Transactional
    public boolean folded(UserId learner, SkillId skill) {
        List<?> found = database.createNativeQuery(
                        "select folded from lesson_view where learner_id = :learner and skill = :skill")
                .setParameter("learner", learner.value())
                .setParameter("skill", skill.value())
                .getResultList();
        return found.stream().anyMatch(Boolean.TRUE::equals);
    }

    /** The first answer that could be judged is kept. */
    @Transactional
    public void answered(UserId learner, SkillId skill, int version, Verdict verdict) {
        opened(learner, skill, version, Via.PAGE);
        database.createNativeQuery("update lesson_view set check_outcome = :outcome, check_mistake = :mistake"
                        + " where learner_id = :learner and skill = :skill"
                        + " and (check_outcome is null or check_outcome in ('INVALID', 'UNDECIDED'))")
                .setParameter("outcome", verdict.outcome().name())
                .setParameter("mistake", verdict.mistake().orElse(null))
                .setParameter("learner", learner.value())
                .setParameter("skill", skill.value())
                .executeUpdate();
    }

    /** How the first answer of somebody came out. */
    @Transactional
    public Optional<String> outcome(UserId learner, SkillId skill) {
        List<?> found = database.createNativeQuery("select check_outcome from lesson_view"
                        + " where learner_id = :learner and skill = :skill and check_outcome is not null")
                .setParameter("learner", learner.value())
                .setParameter("skill", skill.value())
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    @Override
    public void merge(UserId guest, UserId into) {
        database.createNativeQuery("insert into lesson_view"
                        + " select :into, skill, version, opened_at, via, folded, check_outcome, check_mistake"
                        + " from lesson_view where learner_id = :guest on conflict (learner_id, skill) do nothing")
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .executeUpdate();
    }
}

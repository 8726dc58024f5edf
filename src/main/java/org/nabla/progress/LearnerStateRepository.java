package org.nabla.progress;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.grading.Outcome;
import org.nabla.progress.Trail.Seen;
import org.nabla.progress.Trail.Step;
import org.nabla.progress.mastery.Event;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.Skip;

/** What is known of learners, and the log from which it is derived. */
@ApplicationScoped
class LearnerStateRepository {
    private final EntityManager database;
    private final List<VerdictRevisions> revisions;

    LearnerStateRepository(EntityManager database, @All List<VerdictRevisions> revisions) {
        this.database = database;
        this.revisions = revisions;
    }

    LearnerState of(UserId learner) {
        return Optional.ofNullable(database.find(LearnerStateRow.class, learner.value()))
                .map(row -> row.with(skillRows(learner).stream()
                        .map(SkillStateRow::state)
                        .collect(Collectors.toMap(skill -> skill.skill(), Function.identity()))))
                .orElse(LearnerState.NEWCOMER);
    }

    /** Only what changed is written. */
    void keep(UserId learner, LearnerState state) {
        var known = Optional.ofNullable(database.find(LearnerStateRow.class, learner.value()));
        if (state.last().isEmpty()) {
            known.ifPresent(database::remove);
        } else {
            known.ifPresentOrElse(row -> row.take(state), () -> database.persist(new LearnerStateRow(learner, state)));
        }
        var rows = skillRows(learner).stream().collect(Collectors.toMap(SkillStateRow::skill, Function.identity()));
        state.skills().forEach((id, skill) -> {
            var row = rows.remove(id);
            if (row == null) {
                database.persist(new SkillStateRow(learner, skill));
            } else {
                row.take(skill);
            }
        });
        rows.values().forEach(database::remove);
        database.flush();
    }

    void add(Evidence evidence) {
        database.persist(evidence);
    }

    boolean hasLearntFrom(UserId learner, Set<Long> exercises) {
        return !database.createQuery(
                        "select 1 from Evidence e where e.learnerId = :learner and e.exerciseId in :exercises",
                        Integer.class)
                .setParameter("learner", learner.value())
                .setParameter("exercises", exercises)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** All that was learnt of a learner, in no order. */
    List<Event> log(UserId learner) {
        var log = new ArrayList<Event>();
        var revised = new HashMap<UUID, Outcome>();
        revisions.forEach(some -> revised.putAll(some.of(learner)));
        database.createQuery(
                        "select e, a from Evidence e join Attempt a on a.id = e.attemptId and a.submittedAt ="
                                + " e.submittedAt where e.learnerId = :learner and a.first",
                        Object[].class)
                .setParameter("learner", learner.value())
                .getResultList()
                .forEach(row -> {
                    var attempt = (Attempt) row[1];
                    log.add(((Evidence) row[0])
                            .answer(attempt, revised.getOrDefault(attempt.submission(), attempt.outcome())));
                });
        log.addAll(skips(learner));
        return log;
    }

    private List<Skip> skips(UserId learner) {
        List<?> rows = database.createNativeQuery(
                        "select q.replied_at, q.exercise_id, q.skill from check_in_question q"
                                + " join check_in c on c.id = q.check_in_id where c.learner_id = :learner and q.reply = 'SKIPPED'")
                .setParameter("learner", learner.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Skip((Instant) row[0], ((Number) row[1]).longValue(), new SkillId((String) row[2])))
                .toList();
    }

    /** @param hidden exercises of which it is not said what became of them */
    Trail trail(UserId learner, Set<Long> hidden) {
        var steps = database
                .createQuery(
                        "select e, a from Evidence e join Attempt a on a.id = e.attemptId and a.submittedAt ="
                                + " e.submittedAt where e.learnerId = :learner and a.first and e.exerciseId not in :hidden"
                                + " order by e.submittedAt desc, e.attemptId desc",
                        Object[].class)
                .setParameter("learner", learner.value())
                .setParameter("hidden", someOf(hidden))
                .setMaxResults(Trail.STEPS)
                .getResultList()
                .stream()
                .map(row -> step((Evidence) row[0], (Attempt) row[1]))
                .toList();
        return new Trail(steps, seen(learner, hidden));
    }

    private static Step step(Evidence evidence, Attempt attempt) {
        return new Step(
                new ExerciseId(evidence.template()), attempt.outcome() == Outcome.CORRECT, attempt.submittedAt());
    }

    private Map<ExerciseId, Seen> seen(UserId learner, Set<Long> hidden) {
        List<?> rows = database.createNativeQuery("""
                        select e.template, count(*), count(*) filter (
                               where a.outcome = 'CORRECT' and a.unaided and e.exercise_id not in (:hidden))
                        from evidence e join attempt a on a.id = e.attempt_id and a.submitted_at = e.submitted_at
                        where e.learner_id = :learner and a.first group by e.template
                        """)
                .setParameter("learner", learner.value())
                .setParameter("hidden", someOf(hidden))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> new ExerciseId((String) row[0]),
                        row -> new Seen(((Number) row[1]).intValue(), ((Number) row[2]).intValue())));
    }

    /** No exercise has the key -1, and a list must not be empty. */
    private static Set<Long> someOf(Set<Long> exercises) {
        return exercises.isEmpty() ? Set.of(-1L) : exercises;
    }

    private List<SkillStateRow> skillRows(UserId learner) {
        return database.createQuery("select s from SkillStateRow s where s.learnerId = :learner", SkillStateRow.class)
                .setParameter("learner", learner.value())
                .getResultList();
    }
}

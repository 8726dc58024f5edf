package org.nabla.progress.learner;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.grading.Outcome;
import org.nabla.progress.learner.Trail.Seen;
import org.nabla.progress.learner.Trail.Step;
import org.nabla.progress.mastery.Event;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.SkillState;
import org.nabla.progress.mastery.Skip;
import org.nabla.query.Rows;

/** What is known of learners, and the log from which it is derived. */
@ApplicationScoped
public class LearnerStateRepository {
    private final EntityManager database;
    private final List<VerdictRevisions> revisions;

    LearnerStateRepository(EntityManager database, @All List<VerdictRevisions> revisions) {
        this.database = database;
        this.revisions = revisions;
    }

    record OfLearner(LearnerStateRow learner, @Nullable SkillStateRow skill) {}

    private record StepOf(ExerciseId template, boolean right, Instant at) {
        Step step() {
            return new Step(template, right, at);
        }
    }

    public LearnerState of(UserId learner) {
        return state(database.createQuery(
                        "select l, s from LearnerStateRow l left join SkillStateRow s on s.learnerId = l.learnerId"
                                + " where l.learnerId = :learner",
                        OfLearner.class)
                .setParameter("learner", learner.value())
                .getResultList());
    }

    /** What is known in general and of one skill: of the others the state says nothing. */
    LearnerState of(UserId learner, SkillId skill) {
        return state(database.createQuery(
                        "select l, s from LearnerStateRow l left join SkillStateRow s on s.learnerId = l.learnerId"
                                + " and s.skill = :skill where l.learnerId = :learner",
                        OfLearner.class)
                .setParameter("learner", learner.value())
                .setParameter("skill", skill.value())
                .getResultList());
    }

    private static LearnerState state(List<OfLearner> rows) {
        if (rows.isEmpty()) {
            return LearnerState.NEWCOMER;
        }
        return rows.get(0)
                .learner()
                .with(rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.skill()))
                        .map(SkillStateRow::state)
                        .collect(Collectors.toMap(SkillState::skill, Function.identity())));
    }

    /**
     * Only what changed is written, and nothing is read again.
     *
     * @param before as it was read in this transaction
     */
    void keep(UserId learner, LearnerState before, LearnerState state) {
        var known = before.last().map(any -> database.find(LearnerStateRow.class, learner.value()));
        if (state.last().isEmpty()) {
            known.ifPresent(database::remove);
        } else {
            known.ifPresentOrElse(row -> row.take(state), () -> database.persist(new LearnerStateRow(learner, state)));
        }
        state.skills().forEach((id, skill) -> {
            var was = before.skill(id);
            if (was.isEmpty()) {
                database.persist(new SkillStateRow(learner, skill));
            } else if (!was.get().equals(skill)) {
                row(learner, id).take(skill);
            }
        });
        before.skills().keySet().stream()
                .filter(id -> state.skill(id).isEmpty())
                .forEach(id -> database.remove(row(learner, id)));
        database.flush();
    }

    /** Of the session, where it was read before. */
    private SkillStateRow row(UserId learner, SkillId skill) {
        return database.find(SkillStateRow.class, new SkillStateRow.Key(learner.value(), skill.value()));
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
    public List<Event> log(UserId learner) {
        var log = new ArrayList<Event>();
        var revised = revised(learner);
        database.createQuery("select e from Evidence e where e.learnerId = :learner and e.first", Evidence.class)
                .setParameter("learner", learner.value())
                .getResultList()
                .forEach(evidence -> log.add(evidence.answer(revised)));
        log.addAll(skips(learner));
        return log;
    }

    /** What counts in the place of verdicts, by attempt. */
    private Map<Long, Outcome> revised(UserId learner) {
        var byForm = new HashMap<UUID, Outcome>();
        revisions.forEach(some -> byForm.putAll(some.of(learner)));
        if (byForm.isEmpty()) {
            return Map.of();
        }
        return Rows.all(
                        database.createNativeQuery("select id, attempt_id from submission"
                                        + " where learner_id = :learner and id in (:forms)")
                                .setParameter("learner", learner.value())
                                .setParameter("forms", byForm.keySet()),
                        Sent.class)
                .stream()
                .collect(Collectors.toMap(Sent::attempt, sent -> byForm.get(sent.form())));
    }

    private record Sent(UUID form, long attempt) {}

    private List<Skip> skips(UserId learner) {
        return Rows.all(
                database.createNativeQuery(
                                "select q.replied_at, q.exercise_id, q.skill from check_in_question q"
                                        + " join check_in c on c.learner_id = q.learner_id and c.id = q.check_in_id where q.learner_id = :learner and q.reply = 'SKIPPED'")
                        .setParameter("learner", learner.value()),
                Skip.class);
    }

    /** @param hidden exercises of which it is not said what became of them */
    Trail trail(UserId learner, Set<Long> hidden) {
        // Not by entities, which would be watched, nor in HQL, which is translated anew for each list of keys.
        var steps = Rows.all(
                        database.createNativeQuery("""
                        select e.template, e.answered_right, e.submitted_at from evidence e
                        where e.learner_id = :learner and e.first and e.exercise_id not in (:hidden)
                        order by e.submitted_at desc, e.attempt_id desc limit :most
                        """)
                                .setParameter("learner", learner.value())
                                .setParameter("hidden", someOf(hidden))
                                .setParameter("most", Trail.STEPS),
                        StepOf.class)
                .stream()
                .map(StepOf::step)
                .toList();
        return new Trail(steps, seen(learner, hidden));
    }

    private Map<ExerciseId, Seen> seen(UserId learner, Set<Long> hidden) {
        return Rows.all(
                        database.createNativeQuery("""
                        select template, count(*), count(*) filter (
                               where answered_right and unaided and exercise_id not in (:hidden))
                        from evidence where learner_id = :learner and first group by template
                        """)
                                .setParameter("learner", learner.value())
                                .setParameter("hidden", someOf(hidden)),
                        SeenOf.class)
                .stream()
                .collect(Collectors.toMap(SeenOf::template, SeenOf::seen));
    }

    private record SeenOf(ExerciseId template, Seen seen) {}

    /** No exercise has the key -1, and a list must not be empty. */
    private static Set<Long> someOf(Set<Long> exercises) {
        return exercises.isEmpty() ? Set.of(-1L) : exercises;
    }
}

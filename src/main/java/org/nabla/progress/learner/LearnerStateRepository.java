package org.nabla.progress.learner;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.grading.Outcome;
import org.nabla.progress.learner.Trail.Seen;
import org.nabla.progress.learner.Trail.Step;
import org.nabla.progress.mastery.Card;
import org.nabla.progress.mastery.Event;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.LearnerState.Last;
import org.nabla.progress.mastery.LearnerState.Sitting;
import org.nabla.progress.mastery.SkillState;
import org.nabla.progress.mastery.Skip;
import org.nabla.query.Foreseen;
import org.nabla.query.Rows;
import org.nabla.query.Select;
import org.nabla.query.Statements;
import org.nabla.query.Update;

/** What is known of learners, and the log from which it is derived. */
@Singleton
public class LearnerStateRepository {
    private final EntityManager database;
    private final Statements statements;
    private final List<VerdictRevisions> revisions;

    LearnerStateRepository(EntityManager database, Statements statements, @All List<VerdictRevisions> revisions) {
        this.database = database;
        this.statements = statements;
        this.revisions = revisions;
    }

    private static final String SKILL = """
            s.skill, s.ability, s.difficulty, s.answered_right, s.answered_wrong, s.aided, s.misses_in_row, s.first_template,
            s.several_templates, s.first_success_at, s.success_later, s.last_at, s.stability, s.memory_difficulty, s.reviewed_at,
            s.peak_level, s.peak_slips, s.peak_first_slip_at, s.peak_last_slip_at, s.peak_learner_wrong""";

    private static final String STATE =
            "select l.ability, l.answers, l.wrong, l.last_at, l.last_exercise, l.sitting_answers, l.sitting_reviews, "
                    + SKILL + " from learner_state l left join skill_state s on s.learner_id = l.learner_id";

    private static final String KEEP_LEARNER = """
            insert into learner_state (learner_id, ability, answers, wrong, last_at, last_exercise, sitting_answers,
                sitting_reviews)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (learner_id) do update set
                ability = excluded.ability, answers = excluded.answers, wrong = excluded.wrong, last_at = excluded.last_at,
                last_exercise = excluded.last_exercise, sitting_answers = excluded.sitting_answers,
                sitting_reviews = excluded.sitting_reviews""";

    private static final String KEEP_SKILL = """
            insert into skill_state (learner_id, skill, ability, difficulty, answered_right, answered_wrong, aided, misses_in_row,
                first_template, several_templates, first_success_at, success_later, last_at, stability, memory_difficulty,
                reviewed_at, peak_level, peak_slips, peak_first_slip_at, peak_last_slip_at, peak_learner_wrong)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (learner_id, skill) do update set
                ability = excluded.ability, difficulty = excluded.difficulty, answered_right = excluded.answered_right,
                answered_wrong = excluded.answered_wrong, aided = excluded.aided, misses_in_row = excluded.misses_in_row,
                first_template = excluded.first_template, several_templates = excluded.several_templates,
                first_success_at = excluded.first_success_at, success_later = excluded.success_later,
                last_at = excluded.last_at, stability = excluded.stability, memory_difficulty = excluded.memory_difficulty,
                reviewed_at = excluded.reviewed_at, peak_level = excluded.peak_level, peak_slips = excluded.peak_slips,
                peak_first_slip_at = excluded.peak_first_slip_at, peak_last_slip_at = excluded.peak_last_slip_at,
                peak_learner_wrong = excluded.peak_learner_wrong""";

    /** What is known of a learner, with one of their skills, or none. */
    private record Known(
            double ability, int answers, int wrong, Last last, Sitting sitting, Optional<SkillState> skill) {

        LearnerState with(Map<SkillId, SkillState> skills) {
            return new LearnerState(ability, answers, wrong, Optional.of(last), sitting, skills);
        }
    }

    private record StepOf(ExerciseId template, boolean right, Instant at) {
        Step step() {
            return new Step(template, right, at);
        }
    }

    public LearnerState of(UserId learner) {
        return state(statements.read(all(learner)));
    }

    /** What is known in general and of one skill: of the others the state says nothing. */
    LearnerState of(UserId learner, SkillId skill) {
        return state(statements.read(one(learner, skill)));
    }

    static Select<?> asked(UserId learner) {
        return all(learner);
    }

    static Select<?> asked(UserId learner, SkillId skill) {
        return one(learner, skill);
    }

    private static Select<Known> all(UserId learner) {
        return Select.of(Known.class, STATE + " where l.learner_id = ?", learner.value());
    }

    private static Select<Known> one(UserId learner, SkillId skill) {
        return Select.of(
                Known.class, STATE + " and s.skill = ? where l.learner_id = ?", skill.value(), learner.value());
    }

    /** Has a state that is written now not be read again for the page that comes. */
    static void tell(UserId learner, LearnerState state, Foreseen foreseen) {
        state.last().ifPresent(last -> foreseen.put(all(learner), rows(state, last)));
    }

    private static List<Known> rows(LearnerState state, Last last) {
        var skills = state.skills().isEmpty()
                ? Stream.of(Optional.<SkillState>empty())
                : state.skills().values().stream().map(Optional::of);
        return skills.map(skill ->
                        new Known(state.ability(), state.answers(), state.wrong(), last, state.sitting(), skill))
                .toList();
    }

    private static LearnerState state(List<Known> rows) {
        return rows.isEmpty()
                ? LearnerState.NEWCOMER
                : rows.get(0)
                        .with(rows.stream()
                                .flatMap(row -> row.skill().stream())
                                .collect(Collectors.toMap(SkillState::skill, Function.identity())));
    }

    /**
     * Writes what changed.
     *
     * @param before as it was read in this transaction
     */
    static List<Update> kept(UserId learner, LearnerState before, LearnerState state) {
        var changes = new ArrayList<Update>();
        changes.add(state.last()
                .map(last -> keep(learner, state, last))
                .orElseGet(() -> Update.of("delete from learner_state where learner_id = ?", learner.value())));
        state.skills().forEach((id, skill) -> {
            if (before.skill(id).filter(skill::equals).isEmpty()) {
                changes.add(keep(learner, skill));
            }
        });
        before.skills().keySet().stream()
                .filter(id -> state.skill(id).isEmpty())
                .map(id -> Update.of(
                        "delete from skill_state where learner_id = ? and skill = ?", learner.value(), id.value()))
                .forEach(changes::add);
        return changes;
    }

    private static Update keep(UserId learner, LearnerState state, Last last) {
        return Update.of(
                KEEP_LEARNER,
                learner.value(),
                state.ability(),
                state.answers(),
                state.wrong(),
                last.at(),
                last.exercise(),
                state.sitting().answers(),
                state.sitting().reviews());
    }

    private static Update keep(UserId learner, SkillState skill) {
        return Update.of(
                KEEP_SKILL,
                learner.value(),
                skill.skill().value(),
                skill.ability(),
                skill.difficulty(),
                skill.counts().right(),
                skill.counts().wrong(),
                skill.counts().aided(),
                skill.counts().missesInRow(),
                skill.variety().first(),
                skill.variety().several(),
                skill.success().first(),
                skill.success().onLaterDay(),
                skill.lastAt(),
                skill.card().map(card -> card.memory().stability()),
                skill.card().map(card -> card.memory().difficulty()),
                skill.card().map(Card::reviewed),
                skill.peak().level(),
                skill.peak().slips(),
                skill.peak().firstSlip(),
                skill.peak().lastSlip(),
                skill.peak().learnerWrong());
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
        var steps = statements.read(steps(learner, hidden)).stream()
                .map(StepOf::step)
                .toList();
        var seen = statements.read(seen(learner, hidden)).stream()
                .collect(Collectors.toMap(SeenOf::template, SeenOf::seen));
        return new Trail(steps, seen);
    }

    /** What {@link #trail} asks of somebody from whom nothing is hidden, as of most. */
    static List<Select<?>> trailAsked(UserId learner) {
        return List.of(steps(learner, Set.of()), seen(learner, Set.of()));
    }

    private static Select<StepOf> steps(UserId learner, Set<Long> hidden) {
        return about(StepOf.class, """
                select e.template, e.answered_right, e.submitted_at from evidence e
                where %s and e.learner_id = ? and e.first
                order by e.submitted_at desc, e.attempt_id desc limit\s""" + Trail.STEPS, learner, hidden);
    }

    private static Select<SeenOf> seen(UserId learner, Set<Long> hidden) {
        return about(SeenOf.class, """
                select e.template, count(*), count(*) filter (where e.answered_right and e.unaided and %s)
                from evidence e where e.learner_id = ? and e.first group by e.template""", learner, hidden);
    }

    /** @param statement with a place for the condition that an exercise is not hidden */
    private static <R extends Record> Select<R> about(
            Class<R> row, String statement, UserId learner, Set<Long> hidden) {
        var condition = hidden.isEmpty() ? "true" : "e.exercise_id not in (" + Select.marks(hidden.size()) + ")";
        var values = new ArrayList<Object>(new TreeSet<>(hidden));
        values.add(learner.value());
        return new Select<>(row, statement.formatted(condition), values);
    }

    private record SeenOf(ExerciseId template, Seen seen) {}
}

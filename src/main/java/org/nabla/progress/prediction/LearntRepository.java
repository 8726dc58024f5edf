package org.nabla.progress.prediction;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.nabla.database.Patience;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Difficulties;
import org.nabla.progress.mastery.Difficulties.Rating;
import org.nabla.progress.mastery.Mastery;
import org.nabla.progress.mastery.PredictionCounts;
import org.nabla.query.Rows;

/** What was learnt from all learners' first unaided answers so far, and up to which of them. */
@Singleton
class LearntRepository {
    /** How many answers are read at once: some megabytes, and some tenths of a second. */
    private static final int STEP = 5_000;

    /** Where the answers of a time lie all over a large disk, these are as many places to look at. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(40);

    private final EntityManager database;
    private final Patience patience;

    LearntRepository(EntityManager database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    /** A place in the log of evidence. */
    record Mark(Instant at, long attempt) {
        static final Mark BEGINNING = new Mark(Instant.EPOCH, 0);
    }

    private record Rated(String name, double difficulty, int answers) {}

    /** A first answer. @param counts whether it says how hard something is */
    private record Answered(
            Instant at,
            long attempt,
            String skills,
            String template,
            double ability,
            double guess,
            double prediction,
            boolean right,
            boolean counts) {}

    /** How hard things are and how good the predictions were, as far as it was learnt. */
    record Learnt(Difficulties difficulties, PredictionCounts predictions) {
        static Learnt nothing() {
            return new Learnt(new Difficulties(), new PredictionCounts());
        }
    }

    Mark mark() {
        return Rows.one(database.createNativeQuery("select seen_at, seen_attempt from learning_mark"), Mark.class);
    }

    /** Whether all is to be learnt anew, by whoever asks first. @param lastAt learnt anew before then */
    boolean takeAnew(Instant now, Instant lastAt, Instant begunBefore) {
        return database.createNativeQuery("update learning_mark set anew_begun_at = :now"
                                + " where anew_at < :last and anew_begun_at < :begun")
                        .setParameter("now", now)
                        .setParameter("last", lastAt)
                        .setParameter("begun", begunBefore)
                        .executeUpdate()
                > 0;
    }

    Difficulties difficulties() {
        return new Difficulties(ratings("skill", SkillId::new), ratings("template", name -> name));
    }

    private <T> Map<T, Rating> ratings(String kind, Function<String, T> read) {
        return Rows.all(
                        database.createNativeQuery(
                                "select %1$s, difficulty, answers from %1$s_difficulty".formatted(kind)),
                        Rated.class)
                .stream()
                .collect(Collectors.toMap(
                        rated -> read.apply(rated.name()), rated -> new Rating(rated.difficulty(), rated.answers())));
    }

    PredictionCounts predictions() {
        var counts = new PredictionCounts();
        Rows.all(
                        database.createNativeQuery(
                                "select bucket, answers, answered_right, predicted, loss from prediction_count order by bucket"),
                        PredictionCounts.Bucket.class)
                .forEach(counts::add);
        return counts;
    }

    /**
     * Learns from the next answers, in the order in which they were given, so that the same log gives the same bits.
     *
     * @param until later ones are left for later
     * @return where to go on; empty where there is nothing more
     */
    Optional<Mark> learn(Learnt learnt, Mark after, Instant until, ToIntFunction<ExerciseId> level) {
        var answers = patience.upTo(LONGEST_STEP, () -> next(after, until));
        answers.stream().filter(Answered::counts).forEach(answered -> learn(learnt, answered, level));
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(answers.get(answers.size() - 1)).map(last -> new Mark(last.at(), last.attempt()));
    }

    private List<Answered> next(Mark after, Instant until) {
        return Rows.all(
                database.createNativeQuery("""
                        select e.submitted_at, e.attempt_id, array_to_string(e.skills, ' '), e.template, e.ability, e.guess,
                               e.prediction, e.answered_right,
                               e.first and e.unaided and not exists (
                                   select 1 from account d where d.id = e.learner_id and d.demo_course_id is not null)
                        from evidence e where (e.submitted_at, e.attempt_id) > (:at, :attempt) and e.submitted_at <= :until
                        order by e.submitted_at, e.attempt_id limit :most""")
                        .setParameter("at", after.at())
                        .setParameter("attempt", after.attempt())
                        .setParameter("until", until)
                        .setParameter("most", STEP),
                Answered.class);
    }

    private static void learn(Learnt learnt, Answered answered, ToIntFunction<ExerciseId> level) {
        learnt.difficulties()
                .learn(new Difficulties.Observation(
                        Arrays.stream(answered.skills().split(" "))
                                .map(SkillId::new)
                                .toList(),
                        answered.template(),
                        Mastery.authorsGuess(level.applyAsInt(new ExerciseId(answered.template()))),
                        answered.ability(),
                        answered.guess(),
                        answered.right()));
        learnt.predictions().add(answered.prediction(), answered.right());
    }

    /** Keeps what was learnt on top of what is there. The predictions are those of the new answers alone. */
    void keep(Learnt learnt, Mark mark) {
        learnt.difficulties().skills().forEach((skill, rating) -> keep("skill", skill.value(), rating));
        learnt.difficulties().templates().forEach((template, rating) -> keep("template", template, rating));
        learnt.predictions().buckets().forEach(this::keep);
        database.createNativeQuery("update learning_mark set seen_at = :at, seen_attempt = :attempt")
                .setParameter("at", mark.at())
                .setParameter("attempt", mark.attempt())
                .executeUpdate();
    }

    /** Puts what was learnt anew in the place of all that is there. */
    void replace(Learnt learnt, Mark mark, Instant now) {
        for (var table : List.of("skill_difficulty", "template_difficulty", "prediction_count")) {
            database.createNativeQuery("delete from " + table).executeUpdate();
        }
        keep(learnt, mark);
        database.createNativeQuery("update learning_mark set anew_at = :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    private void keep(String kind, String name, Rating rating) {
        database.createNativeQuery("""
                        insert into %1$s_difficulty as d (%1$s, difficulty, answers) values (:name, :difficulty, :answers)
                        on conflict (%1$s) do update set difficulty = excluded.difficulty, answers = excluded.answers
                        where d.answers <> excluded.answers""".formatted(kind))
                .setParameter("name", name)
                .setParameter("difficulty", rating.difficulty())
                .setParameter("answers", rating.answers())
                .executeUpdate();
    }

    private void keep(PredictionCounts.Bucket bucket) {
        database.createNativeQuery("""
                        insert into prediction_count as c (bucket, answers, answered_right, predicted, loss)
                        values (:bucket, :answers, :right, :predicted, :loss)
                        on conflict (bucket) do update
                        set answers = c.answers + excluded.answers, answered_right = c.answered_right + excluded.answered_right,
                            predicted = c.predicted + excluded.predicted, loss = c.loss + excluded.loss""")
                .setParameter("bucket", bucket.number())
                .setParameter("answers", bucket.answers())
                .setParameter("right", bucket.right())
                .setParameter("predicted", bucket.predicted())
                .setParameter("loss", bucket.loss())
                .executeUpdate();
    }
}

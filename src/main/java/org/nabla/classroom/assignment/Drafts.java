package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** What stands in the boxes of an exercise while its learner types. */
@Singleton
public class Drafts {
    private static final int LONGEST = 4_000;

    private final EntityManager database;

    Drafts(EntityManager database) {
        this.database = database;
    }

    /** @param typed the text of each part by its name */
    public record Draft(Map<String, String> typed, Instant savedAt) {
        public Draft {
            typed = Map.copyOf(typed);
        }
    }

    /** Keeps these boxes; others stay as they are, so that two windows with one box each do not undo each other. */
    @Transactional
    public void save(Problem problem, UserId learner, Map<String, String> typed, Instant now) {
        var parts = typed.keySet().toArray(String[]::new);
        var texts = typed.values().stream().map(Drafts::storable).toArray(String[]::new);
        database.createNativeQuery("insert into answer_draft as d (problem_id, learner_id, typed, saved_at) values"
                        + " (:problem, :learner, jsonb_object(cast(:parts as text[]), cast(:texts as text[])), :now)"
                        + " on conflict (problem_id, learner_id) do update"
                        + " set typed = d.typed || excluded.typed, saved_at = excluded.saved_at")
                .setParameter("problem", problem.id())
                .setParameter("learner", learner.value())
                .setParameter("parts", parts)
                .setParameter("texts", texts)
                .setParameter("now", now)
                .executeUpdate();
    }

    @Transactional
    public Optional<Draft> find(Problem problem, UserId learner) {
        var typed = new LinkedHashMap<String, String>();
        var savedAt = Instant.EPOCH;
        for (var row : rows(problem, learner)) {
            typed.put(row.part(), row.typed());
            savedAt = row.savedAt();
        }
        return typed.isEmpty() ? Optional.empty() : Optional.of(new Draft(typed, savedAt));
    }

    /** It was handed in. */
    @Transactional
    public void forget(Problem problem, UserId learner) {
        database.createNativeQuery("delete from answer_draft where problem_id = :problem and learner_id = :learner")
                .setParameter("problem", problem.id())
                .setParameter("learner", learner.value())
                .executeUpdate();
    }

    private record Row(String part, String typed, Instant savedAt) {}

    private List<Row> rows(Problem problem, UserId learner) {
        return Rows.all(
                database.createNativeQuery(
                                "select t.key, t.value, d.saved_at from answer_draft d, jsonb_each_text(d.typed) t"
                                        + " where d.problem_id = :problem and d.learner_id = :learner order by t.key")
                        .setParameter("problem", problem.id())
                        .setParameter("learner", learner.value()),
                Row.class);
    }

    private static String storable(String text) {
        // PostgreSQL's text has no NUL.
        var plain = text.replace("\0", "\uFFFD");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}

package org.nabla.classroom.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.query.Rows;

/** Rosters between being brought and being agreed to; in the database, so that any instance can go on with them. */
@Singleton
class RosterDrafts {

    private static final Duration LIFE = Duration.ofDays(1);

    /**
     * A roster as it was read.
     *
     * @param groups none while nobody has said what its columns hold
     * @param source the table from which it was read; empty where it says by itself what it is
     */
    record Draft(List<RosterReading.Group> groups, List<String> notes, Optional<Source> source) {}

    /** A table and what its columns are taken for. @param notes what was not as usual in the file itself */
    record Source(RosterTable table, RosterMapping mapping, List<String> notes) {

        /** As it is read this way. */
        Draft read() {
            var mapped = MappedRoster.read(table, mapping);
            var all = new ArrayList<>(notes);
            all.addAll(mapped.notes());
            return new Draft(List.of(mapped.group()), all, Optional.of(this));
        }

        Source with(RosterMapping other) {
            return new Source(table, other, notes);
        }
    }

    /** How far the taking in of a roster is. */
    record Progress(int done, int total) {}

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    RosterDrafts(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    void keep(long course, Draft draft) {
        database.createNativeQuery("insert into roster_draft (course_id, body, created_at)"
                        + " values (:course, cast(:body as jsonb), :now) on conflict (course_id) do update"
                        + " set body = excluded.body, created_at = excluded.created_at, done = 0, total = 0")
                .setParameter("course", course)
                .setParameter("body", write(draft))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    Optional<Draft> find(long course) {
        List<?> rows = database.createNativeQuery(
                        "select cast(body as text) from roster_draft where course_id = :course and created_at > :oldest")
                .setParameter("course", course)
                .setParameter("oldest", clock.instant().minus(LIFE))
                .getResultList();
        return rows.stream().map(body -> read((String) body)).findFirst();
    }

    /** In a transaction of its own, so that others can see it. */
    void report(long course, Progress progress) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update roster_draft set done = :done, total = :total where course_id = :course")
                        .setParameter("done", progress.done())
                        .setParameter("total", progress.total())
                        .setParameter("course", course)
                        .executeUpdate());
    }

    @Transactional
    Progress progress(long course) {
        return Rows.first(
                        database.createNativeQuery("select done, total from roster_draft where course_id = :course")
                                .setParameter("course", course),
                        Progress.class)
                .orElse(new Progress(0, 0));
    }

    @Transactional
    void drop(long course) {
        database.createNativeQuery("delete from roster_draft where course_id = :course")
                .setParameter("course", course)
                .executeUpdate();
    }

    private String write(Draft draft) {
        try {
            // PostgreSQL's JSON has no NUL; the reader of the plan refuses what stands in its place.
            return json.writeValueAsString(draft).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a roster cannot be written as JSON", e);
        }
    }

    private Draft read(String body) {
        try {
            return json.readValue(body, Draft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a roster cannot be read", e);
        }
    }
}

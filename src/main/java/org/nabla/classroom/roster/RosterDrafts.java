package org.nabla.classroom.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rosters between being brought and being agreed to; in the database, so that any instance can go on with them. */
@ApplicationScoped
class RosterDrafts {

    private static final Duration LIFE = Duration.ofDays(1);

    /** A roster as it was read. */
    record Draft(List<RosterReading.Group> groups, List<String> notes) {}

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
                        + " set body = excluded.body, created_at = excluded.created_at")
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

    @Transactional
    void drop(long course) {
        database.createNativeQuery("delete from roster_draft where course_id = :course")
                .setParameter("course", course)
                .executeUpdate();
    }

    /** Names of people who may never come are not kept. */
    @Transactional
    @Scheduled(every = "1h", delayed = "15m")
    void dropOld() {
        database.createNativeQuery("delete from roster_draft where created_at <= :oldest")
                .setParameter("oldest", clock.instant().minus(LIFE))
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

package org.nabla.authoring.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.authoring.template.CheckState;
import org.nabla.authoring.template.TemplateVersion;
import org.nabla.query.Rows;

/** Versions that wait for their checks, in the database: any instance takes the next one, and takes over what another left. */
@Singleton
public class CheckQueue {

    /** An instance that has not written for so long does not run any more. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final int MOST_WAITING = 3;

    /** A version to be checked. */
    record Job(long template, int version, String yaml) {}

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    CheckQueue(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Says whether it waits now or has passed: not while the author has too many waiting already. What has passed stays so. */
    @Transactional
    public boolean add(UserId author, long template, int version) {
        var waiting = ((Number) database.createNativeQuery("select count(*) from template_version v"
                                + " join template t on t.id = v.template_id"
                                + " where t.author_id = :author and v.check_state in ('WAITING', 'RUNNING')")
                        .setParameter("author", author.value())
                        .getSingleResult())
                .intValue();
        if (waiting >= MOST_WAITING) {
            return false;
        }
        database.createNativeQuery(
                        "update template_version set check_state = 'WAITING', check_done = 0, check_steps = 0,"
                                + " check_beat = :now, check_report = null where template_id = :template and version = :version"
                                + " and check_state not in ('WAITING', 'RUNNING', 'PASSED')")
                .setParameter("now", clock.instant())
                .setParameter("template", template)
                .setParameter("version", version)
                .executeUpdate();
        return true;
    }

    /** The next one, which from now on is being checked here. */
    Optional<Job> take() {
        return take("true");
    }

    /** The waiting version of this template. */
    Optional<Job> take(long template) {
        return take("template_id = " + template);
    }

    private Optional<Job> take(String condition) {
        return QuarkusTransaction.requiringNew().call(() -> taken(condition));
    }

    private Optional<Job> taken(String condition) {
        return Rows.first(
                database.createNativeQuery("""
                        update template_version set check_state = 'RUNNING', check_beat = :now
                        where (template_id, version) = (
                            select template_id, version from template_version
                            where (check_state = 'WAITING' or (check_state = 'RUNNING' and check_beat < :silent)) and %s
                            order by check_beat limit 1 for update skip locked)
                        returning template_id, version, yaml""".formatted(condition))
                        .setParameter("now", clock.instant())
                        .setParameter("silent", clock.instant().minus(SILENCE)),
                Job.class);
    }

    @Transactional
    void progress(Job job, int done, int steps) {
        database.createNativeQuery("update template_version set check_done = :done, check_steps = :steps,"
                        + " check_beat = :now where template_id = :template and version = :version")
                .setParameter("done", done)
                .setParameter("steps", steps)
                .setParameter("now", clock.instant())
                .setParameter("template", job.template())
                .setParameter("version", job.version())
                .executeUpdate();
    }

    @Transactional
    void finish(Job job, boolean passed, List<String> findings) {
        database.createNativeQuery("update template_version set check_state = :state, check_done = check_steps,"
                        + " check_report = cast(:report as jsonb) where template_id = :template and version = :version")
                .setParameter("state", (passed ? CheckState.PASSED : CheckState.FAILED).name())
                .setParameter("report", write(findings))
                .setParameter("template", job.template())
                .setParameter("version", job.version())
                .executeUpdate();
    }

    public List<String> findings(TemplateVersion version) {
        return version.report().map(this::read).orElse(List.of());
    }

    private String write(List<String> findings) {
        try {
            return json.writeValueAsString(findings).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings cannot be written as JSON", e);
        }
    }

    private List<String> read(String report) {
        try {
            return json.readValue(report, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings cannot be read", e);
        }
    }
}

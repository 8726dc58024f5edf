package org.nabla.classroom.roster;

import static org.nabla.account.data.OwnTable.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** What teachers said that the columns of their files hold, by the header of the file. */
@Singleton
class RosterMappings implements OwnData {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    RosterMappings(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** What this teacher said last of a file with such a header. */
    @Transactional
    Optional<RosterMapping> find(UserId teacher, RosterTable table) {
        List<?> rows = database.createNativeQuery("select cast(mapping as text) from roster_columns"
                        + " where teacher_id = :teacher and header_hash = :header")
                .setParameter("teacher", teacher.value())
                .setParameter("header", key(table))
                .getResultList();
        return rows.stream()
                .map(text -> read((String) text))
                .filter(mapping -> mapping.columns().size() == table.columns())
                .findFirst();
    }

    @Transactional
    void remember(UserId teacher, RosterTable table, RosterMapping mapping) {
        database.createNativeQuery("insert into roster_columns (teacher_id, header_hash, mapping, used_at)"
                        + " values (:teacher, :header, cast(:mapping as jsonb), :now)"
                        + " on conflict (teacher_id, header_hash) do update"
                        + " set mapping = excluded.mapping, used_at = excluded.used_at")
                .setParameter("teacher", teacher.value())
                .setParameter("header", key(table))
                .setParameter("mapping", write(mapping))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Files without header are alike where they have as many columns. */
    private static byte[] key(RosterTable table) {
        var header = RosterMapping.guess(table).header()
                ? RosterColumn.plain(table.first().cells())
                : table.columns() + " columns without names";
        try {
            return MessageDigest.getInstance("SHA-256").digest(header.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String write(RosterMapping mapping) {
        try {
            return json.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping cannot be written as JSON", e);
        }
    }

    private RosterMapping read(String text) {
        try {
            return json.readValue(text, RosterMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping cannot be read", e);
        }
    }

    @Override
    public List<OwnTable> tables() {
        return List.of(new OwnTable(
                "roster_columns",
                "What you said that the columns of your rosters hold.",
                Set.of("roster_columns"),
                List.of(
                        column("mapping", "what each column holds, and whether the first line names them"),
                        column("used_at", "when you said so")),
                "select mapping, used_at from roster_columns where teacher_id = :user order by used_at, header_hash",
                Map.of(
                        "roster_columns.teacher_id",
                        "it is you",
                        "roster_columns.header_hash",
                        "a number computed from the names of the columns, by which they are known again")));
    }
}

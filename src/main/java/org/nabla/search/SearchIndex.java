package org.nabla.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.nabla.query.Rows;

/** Writes what can be found into the database soon after the application has started, and finds it there. */
@Singleton
class SearchIndex {
    private static final int MOST = 40;
    private static final int PATIENCE_SECONDS = 4;

    /** Entries that are new or changed, in one statement; what is no more is taken out by another. */
    private static final String WRITE = """
            insert into search_entry (address, kind, title, detail, name, words)
            select address, kind, title, detail, name, words
            from jsonb_to_recordset(cast(:rows as jsonb))
                as r(address text, kind text, title text, detail text, name text, words text)
            on conflict (address) do update
                set kind = excluded.kind, title = excluded.title, detail = excluded.detail, name = excluded.name,
                    words = excluded.words
                where (search_entry.kind, search_entry.title, search_entry.detail, search_entry.name, search_entry.words)
                    is distinct from (excluded.kind, excluded.title, excluded.detail, excluded.name, excluded.words)""";

    private static final String CLEAN = """
            delete from search_entry where address not in
                (select address from jsonb_to_recordset(cast(:rows as jsonb)) as r(address text))""";

    /**
     * How like the query the title is counts most, then how like some stretch of it and of the other words, then whether all
     * words are there in any order and form. Half of the trigrams of a stretch must be those of the query.
     */
    private static final String FIND = """
            select kind, address, title, detail
            from (select kind, address, title, detail,
                         similarity(name, :query) as whole,
                         word_similarity(:query, name) as part,
                         word_similarity(:query, words) as other,
                         case when to_tsvector('english', words) @@ plainto_tsquery('english', :query) then 1 else 0 end as text
                  from search_entry) as e
            where part >= 0.43 or other >= 0.6 or text = 1
            order by 2 * whole + 1.5 * part + 0.5 * other + text + case kind when 'SKILL' then 0.2 else 0 end desc, title
            limit :most""";

    private final List<SearchSource> sources;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Lock filling = new ReentrantLock();
    private volatile boolean filled;

    SearchIndex(@All List<SearchSource> sources, EntityManager database, ObjectMapper json) {
        this.sources = sources;
        this.database = database;
        this.json = json;
    }

    /**
     * Not at the start: no first page waits for it. Where the database was away, the next turn does it. Who asks before it is done
     * does it or waits, but not for long: then they find what an earlier start has written.
     */
    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void fill() throws InterruptedException {
        if (!filled && filling.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            try {
                if (!filled) {
                    write();
                    filled = true;
                }
            } finally {
                filling.unlock();
            }
        }
    }

    private void filledFirst() {
        try {
            fill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        var rows = rows();
        QuarkusTransaction.requiringNew().run(() -> {
            // Instances that start together write one after the other.
            database.createNativeQuery("lock table search_entry in share row exclusive mode")
                    .executeUpdate();
            database.createNativeQuery(WRITE).setParameter("rows", rows).executeUpdate();
            database.createNativeQuery(CLEAN).setParameter("rows", rows).executeUpdate();
        });
    }

    private String rows() {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        for (var source : sources) {
            source.entries()
                    .forEach(entry -> rows.putIfAbsent(
                            entry.address(),
                            Map.of(
                                    "address", entry.address(),
                                    "kind", entry.kind().name(),
                                    "title", entry.title(),
                                    "detail", entry.detail(),
                                    "name", FoldedWords.of(entry.title()),
                                    "words", FoldedWords.of(entry.title() + " " + entry.words()))));
        }
        try {
            return json.writeValueAsString(rows.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always have a form in JSON", e);
        }
    }

    private record Found(SearchEntry.Kind kind, String address, String title, String detail) {}

    /** What fits best, first; nothing for a query without a word. */
    List<SearchEntry> find(String typed) {
        var query = FoldedWords.ofQuery(typed);
        if (query.isEmpty()) {
            return List.of();
        }
        filledFirst();
        return Rows.all(
                        database.createNativeQuery(FIND)
                                .setParameter("query", query)
                                .setParameter("most", MOST),
                        Found.class)
                .stream()
                .map(found -> new SearchEntry(found.kind(), found.address(), found.title(), found.detail(), ""))
                .toList();
    }
}

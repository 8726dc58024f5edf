package org.nabla.operation.retention;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.nabla.database.Patience;
import org.nabla.query.Rows;

/**
 * Removes what need not be kept, every hour. In small batches, each a transaction of its own, so that nobody waits for it; two
 * instances that do it at once share the work. What a run leaves the next one takes.
 */
@Singleton
class RetentionJob {
    private static final int MOST_BATCHES = 200;
    /** With a guest goes all that they did. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RetentionRules rules;
    private final EntityManager database;
    private final Patience patience;
    private final Clock clock;

    RetentionJob(RetentionRules rules, EntityManager database, Patience patience, Clock clock) {
        this.patience = patience;
        this.rules = rules;
        this.database = database;
        this.clock = clock;
    }

    /** One rule that fails does not keep the others. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void runAll() {
        for (var rule : rules.all()) {
            try {
                run(rule, clock.instant());
            } catch (RuntimeException e) {
                Log.errorf(e, "The rule of retention %s failed", rule.key());
            }
        }
    }

    void run(RetentionRule rule, Instant now) {
        var removed = 0L;
        for (var i = 0; i < MOST_BATCHES; i++) {
            int batch = QuarkusTransaction.requiringNew()
                    .call(() -> patience.upTo(LONGEST, () -> rule.removal().batch(database, now, rule.batch())));
            removed += batch;
            if (batch < rule.batch()) {
                break;
            }
        }
        var total = removed;
        QuarkusTransaction.requiringNew().run(() -> note(rule, now, total));
    }

    private void note(RetentionRule rule, Instant now, long removed) {
        database.createNativeQuery("""
                        insert into retention_run as r (rule, ran_at, removed, total) values (:rule, :now, :removed, :removed)
                        on conflict (rule) do update
                        set ran_at = :now, removed = :removed, total = r.total + :removed""")
                .setParameter("rule", rule.key())
                .setParameter("now", now)
                .setParameter("removed", removed)
                .executeUpdate();
    }

    /** What became of each rule, by its key. */
    @Transactional
    Map<String, RetentionRule.Run> runs() {
        var query = database.createNativeQuery("select rule, ran_at, removed, total from retention_run");
        return Rows.all(query, RunOf.class).stream().collect(Collectors.toMap(RunOf::rule, RunOf::run));
    }

    private record RunOf(String rule, RetentionRule.Run run) {}
}

package org.nabla.classroom.outbox;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;

/**
 * Carries marks over from learners to their courses: at once after the transaction that changed them, by the instance that did, so that
 * a teacher who looks next sees them; and what that missed, because it failed or its instance ended, every few seconds by any.
 */
@Singleton
class MarkCarriage {
    private static final int AT_ONCE = 500;

    private final MarkOutbox outbox;

    MarkCarriage(MarkOutbox outbox) {
        this.outbox = outbox;
    }

    /** Whoever has answered is not told where this fails: their answer is kept, and it is tried again. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) MarksChanged changed) {
        try {
            carry(changed.learners());
        } catch (RuntimeException e) {
            Log.warnf(
                    "Marks of %d learners are carried over later: %s",
                    changed.learners().size(), e.getMessage());
        }
    }

    @Scheduled(
            every = "${nabla.classroom.marks-every:5s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void carryAll() {
        carry(Set.of());
    }

    /** @param learners whose; empty for everybody's */
    private void carry(Collection<Long> learners) {
        while (QuarkusTransaction.requiringNew().call(() -> carrySome(learners)) == AT_ONCE) {
            // There may be more.
        }
    }

    private int carrySome(Collection<Long> learners) {
        var lines = outbox.waiting(learners, AT_ONCE);
        if (!lines.isEmpty()) {
            outbox.put(lines);
            outbox.remove(lines);
        }
        return lines.size();
    }
}

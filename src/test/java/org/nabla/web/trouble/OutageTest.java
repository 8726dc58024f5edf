package org.nabla.web.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What stands behind a failure, however deep. */
class OutageTest {

    private static final SQLException AWAY = new SQLException("An I/O error occurred", "08006");

    @Test
    void aCauseIsFound() {
        assertThat(Outage.behind(new IllegalStateException(new RuntimeException(AWAY))))
                .contains(Outage.AWAY);
    }

    /** As where the server dies or hangs while it is told to commit. */
    @Test
    void theReasonWhyACommitFailedIsFound() {
        var rollback = new IllegalStateException("could not commit");
        rollback.addSuppressed(new RuntimeException(AWAY));

        assertThat(Outage.behind(new RuntimeException(rollback))).contains(Outage.AWAY);
    }

    @Test
    void aFailureOfOurOwnIsNoneEvenWhereItLeadsInACircle() {
        var failure = new IllegalStateException("ours");
        failure.addSuppressed(new RuntimeException(failure));

        assertThat(Outage.behind(failure)).isEmpty();
    }
}

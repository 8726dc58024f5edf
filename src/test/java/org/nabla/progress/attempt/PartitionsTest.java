package org.nabla.progress.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.SetClock;
import org.nabla.database.Patience;
import org.nabla.progress.store.Histories;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class PartitionsTest {

    @Inject
    AttemptRepository attempts;

    @Inject
    Patience patience;

    @Inject
    Histories histories;

    @Inject
    EntityManager database;

    private final SetClock clock = new SetClock(Instant.parse("2040-12-31T23:59:58Z"));

    @Test
    void overNewYearAndAfterAYearsSleepAnswersHaveAPartitionOfTheirMonth() {
        ensure();
        assertThat(partitionOfAnAnswer(0)).isEqualTo("attempt_2040_12");
        clock.pass(Duration.ofSeconds(4));
        assertThat(partitionOfAnAnswer(1)).isEqualTo("attempt_2041_01");

        clock.pass(Duration.ofDays(400)); // nobody is up; then somebody answers before the partitions are made
        assertThat(partitionOfAnAnswer(2)).isEqualTo("attempt_default");
        ensure();

        assertThat(partitionOfAnAnswer(3)).as("the month stays where it is").isEqualTo("attempt_default");
        clock.pass(Duration.ofDays(31));
        assertThat(partitionOfAnAnswer(4)).isEqualTo("attempt_2042_03");
        ensure();
        clock.pass(Duration.ofDays(360));
        assertThat(partitionOfAnAnswer(5)).isEqualTo("attempt_2043_03");
    }

    private void ensure() {
        var partitions = new Partitions(attempts, patience, clock);
        QuarkusTransaction.requiringNew().run(partitions::ensure);
    }

    private String partitionOfAnAnswer(int seed) {
        var learner = histories.learner();
        histories.answer(learner, histories.exercise("made-for-months", seed, List.of("TH09")), clock.instant(), true);
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select cast(cast(tableoid as regclass) as text) from attempt where learner_id = :learner")
                .setParameter("learner", learner.value())
                .getSingleResult());
    }
}

package org.nabla.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.SetClock;
import org.nabla.account.Throttle.Subject;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
@TestTransaction
class ThrottleTest {

    @Inject
    EntityManager database;

    private final SetClock clock = new SetClock();
    private Throttle throttle;

    @BeforeEach
    void startsWithNoFailures() {
        throttle = new Throttle(database, clock);
    }

    @Test
    void theFirstFewAttemptsNeedNotWait() {
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(throttle.attempt(Subject.LOGIN, "ada")).isEmpty();
        }
    }

    @Test
    void theWaitDoublesAndEndsGrowing() {
        failFiveTimes();

        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(throttle.attempt(Subject.LOGIN, "ada")).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(throttle.attempt(Subject.LOGIN, "ada")).isEmpty();
        }
    }

    @Test
    void aClockThatIsPutBackLetsNobodyWaitLonger() {
        failFiveTimes();
        throttle.attempt(Subject.ADDRESS, "10.0.0.1");
        clock.pass(Duration.ofDays(-1));

        assertThat(throttle.attempt(Subject.ADDRESS, "10.0.0.1")).isEmpty();
        assertThat(throttle.attempt(Subject.LOGIN, "ada")).contains(Duration.ofSeconds(1));
    }

    @Test
    void anotherLoginDoesNotWait() {
        failFiveTimes();

        assertThat(throttle.attempt(Subject.LOGIN, "bob")).isEmpty();
        assertThat(throttle.attempt(Subject.ADDRESS, "ada")).isEmpty();
    }

    @Test
    void successForgetsTheFailuresOfALogin() {
        failFiveTimes();

        throttle.succeeded(Subject.LOGIN, "ada");

        assertThat(throttle.attempt(Subject.LOGIN, "ada")).isEmpty();
    }

    /** Or whoever has an account of their own could clear their address between guesses. */
    @Test
    void successOfOneDoesNotForgetTheFailuresOfAnAddress() {
        for (var attempt = 0; attempt < 50; attempt++) {
            throttle.attempt(Subject.ADDRESS, "192.0.2.1");
        }

        throttle.succeeded(Subject.ADDRESS, "192.0.2.1");

        assertThat(throttle.attempt(Subject.ADDRESS, "192.0.2.1")).isEmpty();
        assertThat(throttle.attempt(Subject.ADDRESS, "192.0.2.1")).isPresent();
    }

    @Test
    void failuresAreForgottenAfterADay() {
        failFiveTimes();
        clock.pass(Duration.ofHours(25));

        assertThat(throttle.attempt(Subject.LOGIN, "ada")).isEmpty();
        assertThat(throttle.attempt(Subject.LOGIN, "ada"))
                .as("a second one at once")
                .isEmpty();
    }

    private void failFiveTimes() {
        for (var attempt = 0; attempt < 5; attempt++) {
            throttle.attempt(Subject.LOGIN, "ada");
        }
    }
}

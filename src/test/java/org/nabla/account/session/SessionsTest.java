package org.nabla.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.SetClock;
import org.nabla.account.AccountConfig;
import org.nabla.account.User;
import org.nabla.account.UserRepository;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
@TestTransaction
class SessionsTest {

    @Inject
    SessionRepository sessions;

    @Inject
    AccountConfig config;

    @Inject
    UserRepository users;

    private final SetClock clock = new SetClock();

    @Test
    void whoComesEachDayStaysSignedInForHalfAYear() {
        var ada = User.guest(clock.instant());
        ada.signUp("Ada", "ada-" + System.nanoTime(), "x", java.util.Optional.empty());

        assertThat(daysOf(ada)).isEqualTo(179);
    }

    @Test
    void whoStaysAwayForAMonthSignsInAgain() {
        var ada = User.guest(clock.instant());
        ada.signUp("Ada", "ada-" + System.nanoTime(), "x", java.util.Optional.empty());
        users.persist(ada);
        var service = new SessionService(sessions, config, clock);
        var token = service.open(ada, "a browser");

        clock.pass(Duration.ofDays(30).minusMinutes(1));
        assertThat(service.find(token)).isPresent();
        clock.pass(Duration.ofDays(30));
        assertThat(service.find(token)).isEmpty();
    }

    /** Nobody can sign in as the same guest again. */
    @Test
    void aGuestWhoComesEachDayIsNeverCutOff() {
        assertThat(daysOf(User.guest(clock.instant()))).isEqualTo(400);
    }

    /** On how many of the next 400 days they are still known. */
    private int daysOf(User user) {
        users.persist(user);
        var service = new SessionService(sessions, config, clock);
        var token = service.open(user, "a browser");
        int days = 0;
        while (days < 400) {
            clock.pass(Duration.ofDays(1));
            if (service.find(token).isEmpty()) {
                break;
            }
            days++;
        }
        return days;
    }
}

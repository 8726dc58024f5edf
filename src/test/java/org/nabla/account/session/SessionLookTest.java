package org.nabla.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.SetClock;
import org.nabla.account.AccountConfig;
import org.nabla.account.Token;
import org.nabla.account.User;
import org.nabla.account.UserRepository;

/** Who sends a request is looked up outside of any transaction, by most pages at least. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SessionLookTest {
    @Inject
    SessionRepository sessions;

    @Inject
    AccountConfig config;

    @Inject
    UserRepository users;

    @Inject
    AgroalDataSource database;

    private final SetClock clock = new SetClock();

    /** More requests at once than there are connections, each of which goes on after that for a while. */
    @Test
    void itKeepsNoConnectionForTheRestOfTheRequest() throws Exception {
        var service = new SessionService(sessions, config, clock);
        var token = signedIn(service);
        var requests =
                4 * database.getConfiguration().connectionPoolConfiguration().maxSize();
        var looked = new CountDownLatch(requests);
        var threads = Executors.newFixedThreadPool(requests);
        try {
            var found = IntStream.range(0, requests)
                    .mapToObj(i -> threads.submit(() -> inARequest(() -> {
                        var known = service.find(token);
                        looked.countDown();
                        assertThat(looked.await(1, TimeUnit.MINUTES)).isTrue();
                        return known;
                    })))
                    .toList();
            for (var one : found) {
                assertThat(one.get().map(some -> some.user().name())).contains("Ada");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void itIsProlongedInATransactionOfItsOwn() throws Exception {
        var service = new SessionService(sessions, config, clock);
        var token = signedIn(service);
        var seen = lastSeen(token);
        clock.pass(Duration.ofHours(2));

        assertThat(inARequest(() -> service.find(token)).map(SessionService.Found::prolonged))
                .contains(true);
        assertThat(lastSeen(token)).isEqualTo(seen.plus(Duration.ofHours(2)));
        assertThat(inARequest(() -> service.find(token)).map(SessionService.Found::prolonged))
                .contains(false);
    }

    private static <T> T inARequest(Callable<T> task) throws Exception {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return task.call();
        } finally {
            context.terminate();
        }
    }

    private Token signedIn(SessionService service) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var ada = User.guest(clock.instant());
            ada.signUp("Ada", "ada-" + System.nanoTime(), "x", Optional.empty());
            users.persist(ada);
            return service.open(ada, "a browser");
        });
    }

    private Instant lastSeen(Token token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sessions.findById(token.hash()).lastSeenAt());
    }
}

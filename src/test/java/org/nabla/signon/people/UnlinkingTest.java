package org.nabla.signon.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.account.UserId;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class UnlinkingTest {
    /** Without the turns some of them leave nobody a way in. */
    private static final int PEOPLE = 20;

    @Inject
    Unlinking unlinking;

    @Inject
    Identities identities;

    @Inject
    EntityManager database;

    @Test
    void ofTheLastTwoWaysInThatAreUnlinkedAtOnceOneStays() {
        for (var i = 0; i < PEOPLE; i++) {
            var ada = withoutPassword();
            var both = identities.of(ada);
            var together = new CyclicBarrier(both.size());

            var results = both.stream()
                    .map(identity -> CompletableFuture.supplyAsync(() -> {
                        meet(together);
                        return unlinking.unlink(ada, identity.number());
                    }))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(results).containsExactlyInAnyOrder(Unlinking.Result.DONE, Unlinking.Result.ONLY_WAY_IN);
            assertThat(identities.of(ada)).hasSize(1);
        }
    }

    private UserId withoutPassword() {
        var ada = QuarkusTransaction.requiringNew()
                .call(() -> new UserId(((Number) database.createNativeQuery(
                                        "insert into account (name, login, created_at) values ('Ada', :login, now()) returning id")
                                .setParameter("login", "ada-" + UUID.randomUUID())
                                .getSingleResult())
                        .longValue()));
        IntStream.range(0, 2)
                .mapToObj(i -> new Person(
                        "https://school.example",
                        UUID.randomUUID().toString(),
                        "",
                        JsonNodeFactory.instance.objectNode()))
                .forEach(person -> identities.give(person, ada));
        return ada;
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

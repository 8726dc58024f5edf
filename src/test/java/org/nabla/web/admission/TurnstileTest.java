package org.nabla.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnstileTest {
    private final List<String> went = new ArrayList<>();
    private final List<String> sentAway = new ArrayList<>();
    private final Deque<Visit> inside = new ArrayDeque<>();

    @Test
    void someComeInAndTheOthersWaitTheirTurn() {
        var turnstile = new Turnstile(2, 10);

        enter(turnstile, "a1 b1 a2 b2");

        assertThat(went).containsExactly("a1", "b1");
        assertThat(turnstile.waiting()).isEqualTo(2);

        turnstile.leave(inside.remove());

        assertThat(went).containsExactly("a1", "b1", "a2");
    }

    @Test
    void whoSendsManyDelaysOthersByOne() {
        var turnstile = new Turnstile(1, 100);
        enter(turnstile, "a1 a2 a3 a4 a5 b1 c1 b2");

        while (!inside.isEmpty()) {
            turnstile.leave(inside.remove());
        }

        assertThat(went).containsExactly("a1", "a2", "b1", "c1", "a3", "b2", "a4", "a5");
    }

    @Test
    void oneClientLeavesSomePlacesToOthers() {
        var turnstile = new Turnstile(8, 100);

        enter(turnstile, "a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 c1");

        assertThat(went).containsExactly("a1", "a2", "a3", "a4", "a5", "a6", "b1", "c1");
    }

    @Test
    void whereTheLinesAreFullTheLongestLosesItsLast() {
        var turnstile = new Turnstile(1, 3);

        enter(turnstile, "a1 a2 a3 a4 b1");

        assertThat(sentAway).containsExactly("a4");
        assertThat(turnstile.sentAway()).isEqualTo(1);

        enter(turnstile, "a5 b2");

        assertThat(sentAway).containsExactly("a4", "a5", "a3");
    }

    @Test
    void whoGoesWhileWaitingTakesNoPlace() {
        var turnstile = new Turnstile(1, 10);
        enter(turnstile, "a1");
        var gone = enter(turnstile, "b1");
        enter(turnstile, "c1");

        turnstile.leave(gone);
        turnstile.leave(inside.remove());

        assertThat(went).containsExactly("a1", "c1");
    }

    @Test
    void whoHasWaitedTooLongIsSentAwayAndWhoIsInsideIsNot() {
        var turnstile = new Turnstile(1, 10);
        var first = enter(turnstile, "a1");
        var second = enter(turnstile, "a2");

        turnstile.giveUp(first);
        turnstile.giveUp(second);
        turnstile.giveUp(second);

        assertThat(sentAway).containsExactly("a2");
        assertThat(turnstile.inside()).isEqualTo(1);
        assertThat(turnstile.waiting()).isZero();
    }

    /** Whatever happens in whatever order: never too many inside, nobody called twice, nobody forgotten. */
    @Test
    void everybodyIsCalledOnceAndNoPlaceIsLost() {
        var chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            var turnstile = new Turnstile(1 + chance.nextInt(6), chance.nextInt(12));
            Map<Visit, Integer> calls = new HashMap<>();
            List<Visit> open = new ArrayList<>();
            for (int step = 0; step < 200; step++) {
                if (chance.nextInt(3) > 0) {
                    var visit = new Visit[1];
                    Runnable called = () -> calls.merge(visit[0], 1, Integer::sum);
                    visit[0] = new Visit("c" + chance.nextInt(4), called, called);
                    open.add(visit[0]);
                    turnstile.enter(visit[0]);
                } else if (!open.isEmpty()) {
                    var visit = open.get(chance.nextInt(open.size()));
                    if (chance.nextBoolean()) {
                        turnstile.giveUp(visit);
                    } else {
                        turnstile.leave(visit);
                        open.remove(visit);
                    }
                }
                assertThat(calls.values()).allMatch(count -> count == 1);
            }
            open.forEach(turnstile::leave);
            assertThat(turnstile.inside()).isZero();
            assertThat(turnstile.waiting()).isZero();
        }
    }

    @ParameterizedTest(name = "after {1} ms with {0} bytes {2} ms are left")
    @CsvSource(textBlock = """
            0,       0,     10000
            0,       10000, 0
            100,     10000, 100
            1000000, 10000, 1000000
            1000000, 60000, 950000
            """)
    void aBodyIsWaitedForLongerTheMoreHasCome(long bytes, long since, long left) {
        var patience = new BodyPatience(Duration.ofSeconds(10), 1000);

        assertThat(patience.left(bytes, Duration.ofMillis(since))).isEqualTo(Duration.ofMillis(left));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            GET,  /practice/divergence/7,  VIEW
            HEAD, /,                       VIEW
            GET,  /sign-in,                VIEW
            POST, /practice/divergence/7,  SEND
            POST, /api/v1/check,           SEND
            POST, /sign-in-elsewhere,      SEND
            POST, /sign-in,                ENTRY
            POST, /new-password/abc,       ENTRY
            GET,  /assets/app.css,         ''
            GET,  /q/health/live,          ''
            """)
    void aRequestIsOfOneKind(String method, String path, String kind) {
        assertThat(RequestKind.of(HttpMethod.valueOf(method), path)
                        .map(RequestKind::name)
                        .orElse(""))
                .isEqualTo(kind);
    }

    /** Clients are named by their letter. Returns the last. */
    private Visit enter(Turnstile turnstile, String names) {
        var last = new Visit[1];
        for (var name : names.split(" ")) {
            var visit = new Visit[1];
            visit[0] = new Visit(
                    name.substring(0, 1),
                    () -> {
                        went.add(name);
                        inside.add(visit[0]);
                    },
                    () -> sentAway.add(name));
            turnstile.enter(visit[0]);
            last[0] = visit[0];
        }
        return last[0];
    }
}

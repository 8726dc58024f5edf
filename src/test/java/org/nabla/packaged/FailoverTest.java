package org.nabla.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nabla.database.StandbyPair;

/** A standby takes over while people answer: {@code mvn package} comes first. */
@EnabledIfSystemProperty(named = "nabla.long", matches = "true")
class FailoverTest {
    private static final int PEOPLE = 4;

    @TempDir
    Path folder;

    /** Steps of a failover. */
    private interface Steps {
        void take(StandbyPair servers, List<Persistent> people) throws Exception;
    }

    @Test
    void aPrimaryThatDiesLosesNothingAndTheStandbyServes() throws Exception {
        failOver("KILLED", (servers, people) -> {
            servers.killPrimary();
            Persistent.awaitEach(people, 3, false);
        });
    }

    /** The old one hangs while the new one serves, and is dead only then: nothing that it holds may count. */
    @Test
    void aPrimaryThatHangsLosesNothingAndTheStandbyServes() throws Exception {
        failOver("HANGS", (servers, people) -> {
            servers.freezePrimary();
            Persistent.awaitEach(people, 2, false);
        });
    }

    private void failOver(String fault, Steps steps) throws Exception {
        assumeTrue(
                PackagedInstance.isBuilt(), "there is no target/quarkus-app: mvn -Dmaven.test.skip package makes it");
        try (var servers = StandbyPair.in(folder);
                var instance =
                        PackagedInstance.start(Path.of("target", "failover-" + fault + ".log"), settings(servers))) {
            instance.awaitReady();
            var people = new ArrayList<Persistent>();
            for (var i = 0; i < PEOPLE; i++) {
                people.add(new Persistent(instance.address()));
            }
            Persistent.awaitEach(people, 20, true);

            var begun = System.nanoTime();
            steps.take(servers, people);
            var promoted = System.nanoTime();
            servers.promote();
            Persistent.awaitEach(people, 20, true);
            servers.killPrimary(); // where it only hung: nobody may write there any more
            Persistent.awaitEach(people, 20, true);
            people.forEach(Persistent::stop);

            var seen = people.stream().flatMap(one -> one.seen().stream()).toList();
            var refused = seen.stream().filter(one -> !one.served()).toList();
            System.out.printf(
                    "primary %s: %d pages refused, the longest after %.1f s; promoted after %.1f s, all was well %.1f s later%n",
                    fault,
                    refused.size(),
                    seconds(seen.stream().mapToLong(one -> one.waited().toNanos())),
                    (promoted - begun) / 1e9,
                    seconds(refused.stream().mapToLong(one -> one.at() - promoted)));
            assertThat(refused)
                    .extracting(one ->
                            one.page().saysBackInAMoment() ? "" : one.page().asString())
                    .containsOnly("");
            assertThat(seen).allMatch(one -> one.waited().compareTo(Persistent.LONGEST) < 0);
            for (var person : people) {
                assertThat(servers.onStandby("select count(*) from attempt where learner_id ="
                                + " (select id from account where login = '" + person.login() + "')"))
                        .isEqualTo(Integer.toString(person.taken()));
            }
        }
    }

    private static double seconds(LongStream nanos) {
        return nanos.max().orElse(0) / 1e9;
    }

    private static HashMap<String, String> settings(StandbyPair servers) {
        var settings = new HashMap<>(servers.settings());
        settings.put("nabla.prepared.variants", "0");
        settings.put("nabla.algebra.spares", "0");
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        return settings;
    }
}

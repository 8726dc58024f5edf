package org.nabla.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.database.EmbeddedPostgres;

/** Two instances behind a real proxy with the settings that we ship, under load: {@code mvn package} comes first. */
@EnabledIfSystemProperty(named = "nabla.long", matches = "true")
class RollingRestartTest {
    private static final int PEOPLE = 8;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres database;
    private static PackagedInstance first;
    private static PackagedInstance second;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(
                PackagedInstance.isBuilt(), "there is no target/quarkus-app: mvn -Dmaven.test.skip package makes it");
        database = EmbeddedPostgres.start(folder.resolve("data"));
        var settings = new HashMap<>(database.settings());
        settings.put("nabla.departure.notice", "6s");
        settings.put("nabla.prepared.variants", "0");
        settings.put("nabla.algebra.spares", "0");
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        first = PackagedInstance.start(folder.resolve("first.log"), Map.copyOf(settings));
        first.awaitReady();
        second = PackagedInstance.start(folder.resolve("second.log"), Map.copyOf(settings));
        second.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"haproxy", "caddy"})
    void aRollingRestartLosesNoRequest(String name) throws Exception {
        try (var proxy = proxy(name);
                var load = new SteadyLoad(proxy.address(), PEOPLE, false)) {
            load.awaitMore(200);
            for (var instance : new PackagedInstance[] {first, second}) {
                instance.stop();
                load.awaitMore(100);
                instance.startAgain();
                instance.awaitReady();
                // As whoever restarts one after another has to: a proxy looks some seconds later that it is there
                // again.
                instance.awaitAsked(50);
                load.awaitMore(200);
            }
            System.out.printf(
                    "rolling restart behind %s: %d requests, failed %s%n", name, load.requests(), load.failures());
            assertThat(load.failures())
                    .allSatisfy((what, count) -> assertThat(what)
                            .as("what failed")
                            .startsWith("POST")
                            .matches(any -> Proxy.closesBodies(name), "by a Caddy that cannot send a body twice"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"haproxy", "caddy"})
    void oneThatIsKilledFailsOnlyWhatItWasAnsweringAndThatIsSentAgain(String name) throws Exception {
        try (var proxy = proxy(name);
                var load = new SteadyLoad(proxy.address(), PEOPLE, true)) {
            load.awaitMore(200);

            first.kill();

            load.awaitMore(400);
            System.out.printf(
                    "one of two killed behind %s: %d requests, sent again %d, failed %s%n",
                    name, load.requests(), load.sentAgain(), load.failures());
            assertThat(load.sentAgain()).isLessThanOrEqualTo(PEOPLE);
            assertThat(load.failures()).isEmpty();
        }
        first.startAgain();
        first.awaitReady();
    }

    @Test
    void anInstanceThatNobodyAsksAnythingEndsAtOnce() throws Exception {
        var settings = new HashMap<>(database.settings());
        settings.put("nabla.prepared.variants", "0");
        try (var alone = PackagedInstance.start(folder.resolve("alone.log"), settings)) {
            alone.awaitReady();
            var begun = System.nanoTime();

            alone.stop();

            assertThat((System.nanoTime() - begun) / 1_000_000)
                    .as("milliseconds; the time that requests may take is 4 s")
                    .isLessThan(4_000);
        }
    }

    private static Proxy proxy(String name) throws IOException {
        assumeTrue(Proxy.program(name).isPresent(), name + " is not installed");
        return name.equals("haproxy") ? Proxy.haproxy(folder, first, second) : Proxy.caddy(folder, first, second);
    }
}

package org.nabla;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class OperationsTest {
    private static final String PORT = "quarkus.management.port";

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void aliveSaysNothingOfOthers() {
        given().get(live).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void readyMeansThatTheDatabaseAnswersAndTellsHowItStandsWithAlgebra() {
        given().get(ready)
                .then()
                .body("checks.name", hasItem("Database connections health check"))
                .body("checks.find { it.name == 'Stays' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'Algebra' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'Algebra' }.data.state", oneOf("STARTING", "READY", "AWAY"));
    }

    @Test
    void theMetricsCountAlgebraAndWhoIsLetIn() {
        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("nabla_algebra_requests_total{outcome=\"timed-out\"}"))
                .body(containsString("nabla_algebra_workers{state=\"idle\"}"))
                .body(containsString("nabla_admission_waiting{kind=\"view\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health", "/q/health/live", "/q/health/ready"})
    void thePortOfThePagesHasNoneOfIt(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void anotherPortIsTakenWhereTheUsualOneIsInUse() throws IOException {
        var before = System.getProperty(PORT);
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ManagementPort.settle(config(other.getLocalPort(), 250))).isEmpty();

            assertThat(Integer.getInteger(PORT)).isPositive().isNotEqualTo(other.getLocalPort());
        } finally {
            if (before == null) {
                System.clearProperty(PORT);
            } else {
                System.setProperty(PORT, before);
            }
        }
    }

    @Test
    void aPortThatSomebodyChoseAndThatIsInUseIsRefusedInWords() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ManagementPort.settle(config(other.getLocalPort(), 300)))
                    .get()
                    .asString()
                    .contains("Port " + other.getLocalPort())
                    .contains("quarkus.management.port");
        }
    }

    private static Config config(int port, int ordinal) {
        var settings = Map.of(PORT, String.valueOf(port), "quarkus.management.host", "127.0.0.1");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", ordinal))
                .build();
    }
}

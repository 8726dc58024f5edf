package org.nabla;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {

    @Test
    void aliveSaysNothingOfOthers() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void readyMeansThatTheDatabaseAnswersAndTellsHowItStandsWithAlgebra() {
        given().get("/q/health/ready")
                .then()
                .body("checks.name", hasItem("Database connections health check"))
                .body("checks.find { it.name == 'Algebra' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'Algebra' }.data.state", oneOf("STARTING", "READY", "AWAY"));
    }

    @Test
    void theMetricsCountAlgebra() {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("nabla_algebra_requests_total{outcome=\"timed-out\"}"))
                .body(containsString("nabla_algebra_workers{state=\"idle\"}"));
    }
}

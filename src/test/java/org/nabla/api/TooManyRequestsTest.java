package org.nabla.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class TooManyRequestsTest {
    /** Above the burst by what comes back even on a slow machine. */
    private static final int MANY = 500;

    private static Response post(String address) {
        return given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/check");
    }

    private static Response spend(String address) {
        for (var i = 0; i < MANY; i++) {
            var response = post(address);
            if (response.statusCode() == 429) {
                return response;
            }
        }
        throw new AssertionError("never refused");
    }

    @Test
    void tooManyRequestsAreToldWhenToComeBack() {
        var refused = spend("203.0.113.30");

        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getInt("status")).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
    }

    @Test
    void theyCountForExercisesTooAndForNoOtherAddress() {
        spend("203.0.113.31");

        given().header("X-Forwarded-For", "203.0.113.31")
                .get("/api/v1/exercises/no-such-template?seed=1")
                .then()
                .statusCode(429);
        assertThat(post("203.0.113.32").statusCode()).isEqualTo(400);
    }
}

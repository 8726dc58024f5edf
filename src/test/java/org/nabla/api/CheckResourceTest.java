package org.nabla.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class CheckResourceTest {

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/check")
                .then();
    }

    @Test
    void aRightResponseIsCorrect() {
        post("""
            {"answer": {"kind": "expression", "value": "2*x*y", "variables": {"x": "real", "y": "positive"},
                        "decimals": 4, "form": "any", "mistakes": [{"value": "2*x", "feedback": "…"}]},
             "response": "2xy"}\
            """)
                .statusCode(200)
                .contentType("application/json")
                .body("outcome", equalTo("CORRECT"))
                .body("score", equalTo(1.0f))
                .body("decided", equalTo("identical"))
                .body("message", equalTo(""))
                .body("understood.text", equalTo("2*x*y"))
                .body("understood.latex", equalTo("2xy"))
                .body("understood.notices", hasSize(0))
                .body("parts", hasSize(0))
                .body("problem", nullValue())
                .body("$", hasKey("problem"))
                .body("counterexample", nullValue())
                .body("$", hasKey("counterexample"));
    }

    @Test
    void aReadingThatCompetesWithAnotherIsSaid() {
        post("""
            {"answer": {"kind": "expression", "value": "x/2", "variables": {"x": "real"}}, "response": "1/2x"}\
            """)
                .statusCode(200)
                .body("outcome", equalTo("CORRECT"))
                .body("understood.notices[0]", startsWith("1/2x was read as (1/2)*x"));
    }

    @Test
    void aMistakeGetsItsFeedback() {
        post("""
            {"answer": {"kind": "expression", "value": "2*x*y", "variables": {"x": "real", "y": "real"},
                        "mistakes": [{"value": "2*x", "feedback": "The factor y is missing."}]},
             "response": "2x"}\
            """)
                .statusCode(200)
                .body("outcome", equalTo("WRONG"))
                .body("decided", equalTo("refuted"))
                .body("message", equalTo("The factor y is missing."))
                .body("counterexample.point", notNullValue());
    }

    @Test
    void whatCannotBeReadSaysWhere() {
        post("""
            {"answer": {"kind": "number", "value": "5"}, "response": "5k"}\
            """)
                .statusCode(200)
                .body("outcome", equalTo("INVALID"))
                .body("decided", nullValue())
                .body("problem.position", equalTo(1))
                .body("problem.length", equalTo(1))
                .body("problem.message", containsString("k"));
    }

    @Test
    void eachEntryOfAVectorIsJudged() {
        post("""
            {"answer": {"kind": "vector", "value": "(1, 2)"}, "response": "(1, 3)"}\
            """)
                .statusCode(200)
                .body("outcome", equalTo("PARTIAL"))
                .body("score", equalTo(0.5f))
                .body("parts", hasSize(2))
                .body("parts[0].outcome", equalTo("CORRECT"))
                .body("parts[1].outcome", equalTo("WRONG"));
    }

    @Test
    void aMalformedRequestIsAProblemThatNamesTheField() {
        post("""
            {"answer": {"kind": "expression", "value": "x", "variables": {"x": "imaginary"}}, "response": "x"}\
            """)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("title", notNullValue())
                .body("detail", containsString("real"))
                .body("field", equalTo("answer.variables.x"));
    }

    @Test
    void anUnknownKindIsNamed() {
        post("{\"answer\": {\"kind\": \"colour\", \"value\": \"red\"}, \"response\": \"red\"}")
                .statusCode(400)
                .body("field", equalTo("answer.kind"));
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() {
        post("{\"answer\": {\"kind\": \"number\", \"value\": \"1\"}, \"response\": \"" + "1".repeat(70_000) + "\"}")
                .statusCode(413);
    }

    @Test
    void theDocumentationDescribesIt() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/check"));
    }
}

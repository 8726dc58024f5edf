package org.nabla.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request of the checker: 400, a problem document, and the field by its name. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class MalformedRequestsTest {

    private static Response post(byte[] body) {
        return given().contentType("application/json").body(body).post("/api/v1/check");
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                                                                           | ~~
            nothing                                                                     | ~~
            []                                                                          | ~~
            "x"                                                                         | ~~
            {"answer": {"kind": "number", "value": "1"}, "response": "1"} {}            | ~~
            {"response": "1", "response": "2"}                                          | ~~
            {"answer": [[[[[[[[[1]]]]]]]]], "response": "1"}                            | ~~
            {}                                                                          | answer
            {"answer": null, "response": "1"}                                           | answer
            {"answer": "x", "response": "1"}                                            | answer
            {"answer": {"value": "1"}, "response": "1"}                                 | answer.kind
            {"answer": {"kind": "", "value": "1"}, "response": "1"}                     | answer.kind
            {"answer": {"kind": "NUMBER", "value": "1"}, "response": "1"}               | answer.kind
            {"answer": {"kind": "number"}, "response": "1"}                             | answer.value
            {"answer": {"kind": "number", "value": ""}, "response": "1"}                | answer.value
            {"answer": {"kind": "number", "value": []}, "response": "1"}                | answer.value
            {"answer": {"kind": "number", "value": ["1", "2"]}, "response": "1"}        | answer.value
            {"answer": {"kind": "number", "value": true}, "response": "1"}              | answer.value
            {"answer": {"kind": "number", "value": "1/0"}, "response": "1"}             | answer.value
            {"answer": {"kind": "number", "value": "1+"}, "response": "1"}              | answer.value
            {"answer": {"kind": "number", "value": "(1, 2)"}, "response": "1"}          | answer.value
            {"answer": {"kind": "expression", "value": "x*k", "variables": {"x": "real"}}, "response": "x"} | answer.value
            {"answer": {"kind": "vector", "value": "3"}, "response": "1"}               | answer.value
            {"answer": {"kind": "matrix", "value": "3"}, "response": "1"}               | answer.value
            {"answer": {"kind": "direction", "value": "(0, 0)"}, "response": "(1, 0)"}  | answer.value
            {"answer": {"kind": "equation", "value": "x", "variables": {"x": "real"}}, "response": "x=1"} | answer.value
            {"answer": {"kind": "limit", "value": "{1, 2}"}, "response": "1"}           | answer.value
            {"answer": {"kind": "interval", "value": "[0, 1]", "variables": {"x": "real", "y": "real"}}, "response": "x>0"} | answer.variables
            {"answer": {"kind": "region", "value": "x > 0"}, "response": "x > 0"}       | answer.variables
            {"answer": {"kind": "choice", "value": "c", "options": ["a", "b"]}, "response": "a"} | answer.value
            {"answer": {"kind": "number", "value": "1", "variables": {"x y": "real"}}, "response": "1"} | answer.variables.x y
            {"answer": {"kind": "number", "value": "1", "variables": {"x": "complex"}}, "response": "1"} | answer.variables.x
            {"answer": {"kind": "number", "value": "1", "variables": {"x": "[3, 1]"}}, "response": "1"} | answer.variables.x
            {"answer": {"kind": "number", "value": "1", "variables": "x"}, "response": "1"} | answer.variables
            {"answer": {"kind": "number", "value": "1", "decimals": "many"}, "response": "1"} | answer.decimals
            {"answer": {"kind": "number", "value": "1", "decimals": -4}, "response": "1"} | answer.decimals
            {"answer": {"kind": "expression", "value": "x", "form": "pretty", "variables": {"x": "real"}}, "response": "x"} | answer.form
            {"answer": {"kind": "vector", "value": "(1, 2)", "weights": [1]}, "response": "(1, 2)"} | answer.weights
            {"answer": {"kind": "vector", "value": "(1, 2)", "weights": [1, -1]}, "response": "(1, 2)"} | answer.weights
            {"answer": {"kind": "antiderivative", "value": "x^2", "with": "t", "variables": {"x": "real"}}, "response": "x"} | answer.with
            {"answer": {"kind": "number", "value": "1", "mistakes": "x"}, "response": "1"} | answer.mistakes
            {"answer": {"kind": "number", "value": "1", "mistakes": [{"value": "2"}]}, "response": "1"} | answer.mistakes.0.feedback
            {"answer": {"kind": "number", "value": "1", "mistakes": [{"value": "2)", "feedback": "No."}]}, "response": "1"} | answer.mistakes.0.value
            {"answer": {"kind": "number", "value": "1", "decimal": 3}, "response": "1"} | answer.decimal
            {"answer": {"kind": "number", "value": "1"}}                                | response
            {"answer": {"kind": "number", "value": "1"}, "response": null}              | response
            {"answer": {"kind": "number", "value": "1"}, "response": ["1"]}             | response
            {"answer": {"kind": "number", "value": "1"}, "response": "1", "seed": 1}    | seed
            """)
    void namesTheField(String body, String field) {
        var response = post(body.getBytes(UTF_8));

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("field"))
                .as(response.asString())
                .isEqualTo(field);
        assertThat(response.jsonPath().getString("detail")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c328", "eda080", "fffe7b00", "00", ""})
    void bytesThatAreNoTextAreNoRequest(String hexadecimal) {
        var response = post(java.util.HexFormat.of().parseHex(hexadecimal));

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }
}

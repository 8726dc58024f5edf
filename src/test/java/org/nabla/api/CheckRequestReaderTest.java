package org.nabla.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckRequestReaderTest {

    @Test
    void everythingThatIsSaidArrives() {
        var request = CheckRequestReader.read("""
                {"answer": {"kind": "set", "value": ["1", 2], "variables": {"x": "real", "y": "positive"},
                            "decimals": 4, "form": "any", "mistakes": [{"value": "3", "feedback": "No."}]},
                 "response": "1, 2"}""".getBytes(UTF_8));

        assertThat(request.response()).isEqualTo("1, 2");
        assertThat(request.answer().kind()).isEqualTo("set");
        assertThat(request.answer().value()).containsExactly("1", "2");
        assertThat(request.answer().variables()).containsEntry("y", "positive");
        assertThat(request.answer().options()).containsEntry("decimals", List.of("4"));
        assertThat(request.answer().mistakes()).hasSize(1);
    }

    @Test
    void whatIsMeasuredAndListedIsSaidPlainly() {
        var request = CheckRequestReader.read("""
                {"answer": {"kind": "list", "value": ["1.5", 2], "measured": true,
                            "mistakes": [{"value": ["2", 1.5], "feedback": "The order."}]},
                 "response": "1.5, 2"}""".getBytes(UTF_8));

        assertThat(request.answer().options()).containsEntry("measured", List.of("true"));
        assertThat(request.answer().mistakes().get(0).value()).isEqualTo("2, 1.5");
    }

    @ParameterizedTest(name = "{0} names {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                                                                       | ~~                        | no JSON
            []                                                                      | ~~                        | no object
            {}                                                                      | answer                    | nothing
            {"answer": 5, "response": "1"}                                          | answer                    | a number
            {"answer": {"value": "1"}, "response": "1"}                             | answer.kind               | no kind
            {"answer": {"kind": 7, "value": "1"}, "response": "1"}                  | answer.kind               | a number
            {"answer": {"kind": "number"}, "response": "1"}                         | answer.value              | no value
            {"answer": {"kind": "number", "value": null}, "response": "1"}          | answer.value              | null
            {"answer": {"kind": "number", "value": {}}, "response": "1"}            | answer.value              | an object
            {"answer": {"kind": "number", "value": ["1", []]}, "response": "1"}     | answer.value.1            | an array inside
            {"answer": {"kind": "number", "value": "1"}}                            | response                  | no response
            {"answer": {"kind": "number", "value": "1"}, "response": 1}             | response                  | a number
            {"answer": {"kind": "number", "value": "1", "variables": []}, "response": "1"} | answer.variables   | an array
            {"answer": {"kind": "number", "value": "1", "variables": {"x": 1}}, "response": "1"} | answer.variables.x | a number
            {"answer": {"kind": "number", "value": "1", "mistakes": {}}, "response": "1"} | answer.mistakes     | an object
            {"answer": {"kind": "number", "value": "1", "mistakes": [{}]}, "response": "1"} | answer.mistakes.0.value | no value
            {"answer": {"kind": "number", "value": "1", "decimal": 3}, "response": "1"} | answer.decimal        | a misspelt option
            {"answer": {"kind": "number", "value": "1"}, "response": "1", "seed": 1} | seed                     | an unknown field
            {"answer": {"kind": "number", "value": "1"}, "response": "1"} x         | ~~                        | more behind it
            """)
    void aMalformedRequestNamesTheField(String body, String field, String why) {
        var refusal = catchThrowableOfType(
                MalformedRequestException.class, () -> CheckRequestReader.read(body.getBytes(UTF_8)));

        assertThat(refusal).as(why).isNotNull();
        assertThat(refusal.field()).as(why).isEqualTo(field);
        assertThat(refusal.sentence()).isNotBlank();
    }
}

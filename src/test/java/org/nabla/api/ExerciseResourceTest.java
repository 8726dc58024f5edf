package org.nabla.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.generator.ExerciseGenerator;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ExerciseResourceTest {

    private final ExerciseCatalogue catalogue;
    private final ExerciseGenerator generator;

    @Inject
    ExerciseResourceTest(ExerciseCatalogue catalogue, ExerciseGenerator generator) {
        this.catalogue = catalogue;
        this.generator = generator;
    }

    private static ValidatableResponse get(String template, String query) {
        return given().header("X-Forwarded-For", "203.0.113.20")
                .get("/api/v1/exercises/" + template + query)
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"directional-derivative-at-a-point", "shape-of-a-product-of-jacobians"})
    void anExerciseIsGivenWithoutItsKey(String id) {
        var exercise = generator.generate(catalogue.find(new ExerciseId(id)).orElseThrow(), new Seed(7));

        var body = get(id, "?seed=7")
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();

        assertThat(body.getMap("$"))
                .containsOnlyKeys("template", "version", "seed", "title", "skills", "level", "prompt", "parts");
        assertThat(body.getString("prompt")).isEqualTo(exercise.prompt());
        assertThat(body.getInt("seed")).isEqualTo(7);
        List<Map<String, Object>> parts = body.getList("parts");
        assertThat(parts).hasSameSizeAs(exercise.parts());
        for (var i = 0; i < parts.size(); i++) {
            var part = exercise.parts().get(i);
            assertThat(parts.get(i))
                    .containsOnly(
                            Map.entry("id", part.id()),
                            Map.entry("label", part.label()),
                            Map.entry("kind", part.answer().kind()),
                            Map.entry("variables", part.answer().variables()),
                            Map.entry("options", part.answer().options().getOrDefault("options", List.of())));
        }
    }

    @Test
    void theSameSeedGivesTheSameExercise() {
        var first =
                get("directional-derivative-at-a-point", "?seed=3").extract().asString();

        assertThat(get("directional-derivative-at-a-point", "?seed=3").extract().asString())
                .isEqualTo(first);
        assertThat(get("directional-derivative-at-a-point", "?seed=4").extract().asString())
                .isNotEqualTo(first);
    }

    @ParameterizedTest(name = "{0} is no template")
    @ValueSource(strings = {"no-such-template", "Not-An-Id", "..%2f..%2fapplication"})
    void anUnknownTemplateIsNotFound(String template) {
        get(template, "?seed=1").statusCode(404);
    }

    @Test
    void whatIsNotFoundIsAProblemThatNamesTheField() {
        get("no-such-template", "?seed=1")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404))
                .body("field", equalTo("template"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', none",
        "?seed=, empty",
        "?seed=one, a word",
        "?seed=-1, negative",
        "?seed=1000, too large",
        "?seed=1.5, a fraction"
    })
    void anotherSeedIsRefused(String query, String why) {
        get("directional-derivative-at-a-point", query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("seed"))
                .body("detail", containsString("999"));
    }

    @Test
    void theDocumentationDescribesIt() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/exercises/{template}"));
    }
}

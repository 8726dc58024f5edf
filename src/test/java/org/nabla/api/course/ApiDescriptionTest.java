package org.nabla.api.course;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The description of the API is true: its examples run as they stand there, against a course with other numbers. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ApiDescriptionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("get", "post", "put", "delete");

    /** Lists that a course may have nothing in. */
    private static final List<String> MAY_BE_EMPTY = List.of("marks", "sections");

    /** One operation. */
    private record Operation(String name, JsonNode description) {}

    private static List<Operation> operations() throws IOException {
        var api = JSON.readTree(
                given().accept("application/json").get("/q/openapi?format=json").asString());
        assertThat(api.at("/components/securitySchemes/token/scheme").asText()).isEqualTo("bearer");
        var operations = new ArrayList<Operation>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> path.getKey().startsWith("/api/") && METHODS.contains(entry.getKey()))
                        .forEach(entry ->
                                operations.add(new Operation(entry.getKey() + " " + path.getKey(), entry.getValue()))));
        return operations;
    }

    @Test
    void everyOperationOfAProgramHasExamplesThatRun() throws Exception {
        var world = new ApiCourse();
        var operations = operations();
        assertThat(operations).extracting(Operation::name).hasSize(9);

        for (var operation : operations) {
            var samples = operation.description().path("x-codeSamples");
            assertThat(samples).as(operation.name()).hasSize(2);
            var curl = run(
                    world, List.of("sh", "-e"), samples.get(0).path("source").asText());
            var answer = JSON.readTree(curl);
            assertThat(answer.has("detail")).as(operation.name() + ": " + curl).isFalse();
            var example = operation.description().at("/responses/200/content/application~1json/example");
            if (operation.description().has("security")) {
                assertThat(shape(answer)).as(operation.name()).isEqualTo(shape(example));
            }
            var python =
                    run(world, List.of("python3"), samples.get(1).path("source").asText());
            assertThat(python).as(operation.name()).isNotBlank().doesNotContain("Traceback");
        }
    }

    @Test
    void whatIsRefusedIsDescribed() throws IOException {
        for (var operation : operations()) {
            var statuses = new ArrayList<String>();
            operation.description().path("responses").fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses).as(operation.name()).contains("200", "429");
            if (operation.description().has("security")) {
                assertThat(statuses).as(operation.name()).contains("401", "403", "404");
                assertThat(operation.description().path("description").asText()).contains("Scope: ");
            }
            if (operation.name().startsWith("put")) {
                assertThat(statuses).contains("400", "409", "422");
                assertThat(operation
                                .description()
                                .at("/requestBody/content/application~1json/example/due")
                                .asText())
                        .isNotEmpty();
            }
        }
    }

    /** Runs a program as it stands in the description, with the address and the numbers of this course. */
    private static String run(ApiCourse world, List<String> interpreter, String source) throws Exception {
        var program = source.replace("https://nabla.example.org", RestAssured.baseURI + ":" + RestAssured.port)
                .replace("/courses/7", "/courses/" + world.course)
                .replace("/assignments/3", "/assignments/1")
                .replace("assignment=3", "assignment=1")
                .replace("/extensions/42", "/extensions/" + world.lesson.id(world.ada));
        var file = Files.createTempFile("example", "");
        Files.writeString(file, program);
        var command = new ArrayList<>(interpreter);
        command.add(file.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NABLA_TOKEN", world.tokens.get("TEACHER"));
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(program + "\n" + printed).isZero();
        Files.delete(file);
        return printed;
    }

    /** The names of the fields of a value, and of the values in it; of a list those of its first entry, if it has one. */
    private static Object shape(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .findFirst()
                    .map(ApiDescriptionTest::shape)
                    .map(Object::toString)
                    .orElse("");
        }
        var fields = new TreeMap<String, Object>();
        node.properties()
                .forEach(field -> fields.put(
                        field.getKey(), MAY_BE_EMPTY.contains(field.getKey()) ? "[]" : shape(field.getValue())));
        return fields;
    }
}

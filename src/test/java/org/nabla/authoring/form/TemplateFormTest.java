package org.nabla.authoring.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.TemplateReading;

class TemplateFormTest {

    private static final String TEXT = """
            title: Slope   # a comment
            skill: [DF02, DF17]
            level: 1
            variables: {x: real, y: "[-3, 3]"}
            parameters:
              a: integer 1..6   # not too large
            prompt: |
              How steep?
            answer: {kind: number, value: a, decimals: 3}
            mistakes:
              - value: 2*a
                feedback: No.
                see: DF02#inside
              - value: 3*a
                feedback: No again.
            hints: [Count.]
            solution: ["It is ${a}$."]
            verify: answer ~ a
            version: 3
            """;

    @Test
    void theFormShowsWhatItCanAndNamesTheRest() {
        var form = TemplateForm.of(TEXT).orElseThrow();

        assertThat(form.text("title")).isEqualTo("Slope");
        assertThat(form.text("skill.1")).isEqualTo("DF17");
        assertThat(form.text("variables")).isEqualTo("x, y: [-3, 3]");
        assertThat(form.text("parameters.0.draw")).isEqualTo("integer 1..6");
        assertThat(form.text("part.0.mistake.1.value")).isEqualTo("3*a");
        assertThat(form.rows("part.0.mistake")).containsExactly(0, 1, 2);
        assertThat(form.only()).containsExactly("answer, decimals", "mistake 1, see", "version");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "title                     | Steepness     | title: Slope   # a comment     | title: Steepness  # a comment",
                "parameters.0.draw         | 2 to 5        | parameters:§  a: integer 1..6   # not too large | # not too large§parameters: {a: integer 2..5}",
                "parameters.1.name         | b             | a: integer 1..6   # not too large | a: integer 1..6  # not too large§  b: \"\"",
                "level                     | 4             | level: 1                       | level: 4",
                "part.0.mistake.1.feedback | Not: so.      | feedback: No again.            | feedback: 'Not: so.'",
                "part.0.value              | 2*a           | value: a, decimals             | value: 2*a, decimals",
                "hints.1                   | Add, too.     | hints: [Count.]                | hints:§  - Count.§  - Add, too.",
                "part.0.mistake.0.feedback | ''            | feedback: No.§    see          | see",
            })
    void whatIsChangedIsChangedAloneAndTheRestStays(String field, String typed, String before, String after) {
        var expected = TEXT.replace(before.replace("§", "\n"), after.replace("§", "\n"));

        assertThat(TemplateForm.merge(TEXT, TEXT, Map.of(field, typed))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 to 5 | integer 1..5",
                "-4..4 except 0 | integer -4..4 except 0",
                "from -2 to 2, without 0 | integer -2..2 except 0",
                "2, 3, 5 | one of [2, 3, 5]",
                "integer 2..9 step 2 | integer 2..9 step 2",
                "one of [x, y] | one of [x, y]",
                "vector 3 integer 1..4 | vector 3 integer 1..4",
                "5 | 5",
            })
    void drawsMayBeTypedAsPeopleSayThem(String typed, String written) {
        assertThat(Typed.draw(typed)).isEqualTo(written);
    }

    @Test
    void aChangeBesideTheFormAndOneInItAreBothKept() {
        var beside = TEXT.replace("version: 3", "version: 4");

        assertThat(TemplateForm.merge(TEXT, beside, Map.of("level", "2", "title", "Slope")))
                .contains(beside.replace("level: 1", "level: 2"));
        assertThat(TemplateForm.merge(TEXT, "title: [", Map.of("level", "2"))).isEmpty();
        assertThat(TemplateForm.merge(TEXT, "title: [", Map.of("level", "1"))).contains("title: [");
    }

    @Test
    void rowsThatAreEmptiedGoAndTheOthersKeepWhatBelongsToThem() {
        var without = new LinkedHashMap<String, String>();
        for (var key : List.of("value", "feedback", "when")) {
            without.put("part.0.mistake.1." + key, "");
        }
        without.put("part.0.mistake.2.value", "5*a");
        without.put("part.0.mistake.2.feedback", "Five?");

        var merged = TemplateForm.merge(TEXT, TEXT, without).orElseThrow();

        assertThat(merged)
                .isEqualTo(TEXT.replace("value: 3*a", "value: 5*a").replace("No again.", "Five?"))
                .contains("see: DF02#inside");
    }

    @Test
    void aSecondPartMakesPartsOfBoth() {
        var merged = TemplateForm.merge(
                        TEXT,
                        TEXT,
                        Map.of("part.1.kind", "number", "part.1.value", "a + 1", "part.1.verify", "answer ~ a + 1"))
                .orElseThrow();

        assertThat(TemplateReader.read("own/own-1.yaml", merged))
                .isInstanceOfSatisfying(
                        TemplateReading.Read.class,
                        read -> assertThat(read.template().parts()).hasSize(2));
        assertThat(merged).contains("decimals: 3", "see: DF02#inside");
        assertThat(TemplateForm.of(merged).orElseThrow().parts()).containsExactly(0, 1);
    }

    @Test
    void anEmptyFormBecomesATemplate() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("title", "Sum");
        typed.put("skill.0", "DF02");
        typed.put("level", "1");
        typed.put("parameters.0.name", "a");
        typed.put("parameters.0.draw", "1 to 9");
        typed.put("prompt", "What is ${a} + 1$?");
        typed.put("part.0.value", "a + 1");
        typed.put("part.0.verify", "answer ~ 1 + a");
        typed.put("hints.0", "Count on: one more.");
        typed.put("solution.0", "It is ${a + 1}$.");
        typed.put("figure.type", "contour");
        typed.put("figure.formula", "x^2 + y^2");
        typed.put("figure.alt", "Circles.");
        typed.put("variables", "x, y");

        var yaml = TemplateForm.merge("", "", typed).orElseThrow();

        assertThat(TemplateReader.read("own/own-1.yaml", yaml)).as(yaml).isInstanceOf(TemplateReading.Read.class);
        assertThat(TemplateForm.of(yaml).orElseThrow().text("parameters.0.draw"))
                .isEqualTo("integer 1..9");
    }

    static Stream<Path> builtIn() {
        try (var files = Files.walk(Path.of("src/main/resources/exercises"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Form, text, form: with every field typed anew, one by one, the template means the same. */
    @ParameterizedTest
    @MethodSource("builtIn")
    void nothingIsLostOnTheWayThroughTheForm(Path file) throws IOException {
        var yaml = Files.readString(file);
        var name = "own/" + file.getFileName();
        var form = TemplateForm.of(yaml).orElseThrow();
        assertThat(TemplateForm.merge(yaml, yaml, form.fields())).contains(yaml);

        // Against an empty text all fields are changed: what the form shows is written, and read as the same fields.
        var written = TemplateForm.merge("", "", form.fields()).orElseThrow();
        var again = TemplateForm.of(written).orElseThrow();
        assertThat(visible(again)).isEqualTo(visible(form));

        // With every field touched and put back, the template is the same to the reader.
        var touched = new LinkedHashMap<String, String>();
        form.fields().forEach((field, text) -> touched.put(field, text + " touched"));
        var changed = new ArrayList<String>();
        for (var field : List.of("title", "prompt", "hints.0", "solution.0")) {
            var there = TemplateForm.merge(yaml, yaml, Map.of(field, touched.getOrDefault(field, "touched")))
                    .orElseThrow();
            var back = TemplateForm.merge(there, there, Map.of(field, form.text(field)))
                    .orElseThrow();
            changed.add(back);
        }
        assertThat(changed).allSatisfy(text -> assertThat(meaning(name, text)).isEqualTo(meaning(name, yaml)));
    }

    private static Map<String, String> visible(TemplateForm form) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.keySet().removeIf(field -> field.startsWith(FormReader.HIDDEN));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** Without the places. */
    private static String meaning(String name, String yaml) {
        return ((TemplateReading.Read) TemplateReader.read(name, yaml))
                .template()
                .toString()
                .replaceAll(":\\d+:\\d+", "");
    }
}

package org.nabla.progress.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.exercise.Exercise;

/** Exercises that were kept by releases before parts had fields of their own, when what they have stood among the options of answers. */
class ExerciseJsonTest {
    private static final Path UPGRADE = Path.of("src", "test", "resources", "upgrade");
    private static final List<String> FIELDS = List.of("left", "given", "carried", "order", "weight", "also");
    private static final Pattern BODY = Pattern.compile("'(\\{\"template\".*?)', '20", Pattern.DOTALL);

    private final ExerciseJson json =
            new ExerciseJson(JsonMapper.builder().findAndAddModules().build());

    private Exercise kept(String file, int line) throws IOException {
        return json.read(Files.readAllLines(UPGRADE.resolve(file)).get(line));
    }

    @ParameterizedTest(name = "{1}, part {2}")
    @CsvSource(nullValues = "-", textBlock = """
            0, entropy-of-a-density,               0, '0 3',    '',  0, FULL, a mistake that is none here moves the others
            1, inner-integral-then-outer,          0, '',       '',  0, FULL, what later parts are judged on is judged on its key
            1, inner-integral-then-outer,          1, '1', inside, 0, FULL, an earlier mistake is carried forward
            2, order-a-squeeze-argument,           0, '',       '',  5, FULL, steps are put in order
            3, newton-for-logistic-regression-acc, 0, '',       '',  0, HALF, a program found it
            4, mixture-by-em-mu200,                0, '0 1',    '',  0, HALF, both
            """)
    void whatStoodAmongTheOptionsIsTheSameInFields(
            int line,
            String template,
            int part,
            String left,
            String given,
            int steps,
            Exercise.Weight weight,
            String why)
            throws IOException {
        var exercise = kept("exercises-with-options.jsonl", line);
        var read = exercise.parts().get(part);

        assertThat(exercise).isEqualTo(kept("exercises-with-fields.jsonl", line));
        assertThat(exercise.template().value()).isEqualTo(template);
        assertThat(read.left()).extracting(String::valueOf).isEqualTo(words(left));
        assertThat(read.carry().map(Exercise.Carry::given).orElse(List.of())).isEqualTo(words(given));
        assertThat(read.steps()).hasSize(steps);
        assertThat(read.weight()).as(why).isEqualTo(weight);
        assertThat(read.answer().options()).doesNotContainKeys(FIELDS.toArray(String[]::new));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    @Test
    void whatIsWrittenNowIsReadAsItWas() throws IOException {
        for (int line = 0; line < 5; line++) {
            var exercise = kept("exercises-with-options.jsonl", line);

            assertThat(json.read(json.write(exercise))).isEqualTo(exercise);
        }
    }

    /** What teachers accept is never kept with an exercise, but it was such an option too. */
    @Test
    void answersThatWereAcceptedAreReadAsSuch() throws IOException {
        var body = Files.readAllLines(UPGRADE.resolve("exercises-with-options.jsonl"))
                .get(3)
                .replace("\"weight\":[\"0.5\"]", "\"also\":[\"1/2\",\"2\"]");

        var part = json.read(body).parts().get(0);

        assertThat(part.also()).containsExactly("1/2", "2");
        assertThat(part.alternatives()).hasSize(2);
    }

    @Test
    void exercisesOfTheFirstSchemaAreRead() throws IOException {
        var bodies = BODY.matcher(Files.readString(UPGRADE.resolve("V050.sql")))
                .results()
                .map(found -> found.group(1).replace("''", "'"))
                .toList();

        assertThat(bodies).hasSize(2);
        for (var body : bodies) {
            var part = json.read(body).parts().get(0);

            assertThat(part).isEqualTo(Exercise.Part.of("a", "", part.answer()));
        }
    }
}

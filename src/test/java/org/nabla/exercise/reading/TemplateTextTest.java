package org.nabla.exercise.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.exercise.reading.TemplateText.Items;
import org.nabla.exercise.reading.TemplateText.Keys;
import org.nabla.exercise.reading.TemplateText.Scalar;
import org.nabla.exercise.reading.TemplateText.Value;

class TemplateTextTest {

    private static final String TEXT = """
            # A comment of the author.
            title: Slope   # what it is called
            level: 1
            # Draws.
            parameters:
              a: integer 1..6
              f: one of [a*x^2, exp(x)]

            prompt: |
              How steep?
            answer: {kind: point, value: (a, b)}
            """;

    @Test
    void whatIsNotExchangedStaysLetterForLetter() {
        var changed = TemplateText.open(TEXT).orElseThrow().with("level", new Scalar("3"));

        assertThat(changed.yaml()).isEqualTo(TEXT.replace("level: 1", "level: 3"));
        assertThat(changed.with("hints", Items.of(List.of("Count.", "Then: add.")))
                        .yaml())
                .isEqualTo(TEXT.replace("level: 1", "level: 3") + "hints:\n  - Count.\n  - 'Then: add.'\n");
        assertThat(changed.without("prompt").keys()).containsExactly("title", "level", "parameters", "answer");
    }

    @Test
    void aKeyThatIsNewStandsWhereItUsuallyDoes() {
        var changed = TemplateText.open(TEXT).orElseThrow().with("skill", new Scalar("DF02"));

        assertThat(changed.yaml())
                .startsWith("# A comment of the author.\ntitle: Slope   # what it is called\nskill: DF02\n");
    }

    static Stream<Value> values() {
        return Stream.of(
                new Scalar(""),
                new Scalar("x: y"),
                new Scalar("a # b"),
                new Scalar("[1, 2"),
                new Scalar("*x*"),
                new Scalar("- x"),
                new Scalar("it's \"so\""),
                new Scalar("one\ntwo\n\n  three: four # five"),
                new Scalar("$\\frac{1}{{n}}$: then"),
                new Scalar("'"),
                new Scalar("---"),
                new Scalar("%x"),
                new Scalar("ends with:"),
                new Scalar("@ ` | > ! &"),
                Items.of(List.of()),
                Items.of(List.of("a != 0", "b > (1, 2)", "f(x, y) = 3")),
                Items.of(List.of("a, b", "c]")),
                Items.of(List.of("", "two\nlines")),
                new Keys(Map.of()),
                new Keys(Map.of("a b", new Scalar("1"), "x: y", new Scalar("{"))),
                new Items(List.of(new Keys(Map.of("value", Items.of(List.of("(1, 2)", "3")))), new Scalar("x"))),
                new Items(List.of(new Items(List.of(new Scalar("x"), new Scalar("y: z"))))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsWrittenIsReadAsTheSame(Value value) {
        var text = TemplateText.open(TEXT).orElseThrow().with("require", value);

        assertThat(text.get("require")).contains(value);
        assertThat(text.get("prompt")).contains(new Scalar("How steep?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1",
                "{a: b}",
                "title Slope",
                "a: 1\na: 2",
                "- x",
                "  a: 1",
                "a: {b: 1, b: 2}",
                "a: 1\n---\nb: 2"
            })
    void whatCannotBeTakenApartIsLeftAlone(String yaml) {
        assertThat(TemplateText.open(yaml)).isEmpty();
    }

    /** Beside the line that says the same, has the same key or the same place; where nothing is like it, above. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: A # why                      | title | B      | title: B  # why",
                "title: A # why                      | title | 'B # 2'| title: 'B # 2'  # why",
                "title: 'A # no comment'             | title | B      | title: B",
                "hints: # two§  - One, yes. # first§  - Two. # second | hints | One, yes.;Three. | hints:  # two§  - One, yes.  # first§  - Three.  # second",
                "hints: # two of them§  - One. # first§  - Two. # second | hints | One.;Three. | # first§# second§hints: [One., Three.]  # two of them",
                "hints:§  - One, yes.§  # in between§  - Two. | hints | One, yes.;Three. | hints:§  - One, yes.§  # in between§  - Three.",
                "hints: [One., Two.] # both          | hints | One.   | hints: [One.]  # both",
                "hints:§  - One. # first§  - Two. # second | hints | One. | # first§# second§hints: [One.]",
                "'prompt: | # a block§  # in the text§  How?' | prompt | Why? | prompt: Why?  # a block",
            })
    void commentsStayWithWhatTheySpeakOf(String before, String key, String value, String after) {
        var text = TemplateText.open(before.replace("§", "\n") + "\nlevel: 1\n").orElseThrow();
        var typed = value.contains(";") || key.equals("hints")
                ? TemplateText.Items.of(List.of(value.split(";")))
                : new TemplateText.Scalar(value);

        assertThat(text.with(key, typed).yaml()).isEqualTo(after.replace("§", "\n") + "\nlevel: 1\n");
    }

    static Stream<Arguments> builtIn() {
        try (var files = Files.walk(Path.of("src/main/resources/exercises"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(f -> Arguments.of(f.getFileName().toString(), f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every value of every built-in template, written anew, means the same. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("builtIn")
    void everyBuiltInTemplateComesBack(String name, Path file) throws IOException {
        var text = TemplateText.open(Files.readString(file)).orElseThrow();
        for (var key : text.keys()) {
            var value = text.get(key).orElseThrow();
            var written = String.join("\n", YamlWriter.entry(key, value)) + "\n";
            assertThat(TemplateText.open(written).orElseThrow().get(key))
                    .as(written)
                    .contains(value);
        }
    }
}

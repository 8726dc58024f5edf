package org.nabla.exercise.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.exercise.reading.FormatReference.Entry;
import org.nabla.exercise.template.TemplateReading;

/** Every example of the reference can be read where it belongs; that every word has a sentence is asked when it is loaded. */
class FormatReferenceTest {

    private static final String TEXT = """
            title: T
            skill: DF02
            level: 2
            variables: {x: real, y: real, z: real}
            letters: [h, t, n, r, v, k]
            parameters: {a: integer 1..5, b: integer 1..5, P: point integer 1..2, u: vector integer 1..2}
            define: {f: x^2 + a*y}
            prompt: Say it.
            answer: {kind: number, value: a}
            verify: answer ~ a
            hints: [Think.]
            solution: [So it is.]
            """;

    static Stream<Entry> functions() {
        return FormatReference.FUNCTIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionHasAnExampleThatCallsIt(Entry entry) {
        assertThat(entry.example()).contains(entry.word() + "(");
        assertRead(TEXT.replace("f: x^2 + a*y", "f: \"" + entry.example() + "\""));
    }

    static Stream<Entry> kinds() {
        return FormatReference.KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasAnExample(Entry entry) {
        assertThat(entry.example()).contains("kind: " + entry.word());
        assertRead(TEXT.replace("{kind: number, value: a}", entry.example()));
    }

    static Stream<String> pieces() {
        return Stream.of(
                        FormatReference.DRAWS.stream()
                                .map(e -> TEXT.replaceFirst(
                                        "parameters: .*", "parameters:\n  a: integer 1..5\n  w: " + e.example())),
                        FormatReference.DOMAINS.stream().map(e -> TEXT.replace("z: real", "z: " + e.word())),
                        FormatReference.TASKS.stream().map(e -> TEXT + e.example()),
                        FormatReference.CONDITIONS.stream().map(e -> TEXT + e.example()),
                        FormatReference.MISTAKES.stream()
                                .map(e -> TEXT + "mistakes: [{"
                                        + (e.word().equals("value") ? "" : "value: 2*a, ")
                                        + (e.word().equals("feedback") ? "" : "feedback: No., ") + e.example() + "}]"),
                        FormatReference.PROSE.stream()
                                .filter(e -> e.example().contains("{"))
                                .map(e -> TEXT.replace(
                                        "Say it.",
                                        "|\n  Say "
                                                + e.example()
                                                        .replace("{case k", "{case a")
                                                        .replace("{n}", "{a}")
                                                        .replace("{{n}}", "{{a}}"))),
                        FormatReference.FIGURE.stream()
                                .filter(e -> !List.of("answer", "window", "alt", "levels", "axes")
                                        .contains(e.word()))
                                .map(e -> TEXT + "figure: {window: [-4, 4], alt: Words., " + e.example() + "}"))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void everyExampleCanBeRead(String yaml) {
        assertRead(yaml);
    }

    @Test
    void theWordsComeInTheOrderOfTheirSentences() {
        assertThat(FormatReference.KEYS).extracting(Entry::word).containsExactlyElementsOf(TemplateReader.keys());
        assertThat(FormatReference.sentences(FormatReference.KINDS)).containsKey("plane");
    }

    private static void assertRead(String yaml) {
        var reading = TemplateReader.read("own/own-1.yaml", yaml);
        assertThat(reading).as(() -> yaml + "\n" + reading).isInstanceOf(TemplateReading.Read.class);
    }
}

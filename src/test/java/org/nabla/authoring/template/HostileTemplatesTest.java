package org.nabla.authoring.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.authoring.form.TemplateForm;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.check.TemplateCheck;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.TemplateReading;

/** Anybody may write a template: whatever stands in it, it is refused or given up within its budget, and harms nobody. */
class HostileTemplatesTest {

    /** The budget of an exercise and one formula beyond it, on a machine that does much else. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private static final String TOO_LONG = "takes too long";
    private static final TemplateWorkshop WORKSHOP =
            new TemplateWorkshop(TestAlgebra.CALCULUS, TestAlgebra.GRADER, Curriculum.load(), Duration.ofSeconds(2));

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a million characters", "title: " + "x".repeat(1_000_000), "at most 64000 characters"),
                Arguments.of("brackets alone", "title: " + "[".repeat(60_000), "nested more than 20 levels"),
                Arguments.of("braces alone", "{a: ".repeat(15_000), "nested more than 20 levels"),
                Arguments.of("indentation", indented(240), "nested more than 20 levels"),
                Arguments.of("a list that holds itself", "title: &a [*a]\n", "cannot begin with *"),
                Arguments.of("laughs by the billion", laughs(), "cannot begin with *"),
                Arguments.of("merged keys", "a: &a {b: c}\n<<: *a\n", "cannot begin with *"),
                Arguments.of("a tag of Java", "title: !!javax.script.ScriptEngineManager [x]\n", ""),
                Arguments.of("two documents", "title: a\n---\ntitle: b\n", "three hyphens"),
                Arguments.of("nothing", "", "empty"),
                Arguments.of("an end that divides by zero", variables("(0, 1/0)"), "expected the domain of x"),
                Arguments.of("an end with forty digits", variables("(0, " + "9".repeat(40) + ")"), "domain of x"),
                Arguments.of("an interval that is turned round", variables("[3, -3]"), "domain of x"),
                Arguments.of("an interval of nothing", variables("(2, 2)"), "domain of x"),
                Arguments.of("a range that is turned round", template("  b: integer 5..2", "", ""), "range is empty"),
                Arguments.of("zeros", "\0\0\0", "cannot be shown"));
    }

    private static String variables(String domain) {
        return template("", "", "").replaceFirst("variables: .*", "variables: {x: \"" + domain + "\", y: real}");
    }

    @Test
    void anUnknownSkillIsRefusedWhereItStands() {
        var yaml = template("", "", "").replaceFirst("skill: .*", "skill: [DF02, ZZ99]");

        var trial = WORKSHOP.tryOut("own-1", yaml, 1);

        assertThat(trial.exercises()).isEmpty();
        assertThat(trial.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).contains("no skill ZZ99");
            assertThat(yaml.lines().toList().get(error.place().line() - 1)).startsWith("skill:");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedAtOnce(String what, String yaml, String part) {
        var start = System.nanoTime();

        var reading = TemplateReader.read("own/own-1.yaml", yaml);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        TemplateReading.Refused.class,
                        no -> assertThat(no.errors().toString()).contains(part));
    }

    static Stream<Arguments> givenUp() {
        return Stream.of(
                Arguments.of("never holds", template("", "", "require: [a > 10]"), "never held in 200 draws"),
                Arguments.of(
                        "never holds after much work",
                        template("", "  F: integrate(exp(x^2)*sin(x^3 + a), x, 0, 5)", "require: [a > 10, F > 0]"),
                        "never held in 200 draws"),
                // Whether its time or its size ends it depends on the machine.
                Arguments.of("definitions that double", template("", doubling(60), ""), TOO_LONG + "|grows too large"),
                Arguments.of("a huge exponent", template("", "  d0: 9^(9^9)", ""), "exponent is too large"),
                Arguments.of("a long range", template("  b: integer 1..2000000000", "", ""), "empty or too long"),
                Arguments.of("a determinant with letters", template("", "  d0: det(" + matrix(7) + ")", ""), TOO_LONG),
                Arguments.of(
                        "integrals by the hundred",
                        template("", many("  i%d: integrate(exp(sin(x + %1$d*a)), x, 0, 1)", 200), ""),
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("givenUp")
    void isGivenUpWithinItsBudget(String what, String yaml, String part) {
        var start = System.nanoTime();

        var trial = WORKSHOP.tryOut("own-1", yaml, 1);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(trial.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).containsPattern(part));
    }

    /** Large, and no harm: made, or given up in time on a slow machine. */
    static Stream<Arguments> large() {
        return Stream.of(
                Arguments.of("products that double", template("", "  d0: x + y + 1\n" + chain(40, "%1$s*%1$s"), "")),
                Arguments.of("powers of powers", template("", "  d0: 9\n" + chain(30, "%1$s^9"), "")),
                Arguments.of("factorials of factorials", template("", "  d0: 9\n" + chain(5, "factorial(%1$s)"), "")),
                Arguments.of("a huge number", template("", "  d0: 1" + "0".repeat(990), "")),
                Arguments.of("thousands of parameters", template(many("  p%d: sign", 3000), "", "")),
                Arguments.of("thousands of definitions", template("", many("  e%d: a + x^%1$d", 900), "")),
                Arguments.of("thousands of conditions", template("", "", "require: [" + conditions() + "]")),
                Arguments.of(
                        "thousands of values in a text", template("", "", "python: |\n  " + "{a} ".repeat(8_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void isMadeOrGivenUp(String what, String yaml) {
        var start = System.nanoTime();

        var trial = WORKSHOP.tryOut("own-1", yaml, 1);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(trial.exercises().isEmpty()).isEqualTo(!trial.errors().isEmpty());
    }

    /** Those that are refused, given up and large: all that was tried in the text. */
    static Stream<Arguments> throughTheForm() {
        return Stream.of(
                        refused().map(a -> Arguments.of(a.get()[0], a.get()[1])),
                        givenUp().map(a -> Arguments.of(a.get()[0], a.get()[1])),
                        large())
                .flatMap(s -> s);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("throughTheForm")
    void doesNoHarmThroughTheFormEither(String what, String yaml) {
        var start = System.nanoTime();

        var plain = template("", "", "");
        var form = TemplateForm.of(yaml);
        var renamed = TemplateForm.merge(yaml, yaml, Map.of("title", "Renamed", "hints.1", "More."));
        var fields = new LinkedHashMap<String, String>();
        for (var field : List.of(
                "title",
                "variables",
                "letters",
                "prompt",
                "parameters.1.draw",
                "parameters.7.name",
                "define.1.formula",
                "part.0.value",
                "part.0.verify",
                "part.0.mistake.0.value",
                "part.3.label",
                "figure.type",
                "figure.formula",
                "skill.1",
                "hints.0",
                "require.0")) {
            fields.put(field, yaml);
        }
        var typed = TemplateForm.merge(plain, plain, fields);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        if (form.isPresent()) {
            assertThat(renamed).hasValueSatisfying(text -> assertThat(text).contains("More."));
        }
        typed.ifPresent(text -> assertThat(TemplateForm.of(text))
                .as("what the form writes can be taken apart")
                .isPresent());
    }

    /** An endless one keeps its place only until its time is up. */
    @Test
    void theWorkshopIsOpenAgainAfterHostileGuests() throws Exception {
        var guests = Executors.newFixedThreadPool(4);
        try {
            var hostile = template("", "  d0: det(" + matrix(8) + ")", "");
            var all = IntStream.range(0, 4)
                    .mapToObj(i -> guests.submit(() -> WORKSHOP.tryOut("own-1", hostile, i)))
                    .toList();
            for (var one : all) {
                assertThat(one.get().errors()).isNotEmpty();
            }
        } finally {
            guests.shutdown();
        }

        assertThat(WORKSHOP.tryOut("own-2", template("", "", ""), 1).exercises())
                .hasSize(TemplateWorkshop.VARIANTS);
    }

    @Test
    void noCodeOfATemplateIsRun() {
        var yaml =
                template("", "", "python: |\n  import pathlib\n  pathlib.Path('harm').write_text('x')\n  print({a})");
        var template = ((TemplateReading.Read) TemplateReader.read("own/own-1.yaml", yaml)).template();

        var report = TemplateCheck.withoutRunningCode(TestAlgebra.CALCULUS, TestAlgebra.GRADER)
                .check(template, 3);

        assertThat(report.findings().toString()).contains("code is run only for the built-in templates");
        assertThat(Path.of("harm")).doesNotExist();
    }

    private static String template(String parameters, String define, String more) {
        return """
                title: Hostile
                skill: DF17
                level: 2
                variables: {x: real, y: real}
                parameters:
                  a: integer 1..5
                %s
                define:
                  zz: a + 1
                %s
                prompt: What is ${a} + 1$?
                answer: {kind: number, value: zz}
                verify: zz ~ a + 1
                hints: [Count on.]
                solution: ["$%s$"]
                %s
                """.formatted(parameters, define, define.contains("d0:") ? "{d0}" : "{zz}", more);
    }

    private static String doubling(int levels) {
        return "  d0: x\n" + chain(levels, "sin(%1$s) + cos(%1$s)");
    }

    private static String chain(int levels, String formula) {
        return IntStream.rangeClosed(1, levels)
                .mapToObj(i -> "  d%d: %s".formatted(i, formula.formatted("d" + (i - 1))))
                .collect(Collectors.joining("\n"));
    }

    private static String many(String line, int count) {
        return IntStream.range(0, count).mapToObj(i -> line.formatted(i)).collect(Collectors.joining("\n"));
    }

    private static String conditions() {
        return IntStream.range(0, 3000).mapToObj(i -> "a + " + i + " > 0").collect(Collectors.joining(", "));
    }

    private static String matrix(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> IntStream.range(0, size)
                        .mapToObj(j -> "sin(x + %d*y)".formatted(i * size + j))
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String laughs() {
        return "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(1, 9)
                        .mapToObj(i -> "a%d: &a%1$d [%s]\n"
                                .formatted(i, ("*a" + (i == 1 ? "" : i - 1) + ", ").repeat(9) + "x"))
                        .collect(Collectors.joining());
    }

    private static String indented(int levels) {
        return IntStream.range(0, levels).mapToObj(i -> " ".repeat(i) + "k:\n").collect(Collectors.joining());
    }
}

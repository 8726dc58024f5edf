package org.nabla.exercise.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.TemplateReading;

class TemplateReaderTest {
    private static final String FILE = "exercises/partial-differentiation/slope-of-a-hill.yaml";
    private static final String GOOD = """
            title: Slope of a hill
            skill: [DF17, VG04]
            level: 2
            variables: {x: real, y: "[-3, 3]"}
            letters: [h]
            parameters:
              a: integer 1..5
              f: one of [a*x^2 + x*y, exp(x)*y]
              P: point integer -2..2
            define:
              slope: at(diff(f, x), [x, y], P)
            require: [slope != 0, slope is integer]
            prompt: |
              How steep is $f(x, y) = {f}$
              at {P} towards the east?
            answer: {kind: number, value: slope}
            mistakes:
              - value: slope + 1
                feedback: Not {slope + 1}.
            hints:
              - Hold $y$ still.
            solution:
              - It is ${slope}$.
            verify: answer ~ (at(f, [x, y], P + (h, 0)) - at(f, [x, y], P))/h for h -> 0
            """;

    private static ExerciseTemplate read(String yaml) {
        var reading = TemplateReader.read(FILE, yaml);
        assertThat(reading).isInstanceOf(TemplateReading.Read.class);
        return ((TemplateReading.Read) reading).template();
    }

    private static List<String> errors(String yaml) {
        var reading = TemplateReader.read(FILE, yaml);
        assertThat(reading).isInstanceOf(TemplateReading.Refused.class);
        return ((TemplateReading.Refused) reading)
                .errors().stream().map(TemplateError::toString).toList();
    }

    @Test
    void aTemplateIsReadWithAllItSays() {
        var template = read(GOOD);

        assertThat(template.id()).isEqualTo(new ExerciseId("slope-of-a-hill"));
        assertThat(template.chapter()).isEqualTo("partial-differentiation");
        assertThat(template.skills()).containsExactly("DF17", "VG04");
        assertThat(template.numbers().variables()).containsEntry("y", "[-3, 3]");
        assertThat(template.numbers().parameters().keySet()).containsExactly("a", "f", "P");
        assertThat(template.version()).isEqualTo(1);
        assertThat(template.parts()).hasSize(1);
        assertThat(template.parts().get(0).mistakes()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} -> {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            title: Slope              | titel: Slope              | :1:8: the key titel is unknown here: did you mean title?  | a key misspelt
            level: 2                  | level: 7                  | :3:8: expected a whole number from 1 to 5                 | a level that is none
            title: Slope              | task: puzzle              | :1:7: expected one of compute, wrong-line                 | a task that is none
            skill: [DF17, VG04]       | skill: gradient           | :2:8: expected the id of a skill, such as DF17            | a skill in words
            x: real                   | x: rael                   | :4:16: expected the domain of x                           | a domain misspelt
            a: integer 1..5           | a: integer 1-5            | :7:14: expected a range, such as -4..4 except 0           | no range
            a: integer 1..5           | a: number 1..5            | :7:6: expected integer a..b                               | no way to draw
            slope: at(diff            | x: at(diff                | :11:6: the name x is taken already                        | one name for two things
            slope: at(diff            | norm: at(diff             | :11:9: norm is the name of a function                     | the name of a function
            slope is integer          | slope                     | :12:23: expected a condition                              | a requirement that says nothing
            = {f}$                    | = {q}$                    | :14:28: There is no q here                                | a name in a second line of prose
            at {P} towards            | at {P towards             | :15:6: this brace is never closed                         | an open brace
            kind: number              | kind: nubmer              | :16:16: there is no kind nubmer: did you mean number?     | a kind misspelt
            value: slope}             | valeu: slope}             | :16:9: the key value is missing                           | no value
            answer ~                  | answer                    | expected two sides that agree                             | a verification without its sign
            feedback: Not             | hint: Not                 | the key hint is unknown here                              | a key of another place
            """)
    void anErrorNamesLineColumnAndWhatWasExpected(String good, String bad, String expected, String why) {
        assertThat(GOOD).contains(good);

        assertThat(errors(GOOD.replace(good, bad)))
                .anySatisfy(e -> assertThat(e).startsWith(FILE).contains(expected));
    }

    @Test
    void aFigureMayBeTheAnswerBoxOfAPart() {
        var template = read(drawn("{place: arrow, from: P, step: 1/2}", "{kind: vector, value: P}"));

        var asked = template.page().figure().orElseThrow().asked().orElseThrow();
        assertThat(asked.what()).isEqualTo("arrow");
        assertThat(asked.part()).isEqualTo("a");
        assertThat(asked.from()).isPresent();
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            circle                     | {kind: vector, value: P} | expected what is placed in the figure
            point                      | {kind: vector, value: P} | part a must be of kind point
            arrow                      | {kind: point, value: P}  | must be of kind vector or direction or parallel
            region                     | {kind: point, value: P}  | must be of kind choice
            "{place: point, part: b}"  | {kind: point, value: P}  | part b must be of kind point
            "{place: point, for: a}"   | {kind: point, value: P}  | the key for is unknown here
            """)
    void whatIsPlacedMustBeWhatThePartExpects(String placed, String answer, String expected) {
        assertThat(errors(drawn(placed.replace("\"", ""), answer)))
                .anySatisfy(e -> assertThat(e).contains(expected));
    }

    @Test
    void aNetworkStandsWithoutAxesAndASurfaceDoesNot() {
        var network = GOOD + "figure:\n  window: [-4, 4]\n  axes: none\n  point: P\n  alt: A node.\n";

        assertThat(read(network).page().figure().orElseThrow().axes()).isEmpty();
        assertThat(read(network.replace("none", "[u, v]"))
                        .page()
                        .figure()
                        .orElseThrow()
                        .axes())
                .containsExactly("u", "v");
        assertThat(errors(network.replace("point: P", "surface: f")))
                .anySatisfy(e -> assertThat(e).contains("a surface stands on axes"));
    }

    private static String drawn(String placed, String answer) {
        return GOOD.replace("{kind: number, value: slope}", answer)
                        .replace("value: slope + 1", "value: P + (1, 1)")
                        .replaceAll("verify: .*", "verify: answer ~ P")
                + "figure:\n  window: [-4, 4]\n  point: P\n  answer: " + placed + "\n  alt: A point.\n";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            axes: [x, y, z]                                   | 26:3: nothing is drawn
            plane: x + y = 1                                  | plane is drawn in space: name three axes
            axes: [x, y, z], plane: x + y                     | 26:41: expected an equation
            axes: [x, y, z], plane: P along (1, 0, 0)         | 26:41: expected two directions of the plane
            axes: [x, y, z], line: (1, 1, 0)                  | 26:40: expected along between two things
            axes: [x, y, z], segment: (1, 1, 0)               | 26:43: expected to between two things
            axes: [x, y, z], curve: (t, t, t)                 | 26:41: expected a point with a parameter
            axes: [x, y, z], surface: (u, v, 1) for u in 0..1 | 26:43: expected a point and two parameters
            axes: [x, y, z], surface: "(u, v, 1) for u in 0, v in 0..1" | 26:58: expected the range of a parameter
            axes: [x, y, z], flux: (x, y, 1)                  | 26:40: expected a field and a surface
            axes: [x, y, z], polygon: [P]                     | 26:44: expected at least three corners
            axes: [x, y, z], region: {x: [0, 1], y: [0, 1]}   | expected three variables with their bounds
            axes: [x, y, z], region: {x: [0, 1], y: [0, 1], z: 0} | expected two bounds each
            axes: [x, y, z], point: {is: P, on: maybe}        | expected on: yes, or nothing
            axes: [x, y, z], contour: x                       | the key contour is unknown here
            axes: [x, y, z], point: P, answer: point          | the key answer is unknown here
            axes: [x, y, z], point: P, window: [0, 1, 0, 1]   | expected window
            axes: [x, y, z], point: P, view: 35               | expected view: [35, 24]
            axes: [x, y, z], point: Q                         | 26:41: There is no Q
            """)
    void whatIsWrongInAFigureInSpaceIsSaidWhereItStands(String figure, String expected) {
        var text = GOOD + "figure:\n  {alt: Words., " + figure + "}\n";

        assertThat(errors(text)).anySatisfy(e -> assertThat(e).contains(expected));
    }

    @Test
    void aFigureInSpaceNeedsNoWindow() {
        var figure = read(GOOD + "figure: {axes: [x, y, z], point: (1, 2, 3), alt: A point.}\n")
                .page()
                .figure()
                .orElseThrow();

        assertThat(figure.inSpace()).isTrue();
        assertThat(figure.window()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"title, title", "skill, skill", "prompt, prompt", "hints, hints", "solution, solution", "verify, verify"
    })
    void aMissingKeyIsNamed(String key, String named) {
        var without = GOOD.replaceFirst("(?m)^" + key + ":.*\n(?:[ ]+.*\n)*", "");

        assertThat(errors(without)).anySatisfy(e -> assertThat(e).contains("the key " + named + " is missing"));
    }

    @Test
    void everyScalarIsText() {
        var template = read(
                GOOD.replace("title: Slope of a hill", "title: on").replace("a: integer 1..5", "a: integer 010..012"));

        assertThat(template.title()).isEqualTo("on");
    }

    @Test
    void textThatIsNoYamlIsRefusedWithItsPlace() {
        assertThat(errors("title: [a\nlevel: 1\n"))
                .containsExactly(FILE + ":1:8: the bracket [ is opened here and never closed");
        assertThat(errors("")).containsExactly(FILE + ":1:1: the template is empty");
        assertThat(errors("- a\n- b\n")).containsExactly(FILE + ":1:1: expected keys with values (key: value)");
        assertThat(errors("a".repeat(70_000))).containsExactly(FILE + ":1:1: a template has at most 64000 characters");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThat(errors(GOOD + "level: 3\n"))
                .anySatisfy(e -> assertThat(e).contains("the key level stands here twice"));
    }
}

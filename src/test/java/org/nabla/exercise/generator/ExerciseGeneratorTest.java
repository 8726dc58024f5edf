package org.nabla.exercise.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.TemplateReading;

class ExerciseGeneratorTest {
    private static final ExerciseGenerator GENERATOR = new ExerciseGenerator(TestAlgebra.CALCULUS);
    private static final String FRAME = """
            title: A test
            skill: DF17
            level: 1
            variables: {x: real, y: real}
            parameters:
              a: PARAMETER
              kind: one of words [ridge, valley]
            prompt: |
              PROMPT
            answer: {kind: number, value: "1"}
            hints: [Look.]
            solution: [So.]
            verify: answer ~ 1
            """;

    private static ExerciseTemplate template(String parameter, String prompt) {
        var yaml = FRAME.replace("PARAMETER", parameter).replace("PROMPT", prompt);
        var reading = TemplateReader.read("a/b/test.yaml", yaml);
        assertThat(reading).isInstanceOf(TemplateReading.Read.class);
        return ((TemplateReading.Read) reading).template();
    }

    private static String prompt(String parameter, String prompt) {
        return GENERATOR.generate(template(parameter, prompt), new Seed(3)).prompt();
    }

    /** With these numbers the first is no mistake, so the second stands first in the exercise. */
    @Test
    void aMistakeIsTheOneOfTheTemplateWhateverIsLeftOfTheOthers() {
        var mistakes = """
                mistakes:
                  - {value: 2*a, when: a > 1, feedback: Twice.}
                  - {value: a + 7, feedback: Seven too many.}
                """;
        for (var a : new String[] {"1", "3"}) {
            var yaml = FRAME.replace("PARAMETER", "one of [" + a + "]")
                    .replace("PROMPT", "{a}")
                    .replace("hints:", mistakes + "hints:");
            var part = GENERATOR
                    .generate(
                            ((TemplateReading.Read) TemplateReader.read("a/b/test.yaml", yaml)).template(), new Seed(3))
                    .parts()
                    .get(0);

            var shown = part.answer().mistakes();
            assertThat(part.mistakeOfTemplate(Integer.toString(shown.size() - 1)))
                    .isEqualTo("1");
            assertThat(shown.get(shown.size() - 1).feedback()).isEqualTo("Seven too many.");
            assertThat(part.mistakeOfTemplate("sign")).isEqualTo("sign");
        }
    }

    @ParameterizedTest(name = "{1} with a = {0} is {2}: {3}")
    @CsvSource(delimiter = '@', textBlock = """
            one of [3]        @ It is {a}.                   @ It is $3$.                          @ a value in words is set as mathematics
            one of [3]        @ $y = {a}$                    @ $y = 3$                             @ between dollars it is put in
            one of [-3]       @ $5 - {a}$                    @ $5 - (-3)$                          @ a negative value after a sign gets brackets
            one of [-3]       @ $2 \\cdot {a}$               @ $2 \\cdot (-3)$                     @ and after a dot
            one of [-3]       @ ${a}^2$                      @ $(-3)^2$                            @ and under a power
            one of [x + 1]    @ $2{a}$                       @ $2(x + 1)$                          @ a sum as a factor gets brackets
            one of [3]        @ $x^{2} \\frac{1}{{a}}$       @ $x^{2} \\frac{1}{3}$                @ a group of LaTeX stays a group
            one of [3]        @ $\\sqrt[3]{{a}} + \\text{no}$@ $\\sqrt[3]{3} + \\text{no}$         @ also after an optional argument
            one of [1]        @ ${a*x^2 + (a - 1)*y}$        @ $x^{2}$                             @ no factor 1, no term 0
            one of [-2]       @ $x^2 {signed(a*x)}$          @ $x^2 - 2x$                          @ a further term with its sign
            one of [2]        @ $x^2 {signed(a*x)}$          @ $x^2 + 2x$                          @ a further term with its sign
            one of [2]        @ ${show(3*a + 1)}$            @ $3 \\cdot 2 + 1$                    @ shown before it is carried out
            one of [2]        @ ${show(3*entry((a, 7), 2) + 1)}$ @ $3 \\cdot 7 + 1$              @ an entry is shown as its number
            one of [1]        @ ${show(a*(-2) + 3)}$         @ $1 \\cdot (-2) + 3$               @ two numbers have a dot between them
            one of [1]        @ ${show(a*x^a - a*y)}$        @ $x - y$                            @ shown too without a factor or exponent 1
            one of [-1]       @ ${show(a*x + y)}$             @ $-x + y$                           @ and without -1 before a letter
            one of [2]        @ {if a > 1: steep | flat}   @ steep                               @ the first arm that holds
            one of [0]        @ {if a > 1: steep | if a > 0: mild | flat} @ flat               @ otherwise the last
            one of [3]        @ {if a/2 is integer or a > 2: yes | no}      @ yes        @ conditions joined by or
            one of [3]        @ {if a > 2 and a/2 is integer: yes | no}     @ no         @ by and
            one of [4]        @ {if a/3 is rational and (a/3 is integer or a > 3): yes | no} @ yes @ and in brackets
            one of [sqrt(2)]  @ {if a is rational or 1 < a and a < 2: yes | no}    @ yes        @ and binds more tightly
            one of [0]        @ {piecewise(1/a, a > 0, 7)}   @ $7$                                @ what does not hold need not exist
            one of [sqrt(2)]  @ {piecewise(4, a > 2 or a < 1, 5, a^2 > 1 and a < 3, 6)} @ $5$   @ joined, with roots
            one of [2]        @ {piecewise((1, a), a > 1, (3, 4))} @ $(1, 2)$                    @ a vector by cases
            one of [2]        @ {case a: one | two of {a}} @ two of $2$                          @ the text of that number
            one of [1/2]      @ `np.gradient(F, {a})` @ `np.gradient(F, 1/2)` @ code is not typeset
            one of [2]        @ The {kind}.                  @ The ridge.                          @ a word
            """)
    void proseIsWrittenAsAPersonWould(String parameter, String prompt, String expected, String why) {
        assertThat(prompt(parameter, prompt)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            integer 2..2 except 2             | nothing is left
            fraction 4..4 / 2..2              | no fraction
            distinct 3 integer 1..2           | no 3 different values
            integer x..2                      | expected a whole number
            """)
    void whatCannotBeDrawnIsABrokenTemplate(String parameter, String expected) {
        var template = template(parameter, "It is {a}.");

        assertThatThrownBy(() -> GENERATOR.generate(template, new Seed(1)))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageContaining("test, line ")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(delimiter = '@', textBlock = """
            integer -4..4 step 2 except 0            @ \\$-?[24]\\$
            fraction 1..5 / 2..3                     @ \\$\\\\frac\\{\\d}\\{[23]}\\$
            sign                                     @ \\$-?1\\$
            permutation of [1, 2, 3]                 @ \\$\\((1, [23], [23]|2, [13], [13]|3, [12], [12])\\)\\$
            distinct 2 of [x, y]                     @ \\$\\((x, y|y, x)\\)\\$
            vector 3 integer 1..2                    @ \\$\\([12], [12], [12]\\)\\$
            point integer 0..1                       @ \\$\\([01], [01]\\)\\$
            matrix 2x3 integer 1..2                  @ \\$\\\\begin\\{pmatrix}\\s*([12] & ){2}[12] \\\\\\\\ ([12] & ){2}[12]\\s*\\\\end\\{pmatrix}\\$
            """)
    void everyDrawKeepsToItsDescription(String parameter, String pattern) {
        var template = template(parameter, "{a}");

        assertThat(IntStream.range(0, 40)
                        .mapToObj(i -> GENERATOR.generate(template, new Seed(i)).prompt()))
                .allMatch(p -> p.matches(pattern), pattern);
    }

    @Test
    void whatNeverHoldsIsABrokenTemplate() {
        var reading = TemplateReader.read(
                "test.yaml",
                FRAME.replace("PARAMETER", "integer 1..2").replace("PROMPT", "{a}") + "require: [a > 5]\n");
        var template = ((TemplateReading.Read) reading).template();

        assertThatThrownBy(() -> GENERATOR.generate(template, new Seed(0)))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageContaining("never held in 200 draws");
    }

    static Stream<ExerciseTemplate> templates() {
        return ExerciseCatalogue.load().all().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theSameSeedGivesTheSameExerciseAndItSurvivesJson(ExerciseTemplate template) throws Exception {
        var json = new ObjectMapper().registerModule(new Jdk8Module());

        for (int seed : new int[] {0, 17}) {
            var exercise = GENERATOR.generate(template, new Seed(seed));

            assertThat(GENERATOR.generate(template, new Seed(seed))).isEqualTo(exercise);
            assertThat(json.readValue(json.writeValueAsString(exercise), Exercise.class))
                    .isEqualTo(exercise);
        }
    }

    @Test
    void aLaterPartIsJudgedOnTheLearnersOwnEarlierAnswer() {
        var yaml = FRAME.replace("PARAMETER", "one of [2]")
                .replace("PROMPT", "{a}")
                .replace("verify: answer ~ 1\n", "")
                .replace("answer: {kind: number, value: \"1\"}", """
                        parts:
                          - id: grad
                            answer:
                              kind: vector
                              value: gradient(a*x^2 + y, [x, y])
                            verify: answer ~ gradient(a*x^2 + y, [x, y])
                          - answer:
                              kind: number
                              value: at(dot(grad, (3, 4)), x, 1)
                              given: grad
                            verify: answer ~ 16""");
        var reading = TemplateReader.read("test.yaml", yaml);
        assertThat(reading).isInstanceOf(TemplateReading.Read.class);
        var exercise = GENERATOR.generate(((TemplateReading.Read) reading).template(), new Seed(0));
        var forward = new CarryForward(TestAlgebra.CALCULUS);
        var second = exercise.parts().get(1);

        assertThat(second.answer().value()).containsExactly("16");
        assertThat(forward.judgedOn(second, Map.of("grad", "(2x, 1)")))
                .hasValueSatisfying(spec -> assertThat(spec.value()).containsExactly("10"));
        assertThat(forward.judgedOn(second, Map.of())).isEmpty();
        assertThat(forward.judgedOn(exercise.parts().get(0), Map.of("grad", "1")))
                .isEmpty();
    }
}

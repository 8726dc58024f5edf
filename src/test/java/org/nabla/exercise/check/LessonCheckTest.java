package org.nabla.exercise.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.catalogue.LessonCatalogue;
import org.nabla.exercise.check.LessonReport.Check;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.lesson.LessonPlan;

/** Every built-in lesson is proved; and whatever is put in wrongly is found. {@code -Plong} tries 20 other choices of numbers. */
class LessonCheckTest {
    private static final int DRAWS = Boolean.getBoolean("nabla.long") ? 20 : 1;
    private static final LessonCatalogue LESSONS = LessonCatalogue.load();
    private static final LessonCheck CHECK = new LessonCheck(
            TestAlgebra.CALCULUS, TestAlgebra.GRADER, Curriculum.load(), ExerciseCatalogue.load(), LESSONS.bySkill());

    static Stream<String> lessons() {
        return LESSONS.all().stream().map(LessonPlan::skill);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void isProved(String skill) {
        var report = CHECK.check(LESSONS.find(skill).orElseThrow(), DRAWS);

        assertThat(report.failures()).as(report.text()).isEmpty();
    }

    @Test
    void everyFileIsReadAndEveryLinkFromAnExerciseLeadsSomewhere() {
        var dead = ExerciseCatalogue.load().all().stream()
                .flatMap(t -> t.parts().stream())
                .flatMap(p -> p.mistakes().stream())
                .flatMap(m -> m.see().stream())
                .filter(see -> !LESSONS.leads(see.target()))
                .toList();

        assertThat(LESSONS.broken()).isEmpty();
        assertThat(LESSONS.all()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(dead).isEmpty();
    }

    /** Skill, what stands there, what an author may have written instead, and which check finds it. */
    static Stream<Arguments> errors() {
        return Stream.of(
                error("DF17", "steep: norm(gP)", "steep: gP_1 + gP_2", Check.TRUTH, "a sum for a length"),
                error(
                        "MC11",
                        "[[p_1*(1 - p_1), -p_1*p_2,",
                        "[[p_1*(1 - p_1), p_1*p_2,",
                        Check.TRUTH,
                        "a sign in the Jacobian"),
                error("DF14", "holds: xs*ys ~", "holds: xs*ys + 1 ~", Check.TRUTH, "a wrong number in a claim"),
                error(
                        "DF02",
                        "f(x + h, y) - f(x - h, y)) / (2*h)",
                        "f(x + h, y) + f(x - h, y)) / (2*h)",
                        Check.NUMPY,
                        "plus for minus in NumPy"),
                error("DF02", "value: qy}", "value: qy + 1}", Check.QUESTION, "a wrong key of the question"),
                error(
                        "DF02",
                        "Freeze $y$: from",
                        "As $2 + 2 = 5$, freeze $y$: from",
                        Check.COVERAGE,
                        "a false relation in the text"),
                error("DF02", "see: factor\n    - do", "see: factors\n    - do", Check.LINKS, "a dead link"),
                error(
                        "DF02",
                        "the slope at $x = 2$ is ${4 - s}$.\n",
                        "the slope at $x = 2$ is ${4 + s}$.\n",
                        Check.COVERAGE,
                        "a wrong slope below the slider"),
                error(
                        "DF17",
                        "straight downhill.\nfigure",
                        "straight uphill.\nfigure",
                        Check.COVERAGE,
                        "uphill for downhill"),
                error(
                        "LI06",
                        "do: The velocity is $r'(t) = {rt}$",
                        "do: The velocity is $r(t) = {rt}$",
                        Check.COVERAGE,
                        "r for its derivative"),
                error(
                        "DF02",
                        "4 - s ~ (at(g",
                        "4 - s^2 ~ (at(g",
                        Check.TRUTH,
                        "right where it is shown first, wrong at another stop"),
                error("DF02", "answer: [fx, fy]", "answer: [fx, qy]", Check.STEPS, "steps that arrive elsewhere"),
                error(
                        "DF02",
                        "Then swap the roles.",
                        "Then simply swap the roles.",
                        Check.WORDS,
                        "a word that is not used"),
                error(
                        "DF02",
                        "Then swap the roles.",
                        "Then take the determinant.",
                        Check.WORDS,
                        "a word that nobody explained"),
                error(
                        "DF02",
                        "Add the three results.",
                        "Add the $3$ results.",
                        Check.NUMBERS,
                        "a number typed by hand"),
                error(
                        "VF09",
                        "decimal(odd, 3)",
                        "decimal(odd, 1)",
                        Check.TYPESETS,
                        "a number rounded until it is another one"),
                error("DF02", "alt: The curve", "alt: The curve $a_{$ and", Check.READS, "what cannot be read"));
    }

    private static Arguments error(String skill, String stands, String instead, Check found, String why) {
        return Arguments.of(skill, stands, instead, found, why);
    }

    @ParameterizedTest(name = "{4} in {0}")
    @MethodSource("errors")
    void findsWhatIsWrong(String skill, String stands, String instead, Check found, String why) {
        var name = LESSONS.find(skill).orElseThrow().place().file();
        var text = LESSONS.text(skill).orElseThrow();
        assertThat(text).contains(stands);

        var report = CHECK.check(name, text.replace(stands, instead), 0);

        assertThat(report.failures())
                .as(why)
                .extracting(LessonReport.Finding::check)
                .contains(found);
    }

    @Test
    void saysWhereSomethingCannotBeRead() {
        var text = LESSONS.text("DF02").orElseThrow().replace("fy: diff(f, y)", "fy: diff(f, y");

        var report = CHECK.check("lessons/partial-differentiation/DF02.yaml", text, 0);

        assertThat(report.failures()).anyMatch(f -> f.message().matches(".*DF02\\.yaml:\\d+:\\d+: .*"));
        assertThat(Optional.of(report.passed())).isEqualTo(Optional.of(false));
        assertThat(List.of(report.claims())).containsExactly(0);
    }
}

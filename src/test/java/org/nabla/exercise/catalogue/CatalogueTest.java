package org.nabla.exercise.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Task;

/** What the catalogue promises: templates for every skill of its areas, and enough of every sort. */
class CatalogueTest {
    private static final ExerciseCatalogue CATALOGUE = ExerciseCatalogue.load();
    private static final Curriculum CURRICULUM = Curriculum.load();

    /** On which the open problem libraries have more than forty problems. */
    private static final Set<String> PRACTISED_MUCH = Set.of(
            "SV01", "SV03", "SV04", "SV05", "SV06", "SV07", "SV08", "SV09", "SV10", "SV11", "SV12", "SV13", "SV14",
            "SV15", "SV16", "SV17", "SV18", "SV19", "SV20", "SV21", "SV23", "SV25", "SV26", "SV27", "LA01", "LA02",
            "LA03", "LA04", "LA05", "LA06", "LA07", "LA08", "VG02", "VG03", "VG04", "VG09", "VG15", "VF01", "VF11",
            "FS01", "FS04", "DF01", "DF08", "DF13", "DF17", "OP01", "OP07", "MI01", "MI08", "MI15", "LI01", "LI04",
            "DC01", "SI05", "TH07", "MP01");

    static Stream<Skill> skills() {
        return CURRICULUM.skills().stream();
    }

    @ParameterizedTest
    @MethodSource("skills")
    void everySkillIsPractisedByTwoTemplatesAndAGreatOneByThree(Skill skill) {
        assertThat(CATALOGUE.bySkill(skill.id().value()))
                .hasSizeGreaterThanOrEqualTo(PRACTISED_MUCH.contains(skill.id().value()) ? 3 : 2);
    }

    @Test
    void everyTemplateNamesMistakesGivesHintsAndShowsTheWay() {
        assertThat(CATALOGUE.all()).allSatisfy(template -> {
            assertThat(template.parts().stream()
                            .mapToInt(p -> p.mistakes().size())
                            .sum())
                    .as("mistakes of %s", template.id())
                    .isGreaterThanOrEqualTo(2);
            assertThat(template.page().hints()).as("hints of %s", template.id()).isNotEmpty();
            assertThat(template.page().solution())
                    .as("steps of %s", template.id())
                    .isNotEmpty();
            assertThat(template.parts())
                    .as("verification of %s", template.id())
                    .noneMatch(part -> part.verify().isEmpty());
        });
    }

    @Test
    void thereIsEnoughOfEverySort() {
        assertThat(CATALOGUE.all()).hasSizeGreaterThanOrEqualTo(570);
        assertThat(count(t -> t.task() != Task.COMPUTE))
                .as("that ask for more than a result")
                .isGreaterThanOrEqualTo(60);
        assertThat(count(t -> t.page().figure().isPresent()))
                .as("with a figure")
                .isGreaterThanOrEqualTo(40);
        assertThat(count(t -> t.page().python().isPresent())).as("with NumPy").isGreaterThanOrEqualTo(30);
        assertThat(count(t -> t.parts().size() > 1)).as("with several parts").isGreaterThanOrEqualTo(25);
        assertThat(CATALOGUE.all().stream().map(ExerciseTemplate::level).distinct())
                .as("levels")
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @EnumSource(value = Task.class, names = "COMPUTE", mode = EnumSource.Mode.EXCLUDE)
    void everyTaskOfUnderstandingIsAskedInSeveralAreas(Task task) {
        var found = CATALOGUE.all().stream().filter(t -> t.task() == task).toList();

        assertThat(found).hasSizeGreaterThanOrEqualTo(3);
        assertThat(found.stream().map(ExerciseTemplate::chapter).distinct()).hasSizeGreaterThanOrEqualTo(2);
    }

    private static long count(Predicate<ExerciseTemplate> sort) {
        return CATALOGUE.all().stream().filter(sort).count();
    }

    @Test
    void noTwoTemplatesHaveTheSameTitle() {
        assertThat(CATALOGUE.all()).extracting(ExerciseTemplate::title).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "a limit along paths, limit-where-all-lines-agree",
        "two paths with two limits, limit-along-two-lines",
        "partial against total derivative, partial-against-total-derivative",
        "mixed partial derivatives that differ, mixed-partials-that-differ",
        "Jacobians in the wrong order, chain-rule-order-of-jacobians",
        "a product of Jacobians that has no shape, shape-of-a-product-of-jacobians",
        "np.gradient with swapped axes, numpy-gradient-axis-order",
        "np.gradient without a spacing, numpy-gradient-without-spacing",
        "a maximum by one second derivative, saddle-or-extremum-with-a-mixed-term",
        "a minimum of the edge alone, extrema-on-a-disc",
        "partial derivatives without differentiability, differentiable-at-the-origin",
        "what is held constant, what-is-held-constant",
        "Newton's method uphill, is-the-newton-step-downhill",
    })
    void aHabitOfOneVariableHasAnExerciseOfItsOwn(String habit, String id) {
        assertThat(CATALOGUE.find(new ExerciseId(id)))
                .hasValueSatisfying(template -> assertThat(template.parts())
                        .flatExtracting(ExerciseTemplate.Part::mistakes)
                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first-partial-derivative",
                "sensitivity-of-a-neuron",
                "mixed-partials-that-differ",
                "limit-where-all-lines-agree",
                "partial-against-total-derivative",
                "gradient-of-mean-squared-error",
                "gradient-of-the-logistic-loss",
                "softmax-cross-entropy-gradient",
                "softmax-jacobian",
                "jacobian-of-a-tanh-layer",
                "chain-rule-order-of-jacobians",
                "backpropagation-through-one-hidden-unit",
                "sum-over-paths",
                "vector-jacobian-product",
                "slope-of-a-loss-in-a-direction",
                "gradient-descent-step",
                "step-sizes-that-converge",
                "momentum-two-steps",
                "newton-step-in-two-variables",
                "is-the-newton-step-downhill",
                "extremum-and-saddle-of-a-cubic",
                "hessian-of-log-sum-exp",
                "hessian-of-the-logistic-loss",
                "second-order-model-of-a-function",
                "gradient-of-quadratic-form",
                "derivative-of-a-trace",
                "derivative-of-the-log-determinant",
                "ridge-regression-weights",
                "maximum-entropy-distribution",
                "svm-with-two-points",
                "principal-direction-by-lagrange",
                "extrema-on-a-disc",
                "expectation-of-a-product-on-a-triangle",
                "marginal-density-on-a-triangle",
                "log-determinant-of-a-linear-flow",
                "normalise-a-gaussian",
                "reparametrisation-gradient",
                "kl-divergence-of-gaussians",
                "error-of-a-difference-quotient",
                "numpy-gradient-axis-order"
            })
    void theCalculusOfMachineLearningHasItsFamilies(String id) {
        assertThat(CATALOGUE.find(new ExerciseId(id)).map(ExerciseTemplate::skills))
                .hasValueSatisfying(skills -> assertThat(skills)
                        .allSatisfy(skill -> assertThat(CURRICULUM.skill(skill)).isPresent()));
    }
}

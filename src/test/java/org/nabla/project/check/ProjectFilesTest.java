package org.nabla.project.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.grading.grader.Graders;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.making.ProjectMaker;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** Every project that comes with the program; {@code -Dnabla.long=true} tries two hundred seeds of each. */
class ProjectFilesTest {
    private static final int SEEDS = Boolean.getBoolean("nabla.long") ? 200 : 3;
    private static final ProjectCatalogue PROJECTS = ProjectCatalogue.load();

    static List<ProjectPlan> plans() {
        return PROJECTS.all();
    }

    @Test
    void allCanBeRead() {
        assertThat(PROJECTS.broken()).isEmpty();
        assertThat(PROJECTS.all()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void keysAreRightAndMistakesAreNamed(ProjectPlan plan) {
        var curriculum = Curriculum.load();
        assertThat(new ProjectCheck(Graders.GRADER, id -> curriculum.skill(id).isPresent()).errors(plan, SEEDS))
                .isEmpty();
    }

    /** In the list of steps: short, each another, and without what is asked. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void everyStepHasATitleThatTellsWhatIsWorkedOut(ProjectPlan plan) {
        assertThat(plan.steps()).extracting(Step::title).doesNotHaveDuplicates();
        for (var step : plan.steps()) {
            assertThat(step.title())
                    .as(step.id())
                    .hasSizeBetween(3, 30)
                    .isNotEqualTo(step.sort().label());
            for (var told : step.answer().value()) {
                assertThat(step.title().toLowerCase(Locale.ROOT))
                        .as(step.id())
                        .doesNotContain(told.toLowerCase(Locale.ROOT));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void dataOfASeedNeverChange(ProjectPlan plan) {
        assertThat(ProjectMaker.make(plan, 7).data())
                .isEqualTo(ProjectMaker.make(plan, 7).data())
                .isNotEqualTo(ProjectMaker.make(plan, 8).data());
    }
}

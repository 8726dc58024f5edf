package org.nabla.project.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.making.ProjectMaker;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** The files that learners take away, run by every NumPy that is installed. */
class NotebookTest {
    private static final long SEED = 4;

    static List<ProjectPlan> plans() {
        return ProjectCatalogue.load().all();
    }

    /** The code cells of a notebook one after another, as a notebook runs them. */
    private static String code(String notebook) throws JsonProcessingException {
        return StreamSupport.stream(
                        new ObjectMapper().readTree(notebook).get("cells").spliterator(), false)
                .filter(cell -> cell.get("cell_type").asText().equals("code"))
                .map(cell -> cell.get("source").asText())
                .collect(Collectors.joining("\n\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void theReferenceFilledInPrintsTheKeys(ProjectPlan plan) throws JsonProcessingException {
        assumeFalse(NumPy.installed().isEmpty(), "there is no Python with NumPy here");
        var solved = ProjectMaker.make(plan, SEED);
        var notebook = code(Notebook.ipynb(plan, solved, true));
        for (var python : NumPy.installed()) {
            var printed = NumPy.output(python, notebook);
            var values = NumPy.values(printed);
            for (var step : plan.steps()) {
                if (step.python().isPresent() && step.answer().measured()) {
                    assertThat(values).as("%s prints %s", python, printed).containsKey(step.id());
                    assertClose(
                            step,
                            NumPy.numbers(Objects.requireNonNull(values.get(step.id()))),
                            Objects.requireNonNull(
                                    solved.values().get(step.answer().computed().orElseThrow())));
                }
            }
        }
    }

    private static void assertClose(Step step, List<Double> printed, double[] key) {
        assertThat(printed).as(step.id()).hasSize(key.length);
        // A direction may point either way, and one NumPy turns it where another does not.
        double way = step.answer().kind().equals("parallel") && printed.get(0) * key[0] < 0 ? -1 : 1;
        for (int i = 0; i < key.length; i++) {
            assertThat(way * printed.get(i))
                    .as(step.id())
                    .isCloseTo(key[i], within(1e-9 * Math.max(1, Math.abs(key[i]))));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void unfilledItRunsAndHoldsNoReference(ProjectPlan plan) {
        var solved = ProjectMaker.make(plan, SEED);
        var program = Notebook.program(plan, solved, false);
        for (var step : plan.steps()) {
            step.python()
                    .filter(python -> python.body().length() > 20)
                    .ifPresent(python -> assertThat(program)
                            .doesNotContain(
                                    python.body().strip().lines().findFirst().orElseThrow() + "\n"));
        }
        for (var python : NumPy.installed()) {
            assertThat(NumPy.output(python, program))
                    .doesNotContain("Traceback")
                    .contains("first");
        }
    }
}

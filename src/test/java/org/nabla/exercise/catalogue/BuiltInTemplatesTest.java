package org.nabla.exercise.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.check.TemplateCheck;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * Every built-in template passes the checks; {@code -Plong} draws 200 exercises of each. A few tell whatever is wrong with an
 * exercise; whether a mistake is ever one, or prompts differ, only more can tell.
 */
class BuiltInTemplatesTest {
    private static final int FEW = 4;
    private static final boolean LONG = Boolean.getBoolean("nabla.long");
    private static final int SEEDS = LONG ? 200 : 12;
    private static final ExerciseCatalogue CATALOGUE = ExerciseCatalogue.load();
    private static final TemplateCheck CHECKS = new TemplateCheck(TestAlgebra.CALCULUS, TestAlgebra.GRADER);

    static Stream<ExerciseId> templates() {
        return CATALOGUE.all().stream().map(ExerciseTemplate::id);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void passesTheChecks(ExerciseId id) {
        var template = CATALOGUE.find(id).orElseThrow();
        if (!LONG && CHECKS.check(template, FEW).failures().isEmpty()) {
            return;
        }
        var report = CHECKS.check(template, SEEDS);

        assertThat(report.failures()).as(report.text()).isEmpty();
    }

    @Test
    void everyFileIsReadAndFound() {
        assertThat(CATALOGUE.broken()).isEmpty();
        assertThat(CATALOGUE.all()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(CATALOGUE.bySkill("DF17").get(0).id())
                .isEqualTo(new ExerciseId("always-sometimes-never-a-step-uphill"));
        assertThat(CATALOGUE.byChapter("multiple-integration")).isNotEmpty();
        assertThat(CATALOGUE.find(new ExerciseId("no-such-template"))).isEmpty();
    }
}

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

/** Every built-in template passes the checks; {@code -Plong} draws 200 exercises of each. */
class BuiltInTemplatesTest {
    private static final int SEEDS = Boolean.getBoolean("nabla.long") ? 200 : 4;
    private static final ExerciseCatalogue CATALOGUE = ExerciseCatalogue.load();
    private static final TemplateCheck CHECKS = new TemplateCheck(TestAlgebra.CALCULUS, TestAlgebra.GRADER);

    static Stream<ExerciseId> templates() {
        return CATALOGUE.all().stream().map(ExerciseTemplate::id);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void passesTheChecks(ExerciseId id) {
        var report = CHECKS.check(CATALOGUE.find(id).orElseThrow(), SEEDS);

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

package org.nabla.project.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.workshop.DrawStream;
import org.nabla.project.workshop.Workshops;

/** Data and keys are made while somebody waits: in processor time, so that it does not matter what else the machine does. */
class KeyTimeTest {
    private static final long MOST_NANOSECONDS = 200_000_000;
    private static final long WARMING = 5;
    private static final long SEEDS = Boolean.getBoolean("nabla.long") ? 200 : 10;

    static List<ProjectPlan> plans() {
        return ProjectCatalogue.load().all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void keysOfASeedTakeLessThanAFifthOfASecond(ProjectPlan plan) {
        var clock = ManagementFactory.getThreadMXBean();
        LongStream.range(0, WARMING).forEach(seed -> ProjectMaker.make(plan, 1_000 + seed));
        assertThat(LongStream.range(0, SEEDS).map(seed -> {
                    long before = clock.getCurrentThreadCpuTime();
                    ProjectMaker.make(plan, seed);
                    return clock.getCurrentThreadCpuTime() - before;
                }))
                .allMatch(spent -> spent < MOST_NANOSECONDS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void whatIsAcceptedWasPromised(ProjectPlan plan) {
        var workshop = Workshops.byId(plan.workshop()).orElseThrow();
        var stream = new DrawStream(workshop.id(), 3);
        for (int draw = 0; draw < 30; draw++) {
            var data = workshop.draw(stream);
            assertThat(workshop.promises(data) || !workshop.accepts(data, workshop.solve(data, null)))
                    .isTrue();
        }
    }
}

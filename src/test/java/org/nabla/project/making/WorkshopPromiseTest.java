package org.nabla.project.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.chance.DrawStream;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.workshop.Workshops;

/** What a workshop draws for a project can be told from what a wrong solution gives. */
class WorkshopPromiseTest {
    static List<ProjectPlan> plans() {
        return ProjectCatalogue.load().all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void whatIsAcceptedWasPromised(ProjectPlan plan) {
        var workshop = Workshops.byId(plan.model().workshop()).orElseThrow();
        var stream = new DrawStream(workshop.id(), 3);
        for (int draw = 0; draw < 30; draw++) {
            var data = workshop.draw(stream);
            assertThat(workshop.promises(data) || !workshop.accepts(data, workshop.solve(data, null)))
                    .isTrue();
        }
    }
}

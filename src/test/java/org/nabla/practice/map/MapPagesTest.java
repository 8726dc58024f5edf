package org.nabla.practice.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;
import org.nabla.exercise.curriculum.Curriculum;

/** The map over HTTP: a list of links in the order of learning that says in words what the lines say. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class MapPagesTest {

    @Inject
    Curriculum curriculum;

    @Test
    void everyAreaIsOnTheMapAndEverySkillOnThatOfItsArea() {
        var visitor = Browsing.start();

        assertThat(visitor.page("/skills/map").select(".map-node a").eachAttr("href"))
                .containsExactlyElementsOf(curriculum.areas().stream()
                        .map(area -> "/skills/map/" + area.id())
                        .toList());
        for (var area : curriculum.areas()) {
            assertThat(visitor.page("/skills/map/" + area.id())
                            .select(".map-node:not(.outside) a")
                            .eachAttr("href"))
                    .containsExactlyInAnyOrderElementsOf(
                            area.skills().stream().map(skill -> skill.address()).toList());
        }
    }

    @Test
    void whatASkillNeedsIsSaidInWordsAndDrawnTwice() {
        var page = Browsing.start().page("/skills/map/partial-differentiation");

        assertThat(page.select("[data-node=DF18]").text()).contains("Needs:").contains("Gradient");
        assertThat(page.select(".map-lines.wide path[data-from=DF17][data-to=DF18]"))
                .hasSize(1);
        assertThat(page.select(".map-lines.narrow path[data-from=DF17][data-to=DF18]"))
                .hasSize(1);
        assertThat(page.select("[data-node=DF18] .map-state").text()).contains("Not begun");
    }

    @Test
    void aTrackKeepsToItself() {
        var visitor = Browsing.start();

        var overview = visitor.page("/skills/map?track=getting-ready");
        var area = visitor.page("/skills/map/partial-differentiation?track=machine-learning");

        assertThat(overview.select(".map-node a").eachAttr("href"))
                .containsExactly(
                        "/skills/map/single-variable?track=getting-ready",
                        "/skills/map/linear-algebra?track=getting-ready");
        assertThat(area.select("[data-node=DF17]")).isNotEmpty();
        assertThat(area.select("[data-node=DF03]:not(.outside)")).isEmpty();
    }

    @Test
    void aSkillSeesWhereItStands() {
        var page = Browsing.start().page("/skills/gradient");

        assertThat(page.select(".map-node a[aria-current]").eachAttr("href")).containsExactly("/skills/gradient");
        assertThat(page.select("a[href=/skills/map/partial-differentiation]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/skills/map/nowhere", "/skills/map?track=nowhere", "/skills/map/linear-algebra?track=x"})
    void whatIsNotThereIsNotFound(String address) {
        assertThat(Browsing.start().get(address).statusCode()).isEqualTo(404);
    }
}

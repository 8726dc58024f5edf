package org.nabla.project.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;

/** Ways from skills to the projects that need them, and from home to the one that somebody has begun. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ProjectLeadsTest {
    @Inject
    Projects projects;

    @Inject
    Curriculum curriculum;

    @Test
    void everySkillThatAProjectNeedsLeadsToItOnItsPageAndOnTheMap() {
        var visitor = Browsing.start();
        var plan = projects.find("gradient-check").orElseThrow();
        for (var need : plan.needs()) {
            var skill = curriculum.skill(need).orElseThrow();
            assertThat(visitor.page(skill.address()).select("a[href=/projects/gradient-check]"))
                    .as(need)
                    .hasSize(1);
            var area = curriculum.areaOf(new SkillId(need)).orElseThrow();
            var beside = visitor.page("/skills/map/" + area.id())
                    .select("p:has(a[href=/projects/gradient-check])")
                    .text();
            assertThat(beside).as(need).contains("Check a gradient", skill.name());
        }
    }

    @Test
    void whoHasBegunIsLedBackFromHome() {
        var ada = Browsing.start();
        ada.post("/projects/gradient-check/start");
        ada.post(
                "/projects/gradient-check/run/da",
                "submission",
                java.util.UUID.randomUUID().toString(),
                "answer-a",
                "1/(1+b*t)");
        var home = ada.page("/");
        assertThat(home.select("a[href=/projects/gradient-check/run]").text()).isEqualTo("Check a gradient");
        assertThat(home.text()).contains("1 of 12 steps are done");
    }
}

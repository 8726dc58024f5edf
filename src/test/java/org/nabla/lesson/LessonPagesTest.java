package org.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.exercise.catalogue.LessonCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;

/** Lessons over HTTP, without a script: read at the top of a skill, tried, and folded beside an exercise. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class LessonPagesTest {

    @Inject
    LessonCatalogue lessons;

    @Inject
    Curriculum curriculum;

    @Inject
    Lessons made;

    @Inject
    ObjectMapper json;

    @Test
    void aSkillBeginsWithItsLesson() {
        var page = Browsing.start().page("/skills/gradient");

        assertThat(page.select("h1").eachText()).containsExactly("Gradient");
        assertThat(page.select(".lesson h2").eachAttr("id"))
                .containsExactly("idea", "see", "rule", "example", "check", "not-a-number", "numpy", "ml", "onwards");
        assertThat(page.select(".rules > li").eachAttr("id")).containsExactly("per-point", "level-curve", "downhill");
        assertThat(page.select(".stills svg.plot")).hasSize(3);
        assertThat(page.select(".reasoned > li .reason")).hasSize(4);
        assertThat(page.select("#onwards + p a.primary").attr("href")).startsWith("/practice/");
        assertThat(page.select(".print-only")).isEmpty();
    }

    @Test
    void everyLinkOfEveryLessonLeadsToAParagraph() {
        var visitor = Browsing.start();
        for (var lesson : lessons.all()) {
            var page =
                    visitor.page(curriculum.skill(lesson.skill()).orElseThrow().address());
            for (var link : page.select(".lesson a[href^=#]")) {
                assertThat(page.select(link.attr("href")))
                        .as(lesson.skill() + link.attr("href"))
                        .hasSize(1);
            }
            assertThat(page.select(".stills svg.plot")).as(lesson.skill()).hasSizeBetween(2, 3);
        }
        assertThat(made.paragraph("DF02#inside").orElseThrow().text()).contains("chain rule");
        assertThat(made.paragraph("DF02#nowhere")).isEmpty();
        assertThat(made.paragraphs()).hasSizeGreaterThan(5 * lessons.all().size());
    }

    @Test
    void otherNumbersHaveAnAddress() {
        var visitor = Browsing.start();
        var first = visitor.page("/skills/partial-derivatives")
                .select(".lesson-example")
                .text();

        assertThat(visitor.page("/skills/partial-derivatives?variant=3")
                        .select(".lesson-example")
                        .text())
                .isNotEqualTo(first);
        assertThat(visitor.page("/skills/partial-derivatives?variant=99")
                        .select(".lesson-example")
                        .text())
                .isEqualTo(first);
    }

    @Test
    void yourTurnIsJudgedAndDoesNotCount() {
        var visitor = Browsing.start();

        var right = visitor.post("/skills/DF17/lesson", "typed", "(-12, 9)");
        var wrong = visitor.post("/skills/DF17/lesson", "typed", "(9, -12)");
        var nothing = visitor.post("/skills/DF17/lesson", "typed", " ");

        assertThat(right.header("Location")).contains("/skills/gradient?typed=").endsWith("#check");
        assertThat(visitor.page("/skills/gradient?typed=(-12,9)")
                        .select("#turn-found")
                        .text())
                .startsWith("Right.");
        assertThat(wrong.statusCode()).isEqualTo(303);
        assertThat(visitor.page("/skills/gradient?typed=(9,-12)")
                        .select("#turn-found")
                        .text())
                .contains("in the wrong order");
        assertThat(nothing.statusCode()).isEqualTo(303);
        // How far somebody is with a skill stands on its page: nothing has been said of it.
        assertThat(visitor.page("/skills/gradient").select(".text .notice")).isEmpty();
    }

    @Test
    void aKnownMistakeLeadsToTheParagraphOfAnotherLesson() {
        var page = Browsing.start().page("/skills/gradient?typed=(-12,6)");

        assertThat(page.select("#turn-found a").attr("href")).isEqualTo("/skills/DF02#factor");
    }

    @Test
    void everyStopHasItsPicture() throws Exception {
        for (var skill : List.of("DF02", "MC11")) {
            var answer = Browsing.start().data("/skills/" + skill + "/lesson/frames");
            var control = made.find(new SkillId(skill)).orElseThrow().picture().control();

            var frames = json.readTree(answer.asString());

            assertThat(frames.get("frames")).hasSize(control.frames());
            for (var frame : frames.get("frames")) {
                assertThat(frames.get("head").asText()
                                + frame.get(0).asText()
                                + frames.get("tail").asText())
                        .startsWith("<svg")
                        .endsWith("</svg>");
                assertThat(frame.get(2).asText()).isNotBlank();
            }
        }
    }

    @Test
    void aNewcomerFindsTheLessonBeforeTheExampleUntilItIsFolded() {
        var visitor = Browsing.start();
        var template = visitor.page("/skills/partial-derivatives")
                .select("#onwards + p a.primary")
                .attr("href");
        // An example is another exercise that is there already: nobody waits for one.
        visitor.page(template + "/4");
        var address = template + "/3";

        assertThat(visitor.page(address + "?stage=example").select(".short-lesson[open]"))
                .hasSize(1);
        assertThat(visitor.post("/skills/DF02/lesson/fold", "open", "no", "via", "practice")
                        .statusCode())
                .isEqualTo(204);
        var again = visitor.page(address + "?stage=example");

        assertThat(again.select(".short-lesson:not([open])")).hasSize(1);
        assertThat(again.select(".short-lesson a").attr("href")).isEqualTo("/skills/DF02?back=" + address);
        assertThat(visitor.page("/skills/partial-derivatives?back=" + address)
                        .select(".back a")
                        .attr("href"))
                .isEqualTo(address);
        assertThat(visitor.page("/skills/partial-derivatives?back=//elsewhere.example")
                        .select(".back"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var visitor = Browsing.start();

        assertThat(visitor.data("/skills/ZZ99/lesson/frames").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/skills/ZZ99/lesson", "typed", "1").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/operator/lessons").statusCode()).isEqualTo(404);
    }
}

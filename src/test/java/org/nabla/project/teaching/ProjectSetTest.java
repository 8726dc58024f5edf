package org.nabla.project.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;
import org.nabla.exercise.Seed;
import org.nabla.project.making.Solved;
import org.nabla.project.shelf.Projects;

/** A teacher sets a project: each learner has data of their own, marks by step, and slips that the teacher sees. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ProjectSetTest {
    @Inject
    Projects projects;

    private static String set(Lesson lesson) {
        var made = lesson.bob.post(
                "/projects/gradient-check/set", "course", lesson.course.replace("/courses/", ""), "until", "3");
        assertThat(made.statusCode()).isEqualTo(303);
        return Lesson.path(made);
    }

    private static String data(Browsing learner, String problem) {
        return learner.page(problem).select(".files a[href$=data.csv]").attr("href");
    }

    private Solved solved(Browsing learner, String problem) {
        var seed = data(learner, problem).replaceAll(".*/data/(\\d+)/.*", "$1");
        return projects.solved(projects.find("gradient-check").orElseThrow(), new Seed(Long.parseLong(seed)));
    }

    @Test
    void whoTeachesFindsTheFormOnThePageOfTheProject() {
        var lesson = new Lesson();
        assertThat(lesson.bob.page("/projects/gradient-check").select("select[name=course]"))
                .hasSize(1);
        assertThat(Browsing.start().page("/projects/gradient-check").select("select[name=course]"))
                .isEmpty();
    }

    @Test
    void everyLearnerHasDataOfTheirOwnAndTheSameInAllSteps() {
        var lesson = new Lesson();
        var ada = lesson.learner("Ada");
        var cyd = lesson.learner("Cyd");
        var assignment = lesson.assign(set(lesson), Map.of());
        assertThat(ada.page(assignment).select("a:not(.button)[href*=/problems/]"))
                .hasSize(5);
        assertThat(data(ada, assignment + "/problems/3")).isNotEmpty().isEqualTo(data(ada, assignment + "/problems/5"));
        assertThat(data(cyd, assignment + "/problems/3")).isNotEqualTo(data(ada, assignment + "/problems/3"));
    }

    @Test
    void marksAndSlipsAreTheTeachersToSee() {
        var lesson = new Lesson();
        var ada = lesson.learner("Ada");
        var assignment = lesson.assign(set(lesson), Map.of());
        var solved = solved(ada, assignment + "/problems/4");
        var slip = Objects.requireNonNull(
                Objects.requireNonNull(solved.slips().get("no_n")).get("loss"))[0];
        var named = Lesson.answer(ada, assignment + "/problems/4", Double.toString(slip));
        assertThat(named.select(".verdict").text()).contains("That is the sum");
        Lesson.answer(ada, assignment + "/problems/1", "1/(1+b*t)");

        var book = lesson.bob.page(lesson.course + "/gradebook").text();
        assertThat(book).contains("Ada");
        assertThat(ada.page(assignment).text()).contains("2 of 2");
        var mistakes = lesson.bob.page(lesson.course + "/mistakes").text();
        assertThat(mistakes).contains("Check a gradient, step 4", "That is the sum");
    }

    @Test
    void theTeacherSeesTheDataOfEachLearnerBesideTheirWork() {
        var lesson = new Lesson();
        var ada = lesson.learner("Ada");
        var assignment = lesson.assign(set(lesson), Map.of());
        var own = data(ada, assignment + "/problems/4").replace("data.csv", "table");
        var work = lesson.bob.page(
                lesson.bob.page(assignment).select("a[href*=/learners/]").attr("href"));

        var links = work.select("#problem-4 a[href*=/data/]");

        assertThat(links.eachText()).containsExactly("Data of this learner");
        assertThat(links.attr("href")).isEqualTo(own);
        assertThat(lesson.bob.page(own).select(".table-scroll tbody tr")).hasSize(10);
        assertThat(work.select("#problem-5 a[href*=/data/]"))
                .as("not opened yet")
                .isEmpty();
    }

    @Test
    void whatIsClosedLeadsToTheSameStepWithDataOfOnesOwn() {
        var lesson = new Lesson();
        var ada = lesson.learner("Ada");
        var assignment = lesson.assign(set(lesson), Map.of("opens", Lesson.day(-3), "due", Lesson.day(-1)));
        var given = data(ada, assignment + "/problems/4");
        var again = ada.page(assignment + "/problems/4")
                .select("a[href^=/practice/gradient-check-]")
                .attr("href");
        var step = "/projects/gradient-check/run/loss";
        for (var address : List.of(again, again + "/7")) {
            assertThat(Lesson.path(ada.get(address))).isEqualTo(step);
        }
        assertThat(Lesson.path(ada.get(step))).as("not begun yet").isEqualTo("/projects/gradient-check");
        assertThat(ada.post(again + "/7", "answer-a", "1").statusCode()).isEqualTo(303);

        ada.post("/projects/gradient-check/start");

        assertThat(data(ada, step)).isNotEmpty().isNotEqualTo(given);
        assertThat(Lesson.path(ada.get(again))).isEqualTo(step);
    }

    @Test
    void aCopyIsChangedCheckedAndGiven() {
        var lesson = new Lesson();
        var address = Lesson.path(lesson.bob.post("/projects/gradient-check/copy"));
        var yaml = lesson.bob.page(address).select("textarea").val();
        var broken = Browsing.parse(lesson.bob.post(address, "yaml", yaml.replace("bug: half", "bug: haff")));
        assertThat(broken.select(".notice").text()).contains("Line", "the workshop knows no slip haff");
        assertThat(broken.select("textarea").val()).contains("haff");
        var passed = Browsing.parse(lesson.bob.post(
                address, "yaml", yaml.replace("title: Check a gradient", "title: Check it in our way")));
        assertThat(passed.select(".notice").text()).contains("All checks have passed", "version 1");

        var made = lesson.bob.post(
                address.replace("/edit", "/set"), "course", lesson.course.replace("/courses/", ""), "until", "2");
        var ada = lesson.learner("Ada");
        var assignment = lesson.assign(Lesson.path(made), Map.of());
        assertThat(ada.page(assignment + "/problems/1").select("h1").text()).isEqualTo("Check it in our way, step 1");
        assertThat(Lesson.answer(ada, assignment + "/problems/1", "1/(1+b*t)")
                        .select(".verdict")
                        .text())
                .startsWith("Right");
    }

    @Test
    void aPredictionLocksAndHasItsPointForBeingGiven() {
        var lesson = new Lesson();
        var ada = lesson.learner("Ada");
        var plan = projects.find("gradient-check").orElseThrow();
        var made = lesson.bob.post("/projects/gradient-check/set", "course", lesson.course.replace("/courses/", ""));
        var assignment = lesson.assign(Lesson.path(made), Map.of());
        int position = plan.steps().indexOf(plan.step("tiny").orElseThrow()) + 1;
        var problem = assignment + "/problems/" + position;
        assertThat(ada.page(problem).text()).contains("Say it before you run it");

        assertThat(Lesson.answer(ada, problem, "about 1e-1").select(".verdict").text())
                .contains("still rules");
        var kept = ada.page(problem);
        assertThat(kept.select(".notice").text()).contains("Your prediction is kept");
        assertThat(kept.select("form#answer button.primary")).isEmpty();
        Lesson.answer(ada, problem, "about 1e-5");
        assertThat(ada.page(assignment).text()).contains("1 of 1");
        assertThat(ada.page(problem).text()).contains("about 1e-1");
    }

    @Test
    void valuesInBetweenAreNotGivenBeforeItIsTold() {
        var lesson = new Lesson();
        var ada = lesson.learner("Ada");
        var assignment = lesson.assign(set(lesson), Map.of("feedback", "AFTER_DUE"));
        var page = ada.page(assignment + "/problems/4");
        assertThat(page.select("dl.values")).isEmpty();
        assertThat(page.select("form[action$=/values]")).isEmpty();
        assertThat(page.select(".own-data")).hasSize(1);
    }
}

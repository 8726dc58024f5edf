package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

/** The exercises of assignments are shown nowhere else, and are ready before they are opened. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SecretExercisesTest {
    private static final String ONE = "first-partial-derivative";

    @Inject
    ExerciseStore exercises;

    @Inject
    EntityManager database;

    private Lesson lesson;
    private Browsing ada;

    @BeforeEach
    void adaJoinsTheCourseOfBob() {
        lesson = new Lesson();
        ada = lesson.learner("Ada");
    }

    @Test
    void noPageAndNoProgramIsServedTheSeedOfAnAssignment() {
        var seed = opened("AFTER_DUE");

        assertThat(new Seed(seed).beyondPractice()).isTrue();
        for (var visitor : List.of(ada, Browsing.start(), lesson.bob)) {
            for (var path : List.of("", "/help", "/reading?part=a")) {
                var address = "/practice/" + ONE + "/" + seed + path;
                var answer = path.isEmpty() ? visitor.get(address) : visitor.post(address, "answer-a", "1");
                assertThat(answer.statusCode()).as(address).isEqualTo(404);
            }
            assertThat(visitor.post("/practice/" + ONE + "/" + seed, "answer-a", "1")
                            .statusCode())
                    .isEqualTo(404);
        }
        RestAssured.given()
                .header("X-Forwarded-For", "10.99.99.99")
                .get("/api/v1/exercises/" + ONE + "?seed=" + seed)
                .then()
                .statusCode(400);
    }

    @Test
    void practiceExamplesAndAnotherOneLikeItNeverChooseOne() {
        opened("AT_ONCE");

        assertThat(exercises.ready(new ExerciseId(ONE))).noneMatch(Seed::beyondPractice);
        for (var i = 0; i < 20; i++) {
            assertThat(Browsing.start().get("/practice/" + ONE).header("Location"))
                    .matches(".*/practice/" + ONE + "/[0-9]{1,3}");
        }
    }

    @Test
    void neitherThePageNorTheExportTellsItBeforeItIsTold() throws IOException {
        var seed = Long.toString(opened("AFTER_DUE"));
        var address = lesson.course + "/assignments/1";
        Lesson.answer(ada, address + "/problems/1", "12345");
        ada.post(address + "/problems/1/help", "hints", "1");

        assertThat(ada.get(address + "/problems/1").asString()).doesNotContain(seed);
        assertThat(ada.get("/progress").asString()).doesNotContain(seed);
        var before = UntoldTest.unzip(ada.get("/account/export").asByteArray());
        assertThat(before.values()).noneMatch(file -> file.contains(seed));
        assertThat(before.get("attempts.jsonl")).contains("\"seed\":null");
        assertThat(before.get("responses.jsonl")).contains("12345");
    }

    @Test
    void theExportHoldsItOnceItIsTold() throws IOException {
        var seed = opened("AT_ONCE");
        Lesson.answer(ada, lesson.course + "/assignments/1/problems/1", "12345");

        var files = UntoldTest.unzip(ada.get("/account/export").asByteArray());

        assertThat(files.get("attempts.jsonl")).contains("\"seed\":" + seed);
        assertThat(files.get("assigned-exercises.jsonl")).contains("\"seed\":" + seed);
    }

    @Test
    void theHistoryLeadsBackToTheAssignment() {
        opened("AT_ONCE");
        Lesson.answer(ada, lesson.course + "/assignments/1/problems/1", "12345");

        var link = ada.page("/progress").select(".history a").attr("href");

        assertThat(Lesson.path(ada.get(link))).startsWith(lesson.course + "/assignments/1/problems/1?attempt=");
        assertThat(Browsing.start().get(link).statusCode()).isEqualTo(404);
        assertThat(lesson.bob.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void exercisesAreDrawnWhenTheAssignmentIsGivenAndWhenSomebodyJoins() throws IOException {
        lesson.assign(lesson.set(ONE, ONE), Map.of("opens", Lesson.day(3)));
        prepare();
        assertThat(drawn()).hasSize(2).doesNotHaveDuplicates();

        lesson.learner("Eve");
        assertThat(drawn()).hasSize(2);
        prepare();

        assertThat(drawn()).hasSize(4).doesNotHaveDuplicates();
        assertThat(assigned()).isEmpty();
        var export = UntoldTest.unzip(ada.get("/account/export").asByteArray());
        assertThat(export.get("drawn-exercises.jsonl"))
                .contains("\"position\":2")
                .doesNotContain("seed");
        for (var seed : seeds()) {
            assertThat(export.values()).noneMatch(file -> file.contains(seed));
        }
    }

    @Test
    void whoOpensFindsWhatWasDrawn() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        prepare();

        ada.page(address + "/problems/1");

        assertThat(assigned()).isEqualTo(drawn()).hasSize(1);
    }

    @Test
    void whereAllGetTheSameNumbersThereIsOneExerciseAlsoWhenTheRuleChanges() {
        lesson.learner("Eve");
        var address = lesson.assign(lesson.set(ONE), Map.of());
        prepare();
        assertThat(drawn()).hasSize(2);

        lesson.bob.post(
                address + "/rules",
                "title",
                "Week 3",
                "opens",
                Lesson.day(-1),
                "due",
                Lesson.day(7),
                "variants",
                "SAME");
        assertThat(drawn()).isEmpty();
        prepare();
        ada.page(address + "/problems/1");
        lesson.learner("Eve").page(address + "/problems/1");

        assertThat(assigned()).hasSize(2);
        assertThat(assigned().get(0)).isEqualTo(assigned().get(1));
    }

    /** What the scheduler does, which rests in tests. */
    private void prepare() {
        assertThat(lesson.bob
                        .get("/test/prepare/" + lesson.course.replace("/courses/", ""))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Ada opens an exercise. @return its seed */
    private long opened(String feedback) {
        var address = lesson.assign(lesson.set(ONE), Map.of("feedback", feedback));
        assertThat(ada.get(address + "/problems/1").statusCode()).isEqualTo(200);
        return Long.parseLong(seeds().get(0));
    }

    private List<String> seeds() {
        return QuarkusTransaction.requiringNew()
                .call(() -> list("select e.seed from exercise e where e.id in ("
                        + "select exercise_id from assigned_exercise w where w.problem_id in (%1$s) union "
                        + "select exercise_id from drawn_exercise w where w.problem_id in (%1$s))"));
    }

    private List<String> drawn() {
        return QuarkusTransaction.requiringNew()
                .call(() -> list("select exercise_id from drawn_exercise where problem_id in (%1$s) order by 1"));
    }

    private List<String> assigned() {
        return QuarkusTransaction.requiringNew()
                .call(() -> list("select exercise_id from assigned_exercise where problem_id in (%1$s) order by 1"));
    }

    private List<String> list(String query) {
        List<?> rows = database.createNativeQuery(query.formatted(
                        "select p.id from assignment_problem p join assignment a on a.id = p.assignment_id"
                                + " where a.course_id = " + lesson.course.replace("/courses/", "")))
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }
}

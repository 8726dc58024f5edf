package org.nabla.api.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.classroom.Lesson;

/** Programs see and do what the owners of their tokens see and do on the pages. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class CourseApiTest {
    private static final String EXTENSION = "/api/v1/courses/{course}/assignments/1/extensions/";
    private static final String MORE = "{\"due\": \"2090-03-01T23:59\", \"reason\": \"ill\"}";

    private static Optional<ApiCourse> shared = Optional.empty();

    private static ApiCourse course() {
        var world = shared.orElseGet(ApiCourse::new);
        shared = Optional.of(world);
        return world;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            METHOD | PATH | TEACHER | CO_TEACHER | ASSISTANT | OTHER_ASSISTANT | LEARNER | OTHER_TEACHER | NOBODY
            GET | /api/v1/courses | 200 | 200 | 200 | 200 | 200 | 200 | 401
            GET | /api/v1/courses/{course} | 200 | 200 | 200 | 200 | 403 | 404 | 401
            GET | /api/v1/courses/999999999 | 404 | 404 | 404 | 404 | 404 | 404 | 401
            GET | /api/v1/courses/nonsense | 404 | 404 | 404 | 404 | 404 | 404 | 401
            GET | /api/v1/courses/{course}/learners | 200 | 200 | 200 | 200 | 403 | 404 | 401
            GET | /api/v1/courses/{course}/assignments | 200 | 200 | 200 | 200 | 403 | 404 | 401
            GET | /api/v1/courses/{course}/marks | 200 | 200 | 200 | 200 | 403 | 404 | 401
            GET | /api/v1/courses/{course}/marks?assignment=9 | 404 | 404 | 404 | 404 | 403 | 404 | 401
            PUT | /api/v1/courses/{course}/assignments/1/extensions/{ada} | 200 | 200 | 403 | 403 | 403 | 404 | 401
            PUT | /api/v1/courses/{course}/assignments/9/extensions/{ada} | 404 | 404 | 403 | 403 | 403 | 404 | 401
            PUT | /api/v1/courses/{course}/assignments/1/extensions/999999999 | 404 | 404 | 403 | 403 | 403 | 404 | 401
            DELETE | /api/v1/courses/{course}/assignments/1/extensions/{ada} | 200 | 200 | 403 | 403 | 403 | 404 | 401
            """)
    void everybodyMayExactlyWhatTheTableSays(
            String method,
            String path,
            int teacher,
            int coTeacher,
            int assistant,
            int otherAssistant,
            int learner,
            int otherTeacher,
            int nobody) {
        var expected = List.of(teacher, coTeacher, assistant, otherAssistant, learner, otherTeacher, nobody);
        var who = List.copyOf(course().tokens.keySet());
        for (var i = 0; i < who.size(); i++) {
            var answer = course().send(who.get(i), method, path, method.equals("PUT") ? MORE : "");
            assertThat(answer.statusCode())
                    .as(who.get(i) + ": " + answer.asString())
                    .isEqualTo(expected.get(i));
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            if (answer.statusCode() >= 400) {
                assertThat(answer.contentType()).isEqualTo("application/problem+json");
                assertThat(answer.jsonPath().getString("detail")).endsWith(".").contains(" ");
            }
        }
    }

    @Test
    void aForeignCourseLooksLikeNone() {
        var foreign = course().get("OTHER_TEACHER", "/api/v1/courses/{course}/marks");
        var none = course().get("OTHER_TEACHER", "/api/v1/courses/999999999/marks");

        assertThat(foreign.asString()).isEqualTo(none.asString());
    }

    @Test
    void anAssistantOfASectionSeesItAlone() {
        var who = "OTHER_ASSISTANT";
        assertThat(course().get(who, "/api/v1/courses").jsonPath().getList("[0].sections.title"))
                .containsExactly("Friday group");
        assertThat(course().get(who, "/api/v1/courses/{course}/learners")
                        .jsonPath()
                        .getList("name"))
                .containsExactly("Eve");
        assertThat(course().get(who, "/api/v1/courses/{course}/marks")
                        .jsonPath()
                        .getList("learners.name"))
                .containsExactly("Eve");
        assertThat(course().get("ASSISTANT", "/api/v1/courses/{course}/learners")
                        .jsonPath()
                        .getList("name"))
                .contains("Ada", "Eve");
    }

    @Test
    void marksAreThoseOfTheGradebook() {
        var world = new ApiCourse();
        Lesson.answer(world.ada, world.assignment + "/problems/1", "17");
        world.lesson.bob.post(
                world.assignment + "/learners/" + world.lesson.id(world.eve) + "/mark",
                "action",
                "excuse",
                "why",
                "ill");
        world.lesson.bob.post(
                world.assignment + "/learners/" + world.lesson.id(world.ada) + "/mark",
                "points",
                "1.25",
                "why",
                "oral");

        var marks = world.get("TEACHER", "/api/v1/courses/{course}/marks?assignment=1")
                .jsonPath();

        assertThat(marks.getString("assignments[0].title")).isEqualTo("Week 3");
        assertThat(marks.getFloat("assignments[0].points")).isEqualTo(2);
        assertThat(marks.getFloat("learners.find { it.name == 'Ada' }.marks[0].points"))
                .isEqualTo(1.25f);
        assertThat(marks.getBoolean("learners.find { it.name == 'Ada' }.marks[0].set"))
                .isTrue();
        assertThat(marks.getString("learners.find { it.name == 'Ada' }.marks[0].handedIn"))
                .isNotNull();
        assertThat(marks.getBoolean("learners.find { it.name == 'Eve' }.marks[0].excused"))
                .isTrue();
        assertThat(marks.getString("learners.find { it.name == 'Eve' }.marks[0].points"))
                .isNull();
        var shown = world.lesson.bob.page(world.lesson.course + "/gradebook").select("tbody tr:contains(Ada)");
        assertThat(shown.text()).contains("1.25");
    }

    @Test
    void moreTimeIsThatOfThePageWithItsRulesAndItsLog() {
        var world = course();
        assertThat(world.send("TEACHER", "PUT", EXTENSION + "{eve}", MORE)
                        .jsonPath()
                        .getString("due"))
                .isEqualTo("2090-03-01T22:59:00Z");
        var page = world.lesson.bob.page(world.assignment + "/learners/" + world.lesson.id(world.eve));
        assertThat(page.select("[name=due]").val()).isEqualTo("2090-03-01T23:59");
        assertThat(world.lesson.bob.page(world.lesson.course + "/log").text())
                .contains("Week 3, until 2090-03-01T23:59: ill");

        var back = world.send("CO_TEACHER", "DELETE", EXTENSION + "{eve}", "");
        assertThat(back.jsonPath().getString("due")).doesNotStartWith("2090");
        assertThat(world.lesson.bob.page(world.lesson.course + "/log").text()).contains("Week 3: taken back");
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"due": "2020-01-01T00:00", "reason": "ill"} | 422 | due | less time than the others have
            {"due": "2090-01-01T00:00", "closes": "2089-01-01T00:00", "reason": "ill"} | 422 | closes | cannot close before it is due
            {"due": "soon", "reason": "ill"} | 422 | due | .
            {"due": "2090-01-01T00:00", "reason": " "} | 422 | reason | Say why
            {"due": "2090-01-01T00:00"} | 400 | reason | missing
            {"due": 3, "reason": "ill"} | 400 | due | text
            {"due": "2090-01-01T00:00", "reason": "ill", "until": "x"} | 400 | until | no such field
            ["due"] | 400 | '' | object
            {"due": | 400 | '' | no JSON
            """)
    void whatCannotBeNamesItsField(String body, int status, String field, String words) {
        var answer = course().send("TEACHER", "PUT", EXTENSION + "{ada}", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
        assertThat(answer.jsonPath().getString("detail")).contains(words);
    }

    @Test
    void anArchivedCourseIsReadAndNotChanged() {
        var world = new ApiCourse();
        world.lesson.bob.post(world.lesson.course + "/archive");

        assertThat(world.get("TEACHER", "/api/v1/courses/{course}").jsonPath().getBoolean("archived"))
                .isTrue();
        var refused = world.send("TEACHER", "PUT", EXTENSION + "{ada}", MORE);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("title")).contains("archived");
    }

    @Test
    void nothingIsChangedWithoutJson() {
        var world = course();
        var form = io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + world.tokens.get("TEACHER"))
                .contentType("text/plain")
                .body(MORE)
                .put(world.address(EXTENSION + "{ada}"));
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(world.lesson.bob.post("/account/numbers").statusCode()).isNotEqualTo(415);
    }
}

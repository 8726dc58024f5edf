package org.nabla.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;

/** Whoever runs the site finds courses and hands them over. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class CourseDeskTest {
    private Browsing operator = Browsing.start();

    @BeforeEach
    void signIn() {
        operator = Browsing.operator();
    }

    private String address(String title) {
        return operator.page("/operator/courses?q=" + title)
                .select("tbody th a")
                .attr("href");
    }

    @Test
    void aCourseIsFoundByItsTitleAndByWhoTeachesIt() {
        var bob = Browsing.teacher("Bob");
        var title = "Surfaces-" + UUID.randomUUID();
        bob.openCourse(title);

        var byTeacher = operator.page("/operator/courses?q=" + bob.login());

        assertThat(byTeacher.select("tbody th").eachText()).containsExactly(title);
        assertThat(byTeacher.select("tbody td").eachText().subList(1, 3)).containsExactly("0", "0");
        assertThat(operator.page(address(title)).select("main").text()).contains(title, "Bob");
        assertThat(operator.page("/operator/courses?q=" + UUID.randomUUID()).text())
                .contains("No course is found");
    }

    @Test
    void aCourseIsHandedToAnotherTeacher() {
        var bob = Browsing.teacher("Bob");
        var title = "Curves-" + UUID.randomUUID();
        var course = bob.openCourse(title);
        var eva = Browsing.signedUp("Eva");
        var desk = address(title);

        var early = operator.post(desk + "/teacher", "login", eva.login());
        eva.teach();
        var done = operator.post(desk + "/teacher", "login", " " + eva.login().toUpperCase(Locale.ROOT));
        var again = operator.post(desk + "/teacher", "login", eva.login());

        assertThat(Browsing.parse(early).select("#login-error").text()).contains("may not teach");
        assertThat(operator.follow(done).select(".notice").text()).isEqualTo("Eva teaches the course from now on.");
        assertThat(Browsing.parse(again).select("#login-error").text()).contains("teach it already");
        assertThat(eva.post(course + "/settings", "title", title + "!", "zone", "UTC")
                        .statusCode())
                .isEqualTo(303);
        assertThat(bob.get(course).statusCode()).isEqualTo(200);
        assertThat(bob.post(course + "/settings", "title", "mine", "zone", "UTC")
                        .statusCode())
                .isEqualTo(403);
        assertThat(eva.page(course + "/log").text())
                .contains("handed the course over to Eva", "by whoever runs the site");
        assertThat(operator.page("/operator/log").select("tbody").text()).contains("handed a course over to Eva");
    }

    @Test
    void aCourseWhoseTeacherIsGoneGetsOne() {
        var bob = Browsing.teacher("Bob");
        var eva = Browsing.teacher("Eva");
        var title = "Fields-" + UUID.randomUUID();
        var course = bob.openCourse(title);
        Lesson.assignOne(bob, course);
        var desk = address(title);
        bob.post("/account/delete", "password", "correct horse battery");

        assertThat(operator.page(desk).select("main dd").eachText().get(0)).isEqualTo("nobody");
        operator.post(desk + "/teacher", "login", eva.login());
        assertThat(eva.get(course).statusCode()).isEqualTo(200);
    }
}

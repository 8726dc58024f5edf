package org.nabla.classroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** Learners of an earlier course come along at once; everybody else is asked first. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class EarlierPagesTest {
    private Lesson earlier;
    private Lesson now;

    @BeforeEach
    void bobTeachesAgain() {
        earlier = new Lesson();
        now = new Lesson();
    }

    @Test
    void whoIsChosenIsInTheCourseAtOnce() {
        var ada = earlier.learner("Ada");
        var eve = earlier.learner("Eve");
        earlier.bob.post(earlier.course + "/archive");

        var page = now.bob.page(now.course + "/people/add?from=" + number(earlier));
        assertThat(page.select("[name=learner][checked]")).hasSize(2);
        var chosen = page.select("label:contains(Ada) [name=learner]").val();
        var added = now.bob.post(now.course + "/people/add", "from", number(earlier), "learner", chosen);

        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(ada.get(now.course).statusCode()).isEqualTo(200);
        assertThat(ada.page("/courses").select("#learning + ul a").eachAttr("href"))
                .contains(now.course);
        assertThat(eve.get(now.course).statusCode()).isEqualTo(404);
        assertThat(now.bob.page(now.course + "/people").select("tbody th").eachText())
                .containsExactly("Ada");
        assertThat(now.bob.page(now.course + "/log").text()).contains("1 learner of “Calculus III”");
        var left = now.bob.page(now.course + "/people/add?from=" + number(earlier));
        assertThat(left.select("label:has([name=learner])").text())
                .contains("Eve")
                .doesNotContain("Ada");
    }

    @Test
    void nobodyIsTakenFromTheCourseOfAnotherTeacherOrAgainstTheirWill() {
        var strangers = Lesson.person("Dan");
        var theirs = Browsing.teacher("Tom").openCourse("Of another");
        var ada = now.learner("Ada");
        earlier.join(ada);
        var learner = now.bob
                .page(now.course + "/people")
                .select("tbody form[action$=remove]")
                .attr("action");
        ada.post(now.course + "/leave");

        var foreign = now.bob.post(now.course + "/people/add", "from", theirs.replaceFirst(".*/", ""), "learner", "1");
        var left = now.bob.post(
                now.course + "/people/add",
                "from",
                number(earlier),
                "learner",
                learner.replaceFirst(".*/people/(\\d+)/remove", "$1"));

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(ada.get(now.course).statusCode())
                .as("who left comes back when they want, or are taken back in one by one")
                .isEqualTo(404);
        assertThat(strangers.get(now.course).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsTickedIsSaid() {
        earlier.learner("Ada");

        var refused = now.bob.post(now.course + "/people/add", "from", number(earlier));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#learner-error").text()).contains("Tick those");
    }

    @Test
    void whoHasAnAccountIsAskedAndJoinsWithAYes() {
        var dan = Browsing.start();
        var login = Browsing.newLogin();
        dan.signUp("Dan", login, "correct horse battery");

        var asked = now.bob.post(now.course + "/people/invite", "login", " " + login.toUpperCase() + " ");

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(dan.get(now.course).statusCode())
                .as("not before they say yes")
                .isEqualTo(404);
        var page = now.bob.page(now.course + "/people/add");
        assertThat(page.select("#waiting + ul").text()).contains(login).doesNotContain("Dan");
        assertThat(dan.page("/courses").select(".notice").text()).contains("asked to learn in Calculus III");
        dan.post(now.course + "/place", "answer", "yes");
        assertThat(dan.get(now.course).statusCode()).isEqualTo(200);
        assertThat(dan.page("/courses").select(".notice")).isEmpty();
        assertThat(dan.post(now.course + "/place", "answer", "yes").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoSaysNoIsNotInTheCourse() {
        var dan = Browsing.start();
        var login = Browsing.newLogin();
        dan.signUp("Dan", login, "correct horse battery");
        now.bob.post(now.course + "/people/invite", "login", login);

        dan.post(now.course + "/place", "answer", "no");

        assertThat(dan.get(now.course).statusCode()).isEqualTo(404);
        assertThat(now.bob.page(now.course + "/people/add").select("#waiting")).isEmpty();
        for (var unknown : List.of("nobody-at-all", "")) {
            var refused = now.bob.post(now.course + "/people/invite", "login", unknown);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Browsing.parse(refused).select("#login-error").text()).isNotEmpty();
        }
    }

    private static String number(Lesson lesson) {
        return lesson.course.replaceFirst(".*/", "");
    }
}

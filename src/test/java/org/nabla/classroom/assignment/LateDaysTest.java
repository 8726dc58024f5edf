package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.SetClock;
import org.nabla.classroom.Lesson;

/** Learners spend late days themselves, know the rule before, and take back what time has not used up. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class LateDaysTest {
    private static final String ONE = "first-partial-derivative";

    private final SetClock clock = new SetClock(Instant.now());

    private Lesson lesson;
    private Browsing ada;

    @BeforeEach
    void theCourseGivesTwo() {
        QuarkusMock.installMockForType(clock, Clock.class);
        lesson = new Lesson();
        ada = lesson.learner("Ada");
        lesson.bob.post(lesson.course + "/late-days", "days", "2");
    }

    @Test
    void oneIsSpentAfterASentenceAndTakenBackUntilItsDayBegins() {
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(1)));
        var due = ada.page(address).select(".lead time").attr("datetime");
        assertThat(ada.page(lesson.course).text()).contains("You have 2 of 2 late days left.");
        assertThat(ada.page(address).text()).contains("You have 2 late days left. One late day moves your due date");

        var asked = ada.page(address + "/late-days");
        assertThat(asked.select(".lead").text())
                .startsWith("You have 2 late days left. One late day moves your due date by a day, from ")
                .endsWith("you can take it back until the day begins.");
        assertThat(ada.page(address).select(".lead time").attr("datetime")).isEqualTo(due);

        assertThat(ada.post(address + "/late-days").header("Location")).endsWith("done=late-day");

        assertThat(ada.page(address).select(".lead").text()).contains("the date of all, 1 late day.");
        assertThat(Instant.parse(ada.page(address).select(".lead time").attr("datetime")))
                .isAfter(Instant.parse(due).plus(Duration.ofHours(22)));
        assertThat(lesson.bob.page(person()).text()).contains("1 of 2 late days are spent.");
        assertThat(lesson.bob.page(address).select("tbody tr").text()).contains("until");

        assertThat(ada.post(address + "/late-days/back").header("Location")).endsWith("done=late-day-back");
        assertThat(ada.page(address).select(".lead time").attr("datetime")).isEqualTo(due);

        ada.post(address + "/late-days");
        ada.post(address + "/late-days");
        assertThat(ada.post(address + "/late-days").statusCode())
                .as("none is left")
                .isEqualTo(409);
        assertThat(ada.page(address).select(".lead").text()).contains("2 late days.");

        clock.pass(Duration.ofHours(36)); // the first day has begun, the second has not
        assertThat(ada.post(address + "/late-days/back").statusCode()).isEqualTo(303);
        assertThat(ada.post(address + "/late-days/back").statusCode())
                .as("the day has begun")
                .isEqualTo(409);
        assertThat(ada.page(address).select(".lead").text()).contains("1 late day.");
        assertThat(ada.page(lesson.course).text()).contains("You have 1 of 2 late days left.");
    }

    @Test
    void whatIsClosedStaysClosed() {
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(1)));
        clock.pass(Duration.ofDays(2));

        assertThat(ada.post(address + "/late-days").statusCode()).isEqualTo(409);
        assertThat(ada.page(address).select(".lead").text()).startsWith("Closed.");
        assertThat(ada.page(address + "/late-days").select("main button")).isEmpty();
    }

    @Test
    void whereVerdictsAreToldAtATimeNobodyWorksOnAfterIt() {
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(1), "feedback", "AT", "told", day(2)));

        assertThat(ada.post(address + "/late-days").statusCode()).isEqualTo(303);
        assertThat(ada.post(address + "/late-days").statusCode()).isEqualTo(409);
    }

    @Test
    void aCourseThatGivesNoneSaysNothingOfThem() {
        lesson.bob.post(lesson.course + "/late-days", "days", "0");
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(1)));

        assertThat(ada.page(address).text() + ada.page(lesson.course).text()).doesNotContain("late day");
        assertThat(ada.post(address + "/late-days").statusCode()).isEqualTo(409);
    }

    @Test
    void aNumberThatIsNoneIsRefusedAndKept() {
        var refused = lesson.bob.post(lesson.course + "/late-days", "days", "many");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#days").val()).isEqualTo("many");
        assertThat(Browsing.parse(refused).select("#days-error").text()).contains("from 0 to 60");
    }

    private String person() {
        return lesson.bob.page(lesson.course + "/people").select("tbody th a").attr("href");
    }
}

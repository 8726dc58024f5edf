package org.nabla.classroom.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** What another time zone does is seen before it is done. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ZonePagesTest {
    private Lesson lesson;
    private String address;

    @BeforeEach
    void bobGivesAnAssignmentInVienna() {
        lesson = new Lesson();
        address = lesson.assign(
                lesson.set("first-partial-derivative"), Map.of("opens", "2026-10-05T08:00", "due", "2026-10-19T18:00"));
    }

    @Test
    void theSettingsAskFirst() {
        var asked = lesson.bob.post(lesson.course + "/settings", "title", "Renamed", "zone", "America/New_York");

        assertThat(Lesson.path(asked)).isEqualTo(lesson.course + "/zone?to=America/New_York");
        var page = lesson.bob.page(Lesson.path(asked));
        assertThat(page.select(".dates-table tr:contains(due)").text())
                .contains(
                        "Mon 19 October 2026, 18:00",
                        "Mon 19 October 2026, 12:00",
                        "Mon 19 October 2026, 18:00, 6 hours later");
        assertThat(page.text()).contains("No mark changes");
        assertThat(lesson.bob
                        .page(lesson.course + "/settings")
                        .select("#zone [selected]")
                        .val())
                .isEqualTo("Europe/Vienna");
        assertThat(lesson.bob.page(lesson.course + "/settings").select("#title").val())
                .isEqualTo("Renamed");
    }

    @ParameterizedTest
    @CsvSource({"moments, 2026-10-19T16:00:00Z, 12:00", "times, 2026-10-19T22:00:00Z, 18:00"})
    void whatWasChosenStays(String keep, String due, String shown) {
        assertThat(change(keep).statusCode()).isEqualTo(303);

        var time = lesson.bob.page(address).select("p time").get(1);
        assertThat(time.attr("datetime")).isEqualTo(due);
        assertThat(time.text()).endsWith(shown);
    }

    @Test
    void anExtensionGoesAlong() {
        var ada = lesson.learner("Ada");
        var learner = lesson.bob.page(address).select("tbody th a").attr("href");
        lesson.bob.post(
                learner + "/extension", "due", "2026-10-26T18:00", "closes", "2026-10-26T18:00", "reason", "ill");

        change("times");

        assertThat(ada.page(address).select(".lead time").attr("datetime")).isEqualTo("2026-10-26T22:00:00Z");
    }

    @Test
    void nothingChangesBeforeSomethingIsChosen() {
        var refused = change("");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#keep-error").text()).contains("Choose what stays");
        assertThat(lesson.bob.get(lesson.course + "/zone?to=Mars/Olympus").statusCode())
                .isEqualTo(404);
    }

    private Received change(String keep) {
        return lesson.bob.post(lesson.course + "/zone", "to", "America/New_York", "keep", keep);
    }
}

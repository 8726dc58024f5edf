package org.nabla.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** What is due within a week is said by the dates that hold: those of all, and those of sections. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class WeekTest {
    private static final String ONE = "first-partial-derivative";

    private Lesson lesson;
    private Browsing ada;
    private Browsing eve;
    private String tuesday;

    @BeforeEach
    void eveIsInASection() {
        lesson = new Lesson(Browsing.signedUp("Bob")); // the page has room for a dozen rows
        ada = lesson.learner("Ada");
        eve = lesson.learner("Eve");
        tuesday = lesson.section("Tuesday group");
        lesson.move(tuesday, eve);
    }

    @Test
    void theDateOfASectionStandsBesideThatOfAll() {
        var address = lesson.assign(lesson.set(ONE), Map.of("title", "Both", "due", day(2)));
        lesson.bob.post(address + "/sections", "due-" + tuesday, day(4));
        Lesson.answer(eve, address + "/problems/1", "17");

        assertThat(due()).hasSize(2);
        assertThat(due().get(0)).matches("Both Calculus III due .* 0 of 1 have begun");
        assertThat(due().get(1)).matches("Both Calculus III Tuesday group: due .* 1 of 1 have begun");
    }

    @Test
    void whatIsDueForASectionAloneIsThereToo() {
        var address = lesson.assign(lesson.set(ONE), Map.of("title", "Later", "due", day(12)));
        assertThat(due()).isEmpty();
        lesson.bob.post(address + "/sections", "due-" + tuesday, day(5));

        assertThat(due()).singleElement().asString().contains("Tuesday group: due");

        lesson.move(tuesday, ada);
        var other = lesson.assign(lesson.set(ONE), Map.of("title", "Sooner", "due", day(3)));
        lesson.bob.post(other + "/sections", "due-" + tuesday, day(11));
        assertThat(due()).as("the date of all holds for nobody").noneMatch(row -> row.startsWith("Sooner"));
    }

    /** The rows of this course. */
    private List<String> due() {
        return lesson.bob
                .page("/teaching")
                .select("#due ~ .rows li:has(a[href^=" + lesson.course + "/])")
                .eachText();
    }
}

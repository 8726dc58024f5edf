package org.nabla.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A code leads to one course at a time, whichever was drawn. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class TakenCodesTest {
    @Inject
    CourseRepository courses;

    @Test
    void aCodeThatLeadsElsewhereIsDrawnAgain() {
        var first = new Lesson();
        var second = new Lesson();
        var taken = code(first);
        var drawn = List.of(taken, taken, new JoinCode("3467KMNP")).iterator();

        var code = QuarkusTransaction.requiringNew().call(() -> courses.take(number(second), drawn::next));

        assertThat(code).isEqualTo(new JoinCode("3467KMNP"));
        assertThat(leadsTo(taken)).contains(number(first));
        assertThat(leadsTo(code)).contains(number(second));
        QuarkusTransaction.requiringNew().run(() -> courses.leaveCode(number(second)));
    }

    @Test
    void aCodeIsFreeAgainWhenItsCourseIsClosedOrHasAnotherOne() {
        var lesson = new Lesson();
        var first = code(lesson);

        lesson.bob.post(lesson.course + "/code", "life", "week");
        var second = code(lesson);
        assertThat(leadsTo(first)).isEmpty();
        assertThat(leadsTo(second)).contains(number(lesson));

        lesson.bob.post(lesson.course + "/code", "life", "none");
        assertThat(leadsTo(second)).isEmpty();

        lesson.bob.post(lesson.course + "/code", "life", "week");
        var third = code(lesson);
        lesson.bob.post(lesson.course + "/archive");
        assertThat(leadsTo(third)).isEmpty();
    }

    private Optional<Long> leadsTo(JoinCode code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> courses.withCode(code).map(Course::id));
    }

    private static JoinCode code(Lesson lesson) {
        return JoinCode.parse(
                        lesson.bob.page(lesson.course).select(".join-code").text())
                .orElseThrow();
    }

    private static long number(Lesson lesson) {
        return Long.parseLong(lesson.course.replace("/courses/", ""));
    }
}

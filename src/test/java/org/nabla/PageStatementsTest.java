package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.classroom.Lesson;

/**
 * How many statements a page sends to the database: the numbers of the table at most, and no more for somebody who has done much
 * than for somebody who has done a little of everything. Whoever raises a number says why in the commit. Of those of practice most
 * go together, and cost one way there and back.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class PageStatementsTest {
    private static final Logger LOG = Logger.getLogger(PageStatementsTest.class);

    /** For a learner with a course, an assignment that goes on, a check-in and doubts: who has less needs fewer. */
    private static final String MOST = """
            progress                       | 13
            progress, of one skill         | 14
            progress, without a course     | 10
            practice                       | 16
            exercise                       | 13
            exercise, with a verdict       | 21
            submit                         | 19
            submit, by a script            | 31
            first answer, by a script      | 32
            preview                        | 0
            first page                     | 31
            problem of an assignment       | 19
            submit to an assignment        | 39
            mistakes of a course           | 11
            """;

    private static final String EXERCISE = "/practice/first-partial-derivative/";

    @Test
    void aPageSendsAFewStatementsHoweverMuchWasDone() {
        var lesson = new Lesson();
        var ada = lesson.join(Browsing.signedUp("Ada"));
        var assignment = lesson.assign(lesson.set("first-partial-derivative", "gradient-at-a-point"), Map.of());
        ada.page(assignment + "/problems/1");
        ada.page(assignment + "/problems/2");
        Lesson.answer(ada, assignment + "/problems/1", "17");
        ada.post("/check-in", "track", "machine-learning");
        ada.post("/check-in/1/skip");
        var attempt = doubt(ada, 0, "1");
        var alone = Browsing.signedUp("Grace");
        doubt(alone, 0, "1");

        try (var log = ServerLog.open()) {
            var before = counts(log, lesson, ada, alone, assignment, attempt, 100);
            IntStream.range(1, 8).forEach(i -> List.of(ada, alone).forEach(learner -> doubt(learner, i, "1")));
            IntStream.range(2, 8).forEach(i -> Lesson.answer(ada, assignment + "/problems/1", "x + " + i));
            var after = counts(log, lesson, ada, alone, assignment, attempt, 200);

            LOG.infof("statements of pages: %s", after);
            var all = new SoftAssertions();
            all.assertThat(before.keySet()).isEqualTo(most().keySet());
            most().forEach((page, most) -> {
                all.assertThat(before.get(page)).as(page).isLessThanOrEqualTo(most);
                all.assertThat(after.get(page))
                        .as(page + ", after much was done")
                        .isLessThanOrEqualTo(most);
            });
            all.assertAll();
        }
    }

    private static Map<String, Integer> counts(
            ServerLog log, Lesson lesson, Browsing ada, Browsing alone, String assignment, String attempt, int unseen) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("progress", page(log, ada, "/progress"));
        counts.put("progress, of one skill", page(log, ada, "/progress?skill=DF17"));
        counts.put("progress, without a course", page(log, alone, "/progress"));
        counts.put("practice", page(log, ada, "/practice"));
        counts.put("exercise", page(log, ada, EXERCISE + "0"));
        counts.put("exercise, with a verdict", page(log, ada, EXERCISE + "0?attempt=" + attempt));
        counts.put("submit", least(log, () -> submit(ada, EXERCISE + "0", "2")));
        counts.put("submit, by a script", least(log, () -> script(ada, EXERCISE + "0", "2")));
        counts.put("first answer, by a script", fresh(log, ada, unseen));
        counts.put("preview", least(log, () -> preview(ada, EXERCISE + "0", "2")));
        counts.put("first page", page(log, ada, "/"));
        counts.put("problem of an assignment", page(log, ada, assignment + "/problems/1"));
        counts.put("submit to an assignment", least(log, () -> submit(ada, assignment + "/problems/2", "(1, 2)")));
        counts.put("mistakes of a course", page(log, lesson.bob, lesson.course + "/mistakes"));
        return counts;
    }

    private static int page(ServerLog log, Browsing who, String address) {
        return least(
                log, () -> assertThat(who.get(address).statusCode()).as(address).isIn(200, 303));
    }

    /** Of eight times: now and then a request notes that its session is used, the driver asks what a column is, or a job writes beside it. */
    private static int least(ServerLog log, Runnable request) {
        return IntStream.range(0, 8).map(i -> log.of(request).size()).min().orElseThrow();
    }

    private static void submit(Browsing learner, String address, String typed) {
        var answered = learner.post(address, form(typed));
        assertThat(answered.statusCode()).as(address).isEqualTo(303);
    }

    /** As on a page that shows an answer already. */
    private static String[] form(String typed) {
        var shown = UUID.randomUUID().toString();
        return new String[] {
            "submission", UUID.randomUUID().toString(), "shown", shown, "decimals", "point", "answer-a", typed
        };
    }

    /** A first answer. */
    private static int fresh(ServerLog log, Browsing learner, int from) {
        return IntStream.range(from, from + 8)
                .map(i -> log.of(() -> doubtless(learner, i)).size())
                .min()
                .orElseThrow();
    }

    private static void doubtless(Browsing learner, int variant) {
        var form = UUID.randomUUID().toString();
        var answered = learner.script(
                EXERCISE + variant, "submission", form, "shown", "", "decimals", "point", "answer-a", "1");
        assertThat(answered.statusCode()).isEqualTo(200);
    }

    /** The page comes with it, and is asked with the writing. */
    private static void script(Browsing learner, String address, String typed) {
        var answered = learner.script(address, form(typed));
        assertThat(answered.statusCode()).as(address).isEqualTo(200);
    }

    private static void preview(Browsing learner, String address, String typed) {
        var read = learner.post(address + "/reading?part=a", "decimals", "point", "answer-a", typed);
        assertThat(read.statusCode()).as(address).isEqualTo(200);
    }

    /** Answers, and doubts the verdict. @return the form */
    private static String doubt(Browsing learner, int variant, String typed) {
        var form = UUID.randomUUID().toString();
        learner.post(EXERCISE + variant, "submission", form, "answer-a", typed);
        var reported =
                learner.post("/reports?attempt=" + form + "&back=" + EXERCISE + variant, "note", "It is the same.");
        assertThat(reported.statusCode()).isEqualTo(303);
        return form;
    }

    private static Map<String, Integer> most() {
        var most = new LinkedHashMap<String, Integer>();
        for (var line : MOST.split("\n")) {
            var cells = line.split("\\|");
            most.put(cells[0].strip(), Integer.parseInt(cells[1].strip()));
        }
        return most;
    }
}

package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.classroom.Lesson;
import org.nabla.operation.retention.HourlyRetention;
import org.nabla.progress.prediction.HourlyLearning;

/**
 * What the site costs while its data grow a hundredfold, to a million attempts or to {@code -Dnabla.growth=10000000}: pages stay what
 * they are, and jobs take what is new. The figures are in {@code docs/scale.md}.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
@EnabledIfSystemProperty(named = "nabla.long", matches = "true")
class GrowthTest {
    private static final Logger LOG = Logger.getLogger(GrowthTest.class);
    private static final long MOST = Long.getLong("nabla.growth", 1_000_000);
    private static final String EXERCISE = "/practice/first-partial-derivative/3";

    /** A page may take so many times as much with a hundred times the data: more levels of an index, colder memory. */
    private static final double PAGES_GROW = 2;

    /** What is below this is the noise of the measurement, in milliseconds. */
    private static final double NOISE = 5;

    @Inject
    Scheduler jobs;

    @Inject
    HourlyLearning learning;

    @Inject
    HourlyRetention retention;

    @Test
    void pagesCostTheSameWithAHundredTimesTheData() {
        var lesson = new Lesson();
        var table = new LinkedHashMap<Long, Map<String, Double>>();
        jobs.pause(); // they would be measured too
        try (var log = new GrownLog()) {
            var ada = log.veteran(lesson.join(Browsing.signedUp("Ada")));
            log.fill(lesson.course);
            for (long size = 10_000; size <= MOST; size *= 10) {
                log.grow(size);
                table.put(size, row(log, lesson, ada));
                LOG.infof("with %,d attempts, in ms of the processor: %s", size, table.get(size));
            }
        } finally {
            jobs.resume();
            learning.anew(Instant.now());
        }
        var few = table.getOrDefault(10_000L, Map.of());
        var many = table.get(MOST);
        LOG.infof("%s", text(table));

        assertThat(many).allSatisfy((what, spent) -> {
            if (!what.startsWith("all: ")) {
                assertThat(spent).as(what).isLessThan(few.getOrDefault(what, 0.0) * PAGES_GROW + NOISE);
            }
        });
    }

    private Map<String, Double> row(GrownLog log, Lesson lesson, Browsing ada) {
        var row = new LinkedHashMap<String, Double>();
        var form = UUID.randomUUID().toString();
        ada.post(EXERCISE, "submission", form, "answer-a", "17");
        row.put("exercise", page(ada, EXERCISE));
        row.put("exercise with a verdict", page(ada, EXERCISE + "?attempt=" + form));
        row.put(
                "submit",
                millis(Work.of(
                        20,
                        () -> ada.post(EXERCISE, "submission", UUID.randomUUID().toString(), "answer-a", "17"))));
        row.put("practice", page(ada, "/practice"));
        row.put("progress", page(ada, "/progress"));
        row.put(
                "progress, a year ago",
                page(ada, "/progress?before=" + Instant.now().minus(Duration.ofDays(365)) + "_1"));
        row.put("progress, of one skill", page(ada, "/progress?skill=DF17"));
        row.put("first page", page(ada, "/"));
        row.put("mistakes of a large course", millis(Work.of(3, () -> lesson.bob.get(lesson.course + "/mistakes"))));
        row.put("all: difficulties learnt anew", millis(Work.once(() -> learning.anew(Instant.now()))));
        log.forgetTheLastHundred();
        row.put("difficulties, a hundred new answers", millis(Work.once(() -> learning.goOn(Instant.now()))));
        row.put("calibration", millis(Work.once(learning::calibrate)));
        row.put("all: what teaches, two months", millis(Work.once(learning::measureTeaching)));
        retention.run(); // what others left
        row.put("retention", millis(Work.once(retention::run)));
        row.put("all: disk, bytes an attempt", log.bytesOfAnAttempt());
        return row;
    }

    private static double page(Browsing who, String address) {
        who.get(address);
        return millis(Work.of(
                20, () -> assertThat(who.get(address).statusCode()).as(address).isIn(200, 303)));
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 100_000.0) / 10.0;
    }

    private static String text(Map<Long, Map<String, Double>> table) {
        var text = new StringBuilder("\n| ");
        table.keySet().forEach(size -> text.append(" | ").append(size));
        table.values().iterator().next().keySet().forEach(what -> {
            text.append(" |\n| ").append(what);
            table.values().forEach(row -> text.append(" | ").append(row.get(what)));
        });
        return text.append(" |").toString();
    }
}

package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.classroom.Lesson;
import org.nabla.progress.prediction.HourlyLearning;

/**
 * How the database carries out every statement of the pages, with two years of data: by an index, and a learner's in a few months.
 * In the long run there are a million attempts, and the plans are those that PostgreSQL chooses. In the short run there are 10,000, so few
 * that reading a table through can be the best: it is forbidden there, and where it happens all the same no index serves.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class PagePlansTest {
    private static final Logger LOG = Logger.getLogger(PagePlansTest.class);
    private static final boolean LONG = Boolean.getBoolean("nabla.long");
    private static final long ATTEMPTS = LONG ? 1_000_000 : 10_000;

    /** The tables that grow with every answer, and their partitions. */
    private static final Pattern GROWING =
            Pattern.compile("(?:attempt|response)_(?:\\d{4}_\\d{2}|default)|evidence|submission|handed_in");

    private static final Pattern MONTH = Pattern.compile("(?:attempt|response)_(\\d{4}_\\d{2}|default)");

    /** The months of the fifty latest answers of somebody who answers twice a day, and the one that goes on. */
    private static final int MONTHS = 4;

    /**
     * Pages that look through all months in which there is something of a learner's: what of theirs is about a skill, or became this or
     * that, is not known before, and the page of one's data counts all of it.
     */
    private static final Set<String> ALL_THEIR_MONTHS =
            Set.of("progress of one skill", "progress of one outcome", "own data");

    private static final String EXERCISE = "/practice/first-partial-derivative/3";

    @Inject
    HourlyLearning learning;

    @Test
    void aPageFindsByAnIndexWhatItShows() {
        var lesson = new Lesson();
        var ada = lesson.join(Browsing.signedUp("Ada"));
        var assignment = lesson.assign(lesson.set("first-partial-derivative", "gradient-at-a-point"), Map.of());
        ada.page(assignment + "/problems/1");
        Lesson.answer(ada, assignment + "/problems/1", "17");
        var form = UUID.randomUUID().toString();
        ada.post(EXERCISE, "submission", form, "answer-a", "17");
        ada.post("/reports?attempt=" + form + "&back=/", "note", "It is the same.");
        try (var grown = new GrownLog()) {
            grown.veteran(ada);
            grown.grow(ATTEMPTS);
            learning.anew(Instant.now());
            grown.forgetTheLastHundred();
            try (var log = ServerLog.open(Map.of("enable_seqscan", LONG ? "on" : "off"))) {
                var learners = learners(log, ada, assignment, form);
                var teachers = teachers(log, lesson, assignment, ada);
                var hourly = log.of(() -> learning.goOn(Instant.now()));

                var through = new TreeSet<String>();
                learners.forEach((page, statements) -> through.addAll(readThrough(page, statements)));
                teachers.forEach((page, statements) -> through.addAll(readThrough(page, statements)));
                through.addAll(readThrough("the hourly job", hourly));
                var months = new LinkedHashMap<String, Integer>();
                learners.forEach((page, statements) -> statements.forEach(
                        statement -> months.merge(page, months(statement).size(), Math::max)));
                teachers.forEach((page, statements) -> statements.forEach(
                        statement -> months.merge(page, months(statement).size(), Math::max)));
                LOG.infof("months that the widest statement of each page opens: %s", months);

                assertThat(through).as("what is read through").isEmpty();
                assertThat(months.keySet())
                        .filteredOn(page -> months.getOrDefault(page, 0) > MONTHS)
                        .containsExactlyInAnyOrderElementsOf(ALL_THEIR_MONTHS);
                assertThat(rowsOfEvidence(hourly))
                        .as("what the hourly job reads")
                        .isBetween(100L, 200L);
            }
        }
    }

    private static Map<String, List<ServerLog.Statement>> learners(
            ServerLog log, Browsing ada, String assignment, String form) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("first page", "/");
        pages.put("practice", "/practice");
        pages.put("practice of a skill", "/practice?skill=DF17");
        pages.put("exercise", EXERCISE);
        pages.put("exercise with a verdict", EXERCISE + "?attempt=" + form);
        pages.put("attempt", "/attempts/" + form);
        pages.put("progress", "/progress");
        pages.put("progress a year ago", "/progress?before=" + Instant.now().minus(Duration.ofDays(365)) + "_1");
        pages.put("progress of one skill", "/progress?skill=DF17");
        pages.put("progress of one outcome", "/progress?outcome=correct");
        pages.put("skills", "/skills");
        pages.put("skill", "/skills/gradient");
        pages.put("map", "/skills/map/partial-differentiation");
        pages.put("check-in", "/check-in");
        pages.put("projects", "/projects");
        pages.put("courses", "/courses");
        pages.put("course", assignment.replaceFirst("/assignments.*", ""));
        pages.put("assignment", assignment);
        pages.put("problem", assignment + "/problems/1");
        pages.put("own marks", assignment.replaceFirst("/assignments.*", "/marks"));
        pages.put("account", "/account");
        pages.put("own data", "/account/data");
        var done = new LinkedHashMap<String, List<ServerLog.Statement>>();
        pages.forEach((name, address) -> done.put(name, log.of(() -> get(ada, address))));
        done.put("submit", log.of(() -> submit(ada, EXERCISE)));
        done.put("submit to an assignment", log.of(() -> submit(ada, assignment + "/problems/1")));
        return done;
    }

    private static Map<String, List<ServerLog.Statement>> teachers(
            ServerLog log, Lesson lesson, String assignment, Browsing ada) {
        var pages = new LinkedHashMap<String, String>();
        var id = lesson.id(ada);
        pages.put("course of a teacher", lesson.course);
        pages.put("people", lesson.course + "/people");
        pages.put("one of them", lesson.course + "/people/" + id);
        pages.put("assignment of a teacher", assignment);
        pages.put("work of a learner", assignment + "/learners/" + id);
        pages.put("gradebook", lesson.course + "/gradebook");
        pages.put("marks of a learner", lesson.course + "/gradebook/" + id);
        pages.put("how exercises did", lesson.course + "/gradebook/items?assignment=1");
        pages.put("mistakes", lesson.course + "/mistakes");
        pages.put("regrading", assignment.replace("/assignments/", "/gradebook/regrade/") + "/1");
        var done = new LinkedHashMap<String, List<ServerLog.Statement>>();
        pages.forEach((name, address) -> done.put(name, log.of(() -> get(lesson.bob, address))));
        return done;
    }

    private static void get(Browsing who, String address) {
        assertThat(who.get(address).statusCode()).as(address).isIn(200, 303);
    }

    private static void submit(Browsing learner, String address) {
        var answered = learner.post(address, "submission", UUID.randomUUID().toString(), "answer-a", "18");
        assertThat(answered.statusCode()).as(address).isEqualTo(303);
    }

    /** What a statement reads from the first row to the last, and how it begins; a partition in which there is nothing yet costs nothing. */
    private static List<String> readThrough(String page, List<ServerLog.Statement> statements) {
        var found = new ArrayList<String>();
        for (var statement : statements) {
            statement.nodes().stream()
                    .filter(node -> node.path("Node Type").asText().equals("Seq Scan"))
                    .filter(node -> node.path("Actual Loops").asInt() > 0)
                    .filter(node -> rows(node) > 0)
                    .map(node -> node.path("Relation Name").asText())
                    .filter(table -> GROWING.matcher(table).matches())
                    .map(table -> table.replaceFirst("_\\d{4}_\\d{2}|_default", ""))
                    .distinct()
                    .forEach(table -> found.add(page + ": " + table + " in " + statement.text()));
        }
        return found;
    }

    private static double rows(JsonNode node) {
        return node.path("Actual Rows").asDouble()
                + node.path("Rows Removed by Filter").asDouble();
    }

    /** Of attempts or responses, those that a statement opens. */
    private static Set<String> months(ServerLog.Statement statement) {
        return statement.nodes().stream()
                .map(node -> MONTH.matcher(node.path("Relation Name").asText()))
                .filter(match -> match.matches())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static long rowsOfEvidence(List<ServerLog.Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.nodes().stream())
                .filter(node -> node.path("Relation Name").asText().equals("evidence"))
                .mapToLong(node -> (long) rows(node) * node.path("Actual Loops").asLong())
                .sum();
    }
}

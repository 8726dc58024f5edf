package org.nabla.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.nabla.Browsing;
import org.nabla.Received;

/** A course of Bob in Vienna, in which they give assignments and learners work, over HTTP like everybody. */
public final class Lesson {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    /** Everybody signs up once: hashing a password takes its time, as it should. */
    private static final Map<String, Browsing> PEOPLE = new ConcurrentHashMap<>();

    /** An account holds two hundred courses, and there are more tests than that. */
    private static final int COURSES_OF_ONE_BOB = 100;

    private static final AtomicInteger COURSES = new AtomicInteger();

    public final Browsing bob;
    public final String course;

    public Lesson() {
        this(teacher());
    }

    /** Of a teacher who has no other course. */
    public Lesson(Browsing teacher) {
        bob = teacher;
        course = bob.openCourse("Calculus III");
    }

    private static synchronized Browsing teacher() {
        if (COURSES.incrementAndGet() % COURSES_OF_ONE_BOB == 0) {
            PEOPLE.remove("Bob");
        }
        return person("Bob");
    }

    public static Browsing person(String name) {
        return PEOPLE.computeIfAbsent(name, Browsing::signedUp);
    }

    /** Somebody who joins the course. */
    public Browsing learner(String name) {
        return join(person(name));
    }

    /** The same of somebody who is there already. */
    public Browsing join(Browsing learner) {
        var code = bob.page(course).select(".join-code").text();
        learner.post(path(learner.post("/join", "code", code)));
        assertThat(learner.get(course).statusCode()).isEqualTo(200);
        return learner;
    }

    /** Makes a section. @return its number */
    public String section(String title) {
        bob.post(course + "/sections", "title", title);
        return bob.page(course + "/sections")
                .select("main li:has(strong:containsOwn(" + title + ")) form[action$=rename]")
                .attr("action")
                .replaceFirst(".*/(\\d+)/rename", "$1");
    }

    /** Puts somebody into a section, or into {@code none}. @return what came of it */
    public Received move(String section, Browsing learner) {
        return bob.post(course + "/sections/move", "learner", id(learner), "section", section);
    }

    /** The number of a learner of the course. */
    public String id(Browsing learner) {
        return bob.page(course + "/people")
                .select("tbody tr:has(td:containsOwn(" + learner.login() + ")) th a")
                .attr("href")
                .replaceFirst(".*/", "");
    }

    /** A problem set of these templates, one exercise each for two points. @return its address */
    public String set(String... templates) {
        var set = path(bob.post(course + "/sets", "title", "Gradients")).replace("/find", "");
        for (var template : templates) {
            bob.post(set + "/lines", "template", template, "count", "1", "points", "2");
        }
        return set;
    }

    /** Gives the set: open since yesterday, due in a week, unless the rules say otherwise. @return its address */
    public String assign(String set, Map<String, String> rules) {
        var response = give(set, rules);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(303);
        return path(response);
    }

    public Received give(String set, Map<String, String> rules) {
        var fields = new TreeMap<>(Map.of(
                "set",
                set.replaceFirst(".*/", ""),
                "title",
                "Week 3",
                "opens",
                day(-1),
                "due",
                day(7),
                "late",
                "no",
                "help",
                "on"));
        fields.putAll(rules);
        fields.values().removeIf(String::isEmpty);
        return bob.post(course + "/assignments", pairs(fields));
    }

    /** Says yes where a change of marks was shown and is to be done. @return what came of it */
    public Received confirmed(Received shown) {
        var form = Browsing.parse(shown).select("form:has([name=confirm])");
        assertThat(form).as(shown.asString()).hasSize(1);
        var fields = new TreeMap<String, String>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.remove("csrf-token");
        return bob.post(form.attr("action"), pairs(fields));
    }

    /** So many days from now, as a field of a form has it. */
    public static String day(int days) {
        return FIELD.format(LocalDateTime.now(ZONE).plusDays(days));
    }

    /** Answers, and goes where that leads. */
    public static Document answer(Browsing learner, String problem, String typed) {
        var response = learner.post(problem, "submission", UUID.randomUUID().toString(), "answer-a", typed);
        return response.header("Location") == null ? Browsing.parse(response) : learner.page(path(response));
    }

    public static String[] pairs(Map<String, String> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return pairs.toArray(String[]::new);
    }

    /** Opens the first exercise of an assignment, which is theirs from then on, and answers it right. */
    public static Document right(Browsing learner, String assignment) {
        learner.page(assignment + "/problems/1");
        return answer(learner, assignment + "/problems/1", key(learner, assignment));
    }

    /** What is right for a learner who has opened the one exercise of an assignment. */
    private static String key(Browsing learner, String assignment) {
        var database = CDI.current().select(EntityManager.class).get();
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select e.body #>> '{parts,0,answer,value,0}' from exercise e
                        join assigned_exercise w on w.exercise_id = e.id join assignment_problem p on p.id = w.problem_id
                        join assignment a on a.id = p.assignment_id join account l on l.id = w.learner_id
                        where a.course_id = :course and a.number = :number and l.login = :login""")
                .setParameter("course", Long.parseLong(assignment.split("/")[2]))
                .setParameter("number", Integer.parseInt(assignment.split("/")[4]))
                .setParameter("login", learner.login())
                .getSingleResult());
    }

    /** Where a response leads, without query for its notice and without place. */
    /** In a course of theirs a teacher gives one exercise, open since years and for years. @return the address of the set */
    public static String assignOne(Browsing teacher, String course) {
        var set = path(teacher.post(course + "/sets", "title", "Gradients")).replace("/find", "");
        teacher.post(set + "/lines", "template", "first-partial-derivative");
        teacher.post(
                course + "/assignments",
                "set",
                set.replaceFirst(".*/", ""),
                "title",
                "Week 3",
                "opens",
                "2020-01-01T00:00",
                "due",
                "2090-01-01T00:00");
        return set;
    }

    public static String path(Received response) {
        return response.header("Location")
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("#.*", "")
                .replaceFirst("\\?done=.*", "");
    }
}

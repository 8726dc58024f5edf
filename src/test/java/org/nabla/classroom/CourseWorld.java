package org.nabla.classroom;

import static org.nabla.Browsing.parse;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nabla.Browsing;
import org.nabla.Received;

/** A course with everybody who can stand before its pages, inside and outside. */
final class CourseWorld {

    /** Who asks for a page. */
    enum Who {
        NOBODY,
        GUEST,
        /** Signed in, in no course at all. */
        STRANGER,
        /** May teach, and has no course yet. */
        NEW_TEACHER,
        /** Learns in the course of another teacher. */
        OTHER_LEARNER,
        OTHER_TEACHER,
        OPERATOR,
        /** Was in the course and is no longer. */
        FORMER,
        LEARNER,
        /** Sees and marks in the whole course. */
        ASSISTANT,
        /** Sees and marks in a section in which the learner is not. */
        OTHER_ASSISTANT,
        CO_TEACHER,
        TEACHER;

        /** Those whose place in it a form can change. */
        boolean isOfTheCourse() {
            return compareTo(FORMER) >= 0;
        }
    }

    private static final Map<Who, Browsing> PEOPLE = new EnumMap<>(Who.class);

    private final Map<String, String> names = new LinkedHashMap<>();

    /** The people are the same in each world; the course is a new one. */
    CourseWorld() {
        if (PEOPLE.isEmpty()) {
            people();
        }
        var teacher = as(Who.TEACHER);
        var course = teacher.openCourse("Calculus III");
        var token = link(teacher, course);
        var coTeacher = as(Who.CO_TEACHER);
        coTeacher.post("/invitations/" + token);
        var door = "/join/" + teacher.page(course).select(".join-code").text();
        as(Who.FORMER).post(door);
        var former = learner(teacher, course);
        teacher.post(course + "/people/" + former + "/remove");
        as(Who.LEARNER).post(door);
        work(teacher, course);
        var editor = path(teacher.post("/templates"));
        teacher.get(editor.replaceFirst("/templates/(.*)/edit", "/test/passed/$1"));
        teacher.post(editor.replace("/edit", "/share"), "course", course.replace("/courses/", ""));
        names.put("template", editor.replaceFirst("/templates/(.*)/edit", "$1"));
        names.put("version", "1");
        names.put("project", "gradient-check");
        names.put("step", "loss");
        names.put("course", course.replace("/courses/", ""));
        names.put("code", door.replace("/join/", ""));
        names.put("learner", learner(teacher, course));
        names.put("former", former);
        names.put(
                "coteacher",
                number(teacher.page(course + "/teachers")
                        .select("form[action$=hand-over]")
                        .attr("action")));
        names.put("token", link(teacher, course));
        names.put(
                "invitation",
                number(teacher.page(course + "/teachers")
                        .select("form[action$=withdraw]")
                        .attr("action")));
    }

    /** The learner is in one of two sections; one assistant sees all, one the other section alone. Made when first asked for. */
    private void sections() {
        if (names.containsKey("section")) {
            return;
        }
        var teacher = as(Who.TEACHER);
        var course = "/courses/" + names.get("course");
        teacher.post(course + "/sections", "title", "A");
        teacher.post(course + "/sections", "title", "B");
        var numbers = teacher.page(course + "/sections").select("form[action$=rename]").stream()
                .map(form -> number(form.attr("action")))
                .toList();
        names.put("section", numbers.get(0));
        teacher.post(course + "/people/" + learner(teacher, course) + "/section", "section", numbers.get(0));
        assist(Who.ASSISTANT, teacher.post(course + "/teachers/link", "as", "ASSISTANT"));
        assist(
                Who.OTHER_ASSISTANT,
                teacher.post(course + "/teachers/link", "as", "ASSISTANT", "section", numbers.get(1)));
        names.put(
                "assistant",
                number(teacher.page(course + "/teachers")
                        .select("form[action*=/teachers/][action$=sections]")
                        .attr("action")));
    }

    private static void assist(Who who, Received invited) {
        person(who)
                .post("/invitations/"
                        + parse(invited).select(".secret code").text().replaceFirst(".*/", ""));
    }

    /** What a course is for: a problem set, and an assignment of it. */
    private void work(Browsing teacher, String course) {
        var set = path(teacher.post(course + "/sets", "title", "Gradients")).replace("/find", "");
        teacher.post(set + "/lines", "template", "first-partial-derivative");
        names.put("set", set.replaceFirst(".*/", ""));
        names.put(
                "line",
                teacher.page(set).select(".set-lines form").attr("action").replaceFirst(".*/", ""));
        teacher.post(
                course + "/assignments",
                "set",
                names.getOrDefault("set", ""),
                "title",
                "Week 3",
                "opens",
                "2020-01-01T00:00",
                "due",
                "2090-01-01T00:00");
    }

    Browsing as(Who who) {
        if (who == Who.ASSISTANT || who == Who.OTHER_ASSISTANT) {
            sections();
        }
        return person(who);
    }

    private static Browsing person(Who who) {
        return Optional.ofNullable(PEOPLE.get(who)).orElseThrow();
    }

    /** An address with the numbers of this world in it. */
    String address(String template) {
        if (template.contains("{offer}")) {
            names.computeIfAbsent("offer", name -> offer());
        }
        if (template.contains("{section}") || template.contains("{assistant}")) {
            sections();
        }
        var address = template;
        for (var name : names.entrySet()) {
            address = address.replace("{" + name.getKey() + "}", name.getValue());
        }
        return address;
    }

    private static void people() {
        for (var who : Who.values()) {
            PEOPLE.put(who, somebody(who));
        }
        replace(Who.OTHER_LEARNER);
    }

    /** Somebody else for this role, without what they were given. */
    static void replace(Who who) {
        var somebody = somebody(who);
        PEOPLE.put(who, somebody);
        if (who == Who.OTHER_LEARNER) {
            var other = Objects.requireNonNull(PEOPLE.get(Who.OTHER_TEACHER));
            somebody.post("/join/"
                    + other.page(other.openCourse("Of another teacher"))
                            .select(".join-code")
                            .text());
        }
    }

    private static Browsing somebody(Who who) {
        return switch (who) {
            case NOBODY -> Browsing.start();
            case GUEST -> guest();
            case OPERATOR -> Browsing.operator();
            case NEW_TEACHER, OTHER_TEACHER, TEACHER -> Browsing.teacher(who.name());
            case STRANGER, OTHER_LEARNER, FORMER, LEARNER, ASSISTANT, OTHER_ASSISTANT, CO_TEACHER ->
                Browsing.signedUp(who.name());
        };
    }

    private static Browsing guest() {
        var guest = Browsing.start();
        guest.post("/test/who");
        return guest;
    }

    private String offer() {
        return parse(as(Who.TEACHER).post("/teach/link"))
                .select(".secret code")
                .text()
                .replaceFirst(".*/", "");
    }

    private static String link(Browsing teacher, String course) {
        return parse(teacher.post(course + "/teachers/link"))
                .select(".secret code")
                .text()
                .replaceFirst(".*/", "");
    }

    private static String learner(Browsing teacher, String course) {
        return number(teacher.page(course + "/people")
                .select("tbody form[action$=remove]")
                .attr("action"));
    }

    /** The last number in an address. */
    private static String number(String action) {
        return action.replaceFirst(".*/(\\d+)/[a-z-]+$", "$1");
    }

    static String path(Received answer) {
        return answer.header("Location").replaceFirst("^http://[^/]+", "");
    }
}

package org.nabla.api.course;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nabla.Browsing;
import org.nabla.api.token.TestTokens;
import org.nabla.classroom.Lesson;

/** A course with an assignment, two sections with a learner each, and a token of everybody who can have one. */
final class ApiCourse {
    final Lesson lesson = new Lesson(Browsing.teacher("Bob"));
    final Browsing ada = Browsing.signedUp("Ada");
    final Browsing eve = Browsing.signedUp("Eve");
    final String course = lesson.course.replaceFirst(".*/", "");
    final String section;
    final String other;
    final String assignment;

    /** By who they are: the secrets of their tokens. */
    final Map<String, String> tokens = new LinkedHashMap<>();

    ApiCourse() {
        lesson.join(ada);
        lesson.join(eve);
        section = lesson.section("Tuesday group");
        other = lesson.section("Friday group");
        lesson.move(section, ada);
        lesson.move(other, eve);
        assignment = lesson.assign(lesson.set("first-partial-derivative"), Map.of());
        tokens.put("TEACHER", TestTokens.all(lesson.bob));
        tokens.put("CO_TEACHER", TestTokens.all(seated("as", "CO_TEACHER")));
        tokens.put("ASSISTANT", TestTokens.all(seated("as", "ASSISTANT")));
        tokens.put("OTHER_ASSISTANT", TestTokens.all(seated("as", "ASSISTANT", "section", other)));
        tokens.put("LEARNER", TestTokens.all(lesson.join(Browsing.teacher("Learner who teaches elsewhere"))));
        tokens.put("OTHER_TEACHER", TestTokens.all(Browsing.teacher("Other")));
        tokens.put("NOBODY", "");
    }

    private Browsing seated(String... as) {
        var link = Browsing.parse(lesson.bob.post(lesson.course + "/teachers/link", as))
                .select(".secret code")
                .text();
        var person = Browsing.signedUp(as[1]);
        assertThat(person.post("/invitations/" + link.replaceFirst(".*/", "")).statusCode())
                .isEqualTo(303);
        return person;
    }

    Response send(String who, String method, String path, String body) {
        var token = tokens.getOrDefault(who, "");
        var request = given().header("X-Forwarded-For", "10.251.0." + who.length());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.contentType("application/json").body(body);
        }
        return request.request(method, address(path));
    }

    Response get(String who, String path) {
        return send(who, "GET", path, "");
    }

    /** With the numbers of this course in it. */
    String address(String path) {
        return path.replace("{course}", course).replace("{ada}", lesson.id(ada)).replace("{eve}", lesson.id(eve));
    }
}

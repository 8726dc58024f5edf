package org.nabla.lti.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.lti.TestPlatform.INSTRUCTOR;
import static org.nabla.lti.TestPlatform.LEARNER;
import static org.nabla.lti.TestPlatform.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;
import org.nabla.lti.TestPlatform;

/** The people of a course follow those of the platform. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class RosterSyncTest {

    private final TestPlatform platform = new TestPlatform();
    private final String context = UUID.randomUUID().toString();
    private final Browsing bob = Browsing.start();
    private final Browsing ada = Browsing.start();

    private String course = "";

    @BeforeEach
    void begin() {
        platform.on("/token", e -> json(e, 200, "{\"access_token\": \"secret-1\", \"expires_in\": 3600}"));
        platform.register();
        var target = TestPlatform.toolRoot() + "/lti/launch";
        var form = bob.follow(platform.launch(bob, "bob", INSTRUCTOR, target, m -> m.body.context.id = context));
        course = bob.post(form.select("main form").attr("action"), "course", "new", "title", "T", "zone", "UTC")
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        platform.launch(ada, "ada", LEARNER, target, m -> m.body.context.id = context);
    }

    @AfterEach
    void end() {
        platform.close();
    }

    private void sync() {
        var form =
                bob.page(course + "/platforms").select("form[action$=people]").attr("action");
        assertThat(bob.post(form).statusCode()).isEqualTo(303);
    }

    private static String member(String id, String name, String role, String status) {
        return "{\"user_id\": \"%s\", \"name\": \"%s\", \"roles\": [\"%s\"], \"status\": \"%s\"}"
                .formatted(id, name, role, status);
    }

    private void answer(String... members) {
        platform.on("/members", e -> json(e, 200, "{\"members\": [" + String.join(",", members) + "]}"));
    }

    @Test
    void whoIsNewComesInAndWhoIsGoneGoes() {
        platform.on("/members", e -> {
            e.getResponseHeaders().add("Link", "<" + platform.root + "/more?p=2>; rel=\"next\"");
            json(e, 200, "{\"members\": [" + member("eva", "Eva", LEARNER, "Active") + "]}");
        });
        platform.on(
                "/more",
                e -> json(
                        e,
                        200,
                        "{\"members\": ["
                                + String.join(
                                        ",",
                                        member("cleo", "Cleo", INSTRUCTOR, "Active"),
                                        member("ian", "Ian", LEARNER, "Inactive"),
                                        member("mia", "Mia", "Mentor", "Active"),
                                        "{\"roles\": []}")
                                + "]}"));
        sync();
        var people = bob.page(course + "/people").text();
        var teachers = bob.page(course + "/teachers").text();

        assertThat(people).contains("Eva").doesNotContain("Ian").doesNotContain("Mia");
        assertThat(teachers).contains("Cleo").contains("Person bob");
        assertThat(ada.get(course).statusCode()).isEqualTo(404);
        assertThat(platform.calls("/members").get(0).headers())
                .containsEntry("accept", "application/vnd.ims.lti-nrps.v2.membershipcontainer+json")
                .containsEntry("authorization", "Bearer secret-1");

        answer(member("ada", "Ada", LEARNER, "Active"), member("eva", "Eva", LEARNER, "Active"));
        sync();

        assertThat(ada.get(course).statusCode()).isEqualTo(200);
        assertThat(bob.get(course + "/people").statusCode())
                .as("a teacher stays")
                .isEqualTo(200);
    }

    @Test
    void whoCameByTheListIsTheSameWhenTheyOpenTheCourse() {
        answer(member("ada", "Ada", LEARNER, "Active"), member("eva", "Eva", LEARNER, "Active"));
        sync();
        var before = bob.page(course + "/people").select("tbody tr").size();
        var eva = Browsing.start();

        platform.launch(eva, "eva", LEARNER, TestPlatform.toolRoot() + "/lti/launch", m -> m.body.context.id = context);

        assertThat(bob.page(course + "/people").select("tbody tr")).hasSize(before);
        assertThat(eva.get(course).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"members\": 7}", "[]"})
    void anAnswerThatIsNoListChangesNothingAndIsSaid(String text) {
        platform.on("/members", e -> json(e, 200, text));
        sync();

        assertThat(bob.page(course + "/platforms").text()).contains("The last time it failed");
        assertThat(ada.get(course).statusCode()).isEqualTo(200);
    }
}

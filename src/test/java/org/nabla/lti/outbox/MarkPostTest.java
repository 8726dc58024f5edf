package org.nabla.lti.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.lti.TestPlatform.INSTRUCTOR;
import static org.nabla.lti.TestPlatform.LEARNER;
import static org.nabla.lti.TestPlatform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;
import org.nabla.lti.TestPlatform;

/** Marks go to the platform, whatever the platform does, and never while a learner waits. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class MarkPostTest {

    private final TestPlatform platform = new TestPlatform();
    private final String context = UUID.randomUUID().toString();
    private final Browsing bob = Browsing.start();
    private final Browsing ada = Browsing.start();

    private String course = "";
    private String work = "";

    @Inject
    MarkPost post;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    /** Bob teaches, and has given an assignment; Ada is in the course. */
    @BeforeEach
    void begin() {
        platform.on("/token", e -> json(e, 200, "{\"access_token\": \"secret-1\", \"expires_in\": 3600}"));
        platform.on(
                "/lineitems",
                e -> json(
                        e,
                        200,
                        e.getRequestMethod().equals("GET")
                                ? "[{\"id\": \"" + platform.root + "/other\", \"resourceId\": \"another\"}]"
                                : "{\"id\": \"" + platform.root + "/item/7?type=b\"}"));
        platform.on("/item/7/scores", e -> json(e, 200, "{}"));
        platform.register();
        var target = TestPlatform.toolRoot() + "/lti/launch";
        var form = bob.follow(
                platform.launch(bob, "bob", INSTRUCTOR, target, message -> message.body.context.id = context));
        course = path(bob.post(
                        form.select("main form").attr("action"), "course", "new", "title", "T", "zone", "Europe/Vienna")
                .header("Location"));
        platform.launch(ada, "ada", LEARNER, target, message -> message.body.context.id = context);
        Lesson.assignOne(bob, course);
        work = bob.page(course + "/assignments/1").select("tbody th a").attr("href");
    }

    @AfterEach
    void end() {
        platform.close();
    }

    private void look() {
        bob.get("/test/marks/" + course.replace("/courses/", ""));
    }

    private void round() {
        look();
        post.send();
    }

    private void mark(String points) {
        assertThat(bob.post(work + "/mark", "points", points, "why", "seen").statusCode())
                .isEqualTo(303);
    }

    private List<JsonNode> scores() {
        return platform.calls("/item/7/scores").stream()
                .map(call -> {
                    try {
                        return json.readTree(call.body());
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void columnsOfAnAssignmentGoWhenItIsWithdrawn() throws Exception {
        mark("0.5");
        round();
        assertThat(count("select count(*) from lti_score s join lti_line_item i on i.id = s.line_item_id" + OF_COURSE))
                .isEqualTo(1);

        assertThat(bob.post(course + "/assignments/1/withdraw").statusCode()).isEqualTo(303);
        round();

        assertThat(count("select count(*) from lti_line_item i" + OF_COURSE)).isZero();
    }

    private static final String OF_COURSE = " join lti_context c on c.id = i.context_id where c.context = '%s'";

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query.formatted(context))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void aMarkArrivesAsTheStandardWantsIt() throws Exception {
        mark("0.5");
        round();

        var token = platform.calls("/token");
        assertThat(token).hasSize(1);
        var form = TestPlatform.query("http://x/?" + token.get(0).body());
        assertThat(form)
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        var keys = new JsonWebKeySet(bob.data("/lti/jwks").asString()).getJsonWebKeys();
        var claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setExpectedIssuer(TestPlatform.CLIENT)
                .setExpectedSubject(TestPlatform.CLIENT)
                .setExpectedAudience(platform.root + "/token")
                .setRequireExpirationTime()
                .setRequireJwtId()
                .build()
                .processToClaims(form.get("client_assertion"));
        assertThat(claims.getJwtId()).isNotEmpty();
        var columns = platform.calls("/lineitems");
        assertThat(columns).extracting(TestPlatform.Call::method).containsExactly("GET", "POST");
        assertThat(columns.get(0).path()).startsWith("/lineitems?type=a&resource_id=nabla-");
        assertThat(columns.get(1).path()).isEqualTo("/lineitems?type=a");
        assertThat(columns.get(1).headers())
                .containsEntry("content-type", "application/vnd.ims.lis.v2.lineitem+json")
                .containsEntry("authorization", "Bearer secret-1");
        assertThat(json.readTree(columns.get(1).body()).path("label").asText()).isEqualTo("Week 3");
        var sent = platform.calls("/item/7/scores");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path()).isEqualTo("/item/7/scores?type=b");
        assertThat(sent.get(0).headers())
                .containsEntry("content-type", "application/vnd.ims.lis.v1.score+json")
                .containsEntry("authorization", "Bearer secret-1");
        var score = scores().get(0);
        assertThat(score.path("userId").asText()).isEqualTo("ada");
        assertThat(score.path("scoreGiven").asDouble()).isEqualTo(0.5);
        assertThat(score.path("scoreMaximum").asDouble()).isEqualTo(1);
        assertThat(score.path("activityProgress").asText()).isEqualTo("Completed");
        assertThat(score.path("gradingProgress").asText()).isEqualTo("FullyGraded");
        assertThat(Instant.parse(score.path("timestamp").asText()))
                .isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void whatHasArrivedIsNotSentAgainAndWhatChangesIs() {
        mark("0.5");
        round();
        round();
        mark("0.75");
        round();
        mark("0.25");
        look();
        mark("0.5");
        round();

        assertThat(scores().stream().map(s -> s.path("scoreGiven").asDouble())).containsExactly(0.5, 0.75, 0.5);
        var times = scores().stream()
                .map(s -> Instant.parse(s.path("timestamp").asText()))
                .toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(platform.calls("/lineitems")).hasSize(2);
        assertThat(platform.calls("/token")).hasSize(1);
    }

    @Test
    void anAnswerIsNotSentWhileItsLearnerWaits() {
        bob.get("/test/prepare/" + course.replace("/courses/", ""));
        platform.calls.clear();

        var answered = ada.post(
                course + "/assignments/1/problems/1",
                "submission",
                UUID.randomUUID().toString(),
                "answer-a",
                "x^7 y^9 - 1");

        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(platform.calls).isEmpty();
        round();
        assertThat(scores()).hasSize(1);
        assertThat(scores().get(0).path("scoreGiven").asDouble(-1)).isZero();
    }

    @Test
    void anExtensionTakesTheNoughtBack() {
        bob.post(
                course + "/assignments/1/rules",
                "title",
                "Week 3",
                "opens",
                "2020-01-01T00:00",
                "due",
                "2021-01-01T00:00",
                "fingerprint",
                bob.page(course + "/assignments/1/rules")
                        .select("[name=fingerprint]")
                        .val());
        round();
        bob.post(work + "/extension", "due", "2091-01-01T00:00", "reason", "ill");
        round();

        assertThat(scores()).hasSize(2);
        assertThat(scores().get(0).path("scoreGiven").asDouble(-1)).isZero();
        assertThat(scores().get(1).has("scoreGiven")).isFalse();
        assertThat(scores().get(1).path("gradingProgress").asText()).isEqualTo("NotReady");
    }

    @Test
    void aPlatformThatFailsThreeTimesGetsTheMarkInTheEnd() throws SQLException {
        var failures = new AtomicInteger();
        platform.on("/item/7/scores", e -> json(e, failures.incrementAndGet() <= 3 ? 503 : 200, "{}"));
        mark("0.5");

        for (int i = 1; i <= 3; i++) {
            round();
            var page = bob.page(course + "/platforms").text();
            assertThat(page).contains("Person ada").contains("status 503");
            assertThat(scores()).hasSize(i);
            post.send(); // its time has not come
            assertThat(scores()).hasSize(i);
            passTime();
        }
        round();

        assertThat(scores()).hasSize(4);
        var times = scores().stream()
                .map(s -> Instant.parse(s.path("timestamp").asText()))
                .toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(bob.page(course + "/platforms").text()).doesNotContain("did not arrive");
        assertThat(bob.page(course + "/platforms").select("tbody td").eachText())
                .containsExactly("is there", "1", "0", "0");
    }

    @Test
    void aMarkThatIsRefusedIsShownAndSentAgainByTheTeacher() {
        platform.on("/item/7/scores", e -> json(e, 422, "{}"));
        mark("0.5");
        round();
        round();

        assertThat(scores()).hasSize(1);
        assertThat(bob.page(course + "/platforms").text())
                .contains("status 422")
                .contains("none: refused");
        platform.on("/item/7/scores", e -> json(e, 204, ""));
        var form = bob.page(course + "/platforms").select("form[action$=again]").attr("action");
        assertThat(bob.post(form).statusCode()).isEqualTo(303);
        round();
        assertThat(scores()).hasSize(2);
        assertThat(bob.page(course + "/platforms").text()).doesNotContain("refused");
    }

    @Test
    void aTokenThatRanOutIsReplaced() {
        var tokens = new AtomicInteger();
        platform.on(
                "/token",
                e -> json(e, 200, "{\"access_token\": \"t" + tokens.incrementAndGet() + "\", \"expires_in\": 3600}"));
        platform.on(
                "/item/7/scores",
                e -> json(e, "Bearer t2".equals(e.getRequestHeaders().getFirst("Authorization")) ? 200 : 401, "{}"));
        mark("0.5");
        round();

        assertThat(platform.calls("/token")).hasSize(2);
        assertThat(bob.page(course + "/platforms").select("tbody td").eachText())
                .containsExactly("is there", "1", "0", "0");
    }

    @Test
    void aPlatformWithoutTokensIsSaidSo() {
        platform.on("/token", e -> json(e, 400, "{\"error\": \"invalid_client\"}"));
        mark("0.5");
        round();

        assertThat(bob.page(course + "/platforms").text()).contains("gives Nabla no access");
        assertThat(scores()).isEmpty();
    }

    @Test
    void theColumnOfALinkIsUsed() {
        platform.on("/linked/scores", e -> json(e, 200, "{}"));
        platform.launch(ada, "ada", LEARNER, TestPlatform.toolRoot() + course + "/assignments/1", message -> {
            message.body.context.id = context;
            message.body.endpoint.lineitem = platform.root + "/linked";
        });
        mark("1");
        round();

        assertThat(platform.calls("/linked/scores")).hasSize(1);
        assertThat(platform.calls("/lineitems")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 360", "40, 360"})
    void eachWaitIsLongerUpToSixHours(int attempts, long minutes) {
        assertThat(Outbox.wait(attempts)).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** An hour and more goes by. */
    private void passTime() throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("update lti_score s set next_at = s.next_at - interval '7 h'"
                                + " from lti_line_item i join lti_context c on c.id = i.context_id"
                                + " where i.id = s.line_item_id and c.context = ?")) {
            statement.setString(1, context);
            statement.executeUpdate();
        }
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}

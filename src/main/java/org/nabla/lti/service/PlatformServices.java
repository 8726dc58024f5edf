package org.nabla.lti.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nabla.lti.registration.Platform;
import org.nabla.outside.OutsideCalls;
import org.nabla.outside.OutsideCalls.Answer;
import org.nabla.outside.OutsideCalls.Question;
import org.nabla.outside.OutsideException;

/**
 * Asks and tells platforms, by Names and Role Provisioning Services 2.0 and Assignment and Grade Services 2.0.
 *
 * @see <a href="https://www.imsglobal.org/spec/lti-ags/v2p0">Assignment and Grade Services 2.0</a>
 */
@Singleton
public class PlatformServices {
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*rel=\"?next\"?");
    private static final int MOST_PAGES = 100;
    private static final int UNAUTHORIZED = 401;

    /** Somebody in a course of a platform. */
    public record Person(String subject, String name, List<String> roles, boolean active) {}

    /** A column that is wanted. @param resource the name that this site gives it */
    public record Column(String label, double maximum, String resource) {}

    /**
     * A mark of a learner.
     *
     * @param points empty where there is none (any more)
     * @param timestamp later than that of the mark before
     */
    public record Score(String subject, Optional<Double> points, double maximum, String timestamp) {}

    private final ServiceTokens tokens;
    private final OutsideCalls calls;
    private final ObjectMapper json;

    PlatformServices(ServiceTokens tokens, OutsideCalls calls, ObjectMapper json) {
        this.tokens = tokens;
        this.calls = calls;
        this.json = json;
    }

    /** Everybody in a course. @throws OutsideException where not all could be read */
    public List<Person> members(Platform platform, String address) {
        var people = new ArrayList<Person>();
        var next = Optional.of(address);
        for (int i = 0; next.isPresent(); i++) {
            if (i == MOST_PAGES) {
                throw new OutsideException("The list of people of the platform has no end.");
            }
            var answer =
                    ask(platform, Set.of(ServiceScope.MEMBERS), Question.get(next.get(), Map.of("Accept", MEMBERS)));
            var list = read(answer).path("members");
            if (!list.isArray()) {
                throw new OutsideException("There is no list of people in what the platform answered.");
            }
            list.forEach(member -> person(member).ifPresent(people::add));
            next = answer.header("Link").stream()
                    .map(NEXT::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst();
        }
        return people;
    }

    private static Optional<Person> person(JsonNode member) {
        var subject = member.path("user_id").asText("");
        if (subject.isEmpty() || subject.length() > 255) {
            return Optional.empty();
        }
        var roles = new ArrayList<String>();
        member.path("roles").forEach(role -> roles.add(role.asText("")));
        var name = member.path("name").asText("").isBlank()
                ? (member.path("given_name").asText("") + " "
                                + member.path("family_name").asText(""))
                        .strip()
                : member.path("name").asText("");
        return Optional.of(new Person(
                subject, name, roles, member.path("status").asText("Active").equals("Active")));
    }

    /** The address of a column: one of this name that is there, else a new one. */
    public String column(Platform platform, String lineItems, Column column) {
        var scopes = Set.of(ServiceScope.LINE_ITEM, ServiceScope.SCORE);
        var found = read(ask(
                platform,
                scopes,
                Question.get(
                        with(lineItems, "resource_id=" + URLEncoder.encode(column.resource(), StandardCharsets.UTF_8)),
                        Map.of("Accept", ITEMS))));
        for (var item : found) {
            if (item.path("resourceId").asText("").equals(column.resource())) {
                return id(item);
            }
        }
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put("label", column.label());
        wanted.put("scoreMaximum", column.maximum());
        wanted.put("resourceId", column.resource());
        return id(read(ask(
                platform,
                scopes,
                Question.post(lineItems, Map.of("Content-Type", ITEM, "Accept", ITEM), write(wanted)))));
    }

    /** @throws OutsideException where the platform does not take it */
    public void score(Platform platform, String lineItem, Score score) {
        var body = new LinkedHashMap<String, Object>();
        body.put("userId", score.subject());
        score.points().ifPresent(points -> {
            body.put("scoreGiven", points);
            body.put("scoreMaximum", score.maximum());
        });
        body.put("activityProgress", score.points().isPresent() ? "Completed" : "Initialized");
        body.put("gradingProgress", score.points().isPresent() ? "FullyGraded" : "NotReady");
        body.put("timestamp", score.timestamp());
        ask(
                platform,
                Set.of(ServiceScope.LINE_ITEM, ServiceScope.SCORE),
                Question.post(scores(lineItem), Map.of("Content-Type", SCORE), write(body)));
    }

    /** The path gets an end, and the query stays where it is. */
    static String scores(String lineItem) {
        int query = lineItem.indexOf('?');
        return query < 0 ? lineItem + "/scores" : lineItem.substring(0, query) + "/scores" + lineItem.substring(query);
    }

    private static String with(String address, String parameter) {
        return address + (address.contains("?") ? "&" : "?") + parameter;
    }

    private static String id(JsonNode item) {
        var id = item.path("id").asText("");
        if (id.isEmpty() || id.length() > 1000) {
            throw new OutsideException("The platform does not say where its column is.");
        }
        return id;
    }

    private Answer ask(Platform platform, Set<String> scopes, Question question) {
        var answer = calls.ask(authorized(platform, scopes, question));
        if (answer.status() == UNAUTHORIZED) {
            tokens.forget(platform, scopes);
            answer = calls.ask(authorized(platform, scopes, question));
        }
        if (!answer.isGood()) {
            throw new Declined(answer.status());
        }
        return answer;
    }

    private Question authorized(Platform platform, Set<String> scopes, Question question) {
        var headers = new HashMap<>(question.headers());
        headers.put("Authorization", "Bearer " + tokens.token(platform, scopes));
        return new Question(question.method(), question.address(), headers, question.body());
    }

    private JsonNode read(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new OutsideException("What the platform answered cannot be read.");
        }
    }

    private String write(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }
}

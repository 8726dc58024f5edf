package org.nabla.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.nabla.lti.TestPlatform.CLIENT;
import static org.nabla.lti.TestPlatform.LEARNER;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.lti.TestPlatform;
import org.nabla.lti.TestPlatform.Message;

/**
 * The platform of the tests is judged by tools that others wrote, and Nabla beside them: what is right is let in by all, and
 * what each does with what is wrong stands in a table. With {@code -Pinterop}, which makes the other tools ready.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class OtherToolsTest {

    private static final Path TABLE = Path.of("docs/launches.md");

    /** What became of one launch. */
    private record Outcome(boolean letIn, int status, String words) {

        @Override
        public String toString() {
            return letIn
                    ? "**lets it in**"
                    : (status >= 500 ? "breaks, " : "refuses, ") + status + (words.isEmpty() ? "" : ": " + words);
        }
    }

    @Inject
    AgroalDataSource database;

    @BeforeAll
    static void only() {
        assumeTrue(Boolean.getBoolean("nabla.interop"), "the other tools are made ready by -Pinterop");
    }

    @Test
    void eachToolLetsInWhatIsRightAndTheTableSaysTheRest() throws Exception {
        try (var platform = new TestPlatform().register();
                var ltijs = Tool.ltijs(platform, database);
                var spring = Tool.spring(platform);
                var nabla = Tool.nabla()) {
            var tools = List.of(ltijs, spring, nabla);
            var table = new LinkedHashMap<String, List<Outcome>>();
            for (var tool : tools) {
                table.computeIfAbsent("nothing is wrong", row -> new ArrayList<>())
                        .add(launch(platform, tool, message -> {}));
                for (var tampering : Tampering.all()) {
                    table.computeIfAbsent(tampering.what(), row -> new ArrayList<>())
                            .add(launch(platform, tool, tampering.change()));
                }
                table.computeIfAbsent("sent a second time", row -> new ArrayList<>())
                        .add(replay(platform, tool, false));
                table.computeIfAbsent("sent a second time, in a new launch", row -> new ArrayList<>())
                        .add(replay(platform, tool, true));
            }

            var written = write(tools, table);

            assertThat(table.get("nothing is wrong")).allMatch(Outcome::letIn);
            table.remove("nothing is wrong");
            assertThat(table).hasSize(15).allSatisfy((what, outcomes) -> {
                var ours = outcomes.get(2);
                assertThat(ours.letIn()).as(what).isFalse();
                assertThat(ours.status()).as(what).isEqualTo(403);
                assertThat(ours.words()).as(what).isNotEmpty();
            });
            assertThat(Files.readString(TABLE))
                    .as("what was found now is in target/launches.md")
                    .contains(written);
        }
    }

    private static Outcome launch(TestPlatform platform, Tool tool, Consumer<Message> change) {
        var visitor = Browsing.start();
        var person = UUID.randomUUID().toString();
        var message = message(platform, tool, person, login(platform, tool, visitor));
        change.accept(message);
        return outcome(tool, visitor, person, send(tool, visitor, message));
    }

    /** The same message twice: in the launch for which it was made, or in another one that was begun for it. */
    private static Outcome replay(TestPlatform platform, Tool tool, boolean anew) {
        var first = Browsing.start();
        var person = UUID.randomUUID().toString();
        var login = login(platform, tool, first);
        var thief = first.twin();
        var message = message(platform, tool, person, login);
        var right = send(tool, first, message);
        assertThat(outcome(tool, first, person, right))
                .as("%s: %s %s", tool.name(), right.statusCode(), right.asString())
                .matches(Outcome::letIn);
        if (anew) {
            message.state = login(platform, tool, thief).getOrDefault("state", "");
        }
        return outcome(tool, thief, person, send(tool, thief, message));
    }

    private static Map<String, String> login(TestPlatform platform, Tool tool, Browsing visitor) {
        var answer = visitor.fromElsewhere(
                tool.login(),
                Map.of(
                        "iss",
                        platform.issuer,
                        "login_hint",
                        "1",
                        "client_id",
                        CLIENT,
                        "target_link_uri",
                        tool.target()),
                Map.of());
        assertThat(answer.statusCode()).as(tool.name()).isEqualTo(302);
        return TestPlatform.query(answer.header("Location"));
    }

    private static Message message(TestPlatform platform, Tool tool, String person, Map<String, String> login) {
        var message = platform.message(person, LEARNER, tool.target(), login);
        message.body.context.id = person;
        return message;
    }

    private static Received send(Tool tool, Browsing visitor, Message message) {
        return visitor.fromElsewhere(
                tool.launch(), Map.of("id_token", TestPlatform.sign(message), "state", message.state), Map.of());
    }

    /** Whether the tool knows them now, whatever it answered; a tool's own address leads on to where it remembers them. */
    private static Outcome outcome(Tool tool, Browsing visitor, String person, Received answer) {
        var there = answer.statusCode() < 400 && tool.process().isPresent()
                ? visitor.getAsItStands(answer.header("Location"), tool.target())
                : visitor.get(tool.home());
        var known = there.statusCode() == 200 && there.asString().contains("Person " + person);
        return new Outcome(known, answer.statusCode(), known ? "" : words(answer));
    }

    private static String words(Received answer) {
        var text = answer.asString();
        try {
            var json = new ObjectMapper().readTree(text);
            return Stream.of(json.at("/details/message"), json.path("message"), json.path("error"))
                    .map(node -> node.asText(""))
                    .filter(words -> !words.isBlank())
                    .findFirst()
                    .orElse("");
        } catch (IOException page) {
            return Browsing.parse(answer).select("main .lead").stream()
                    .map(lead -> lead.text().replaceFirst("(?<=[.]) If it stays like this.*", ""))
                    .findFirst()
                    .orElse("");
        }
    }

    private static String write(List<Tool> tools, Map<String, List<Outcome>> table) throws IOException {
        var text = new StringBuilder("| What is wrong with the launch |");
        tools.forEach(tool -> text.append(' ').append(tool.name()).append(" |"));
        text.append("\n| --- |").append(" --- |".repeat(tools.size())).append('\n');
        table.forEach((what, outcomes) -> {
            text.append("| ").append(what).append(" |");
            outcomes.forEach(outcome -> text.append(' ')
                    .append(outcome.toString().replace("|", "\\|"))
                    .append(" |"));
            text.append('\n');
        });
        Files.writeString(Path.of("target/launches.md"), text);
        return text.toString();
    }
}

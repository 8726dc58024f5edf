package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/**
 * Everything that is kept of somebody can be taken out, is kept when a guest signs in, and goes with the account: held
 * against every table of the database, so that a new one is not forgotten.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class OwnDataTest {

    private static final String PASSWORD = "correct horse battery";

    /** Tables that lead to an account and hold nothing of a learner's own, each with the reason. */
    private static final Map<String, String> NOT_OWN =
            Map.of("mark_outbox", "names what is in assigned_exercise, and is gone once it is carried over");

    /** Tables in which a guest has nothing to keep when they sign in, each with the reason. */
    private static final Map<String, String> NOT_MERGED = Map.of(
            "account", "the guest's own is empty",
            "session", "the guest's ends; the cookie gets a new one",
            "second_factor", "beside a password, which a guest has not",
            "recovery_code", "beside a password, which a guest has not",
            "api_token", "for those who teach, which a guest does not",
            "half_sign_in", "beside a password, which a guest has not",
            "sign_on_identity", "a guest who comes by a sign-on is none any more",
            "sign_on_session", "a guest who comes by a sign-on is none any more");

    /** Columns that name somebody without a foreign key, each with the reason. */
    private static final Map<String, String> WITHOUT_KEY = Map.of(
            "erased_account.account_id", "a number that means nobody: the account is gone",
            "operator_log.actor_id", "a number that means nobody once the account is gone",
            "course_log.actor_id", "the log is only added to: a number that means nobody once the account is gone");

    @Inject
    DataSource database;

    @Inject
    @All
    List<OwnData> features;

    @Inject
    ObjectMapper json;

    @Test
    void everyTableAndColumnIsInTheExportOrLeftOutForAReason() throws SQLException {
        var owned = new OwnedTables(database);
        for (var table : owned.names()) {
            if (NOT_OWN.containsKey(table)) {
                continue;
            }
            var files = tables().filter(t -> t.tables().contains(table)).toList();
            assertThat(files)
                    .as("files of the export with %s: an OwnData gives them", table)
                    .isNotEmpty();
            var told = new HashSet<String>();
            files.forEach(file -> {
                file.columns().forEach(column -> told.add(column.name()));
                file.leftOut().keySet().stream()
                        .filter(left -> left.startsWith(table + "."))
                        .forEach(left -> told.add(left.substring(table.length() + 1)));
            });
            assertThat(told)
                    .as("columns of %s that are exported, or left out with a reason", table)
                    .containsAll(owned.columns(table));
        }
    }

    @Test
    void nobodyIsNamedWithoutAForeignKey() throws SQLException {
        assertThat(new OwnedTables(database).columnsWithoutKey())
                .as("columns without foreign key")
                .isSubsetOf(WITHOUT_KEY.keySet());
    }

    @Test
    void theExportHasALineForEachRowOfEveryTable() throws Exception {
        var ada = Browsing.signedUp("Ada");
        LearnerLife.signedUp(ada);

        var files = unzip(ada.get("/account/export"));

        var owned = new OwnedTables(database);
        var id = idOf(files);
        for (var table : owned.names()) {
            if (NOT_OWN.containsKey(table)) {
                continue;
            }
            assertThat(owned.rowsOf(table, id))
                    .as("rows of Ada in %s: LearnerLife makes one", table)
                    .isNotEmpty();
            for (var file : tables().filter(t -> t.tables().contains(table)).toList()) {
                var lines = lines(files, file.name());
                assertThat(lines).as(file.name()).hasSameSizeAs(owned.rowsOf(table, id));
                assertThat(lines)
                        .allSatisfy(line -> assertThat(names(line))
                                .containsExactlyElementsOf(file.columns().stream()
                                        .map(OwnTable.Column::name)
                                        .toList()));
                assertThat(files.get("README.md")).contains("## " + file.name(), file.what());
            }
        }
    }

    @Test
    void theExportTellsExactlyWhatWasTypedAndHarmsNoSpreadsheet() throws Exception {
        var ada = Browsing.signedUp("Ada, \"Countess\"");
        LearnerLife.asGuest(ada);

        var files = unzip(ada.get("/account/export"));

        assertThat(lines(files, "responses").get(0).get("typed").asText()).isEqualTo("=x y");
        assertThat(lines(files, "responses").get(0).get("verdict").isObject()).isTrue();
        assertThat(files.get("responses.csv"))
                .startsWith("attempt,submitted_at,")
                .contains(",'=x y,");
        assertThat(files.get("account.csv"))
                .contains("\"Ada, \"\"Countess\"\"\"")
                .endsWith("Z\r\n");
        assertThat(files.get("account.jsonl")).contains("\"email\":null").doesNotContain("argon2");
    }

    @Test
    void theExportIsAFileOfSomebodysOwnAlone() throws Exception {
        var ada = Browsing.signedUp("Ada");
        LearnerLife.asGuest(ada);
        var bob = Browsing.signedUp("Bob");

        var answer = bob.get("/account/export");

        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"nabla-\\d{4}-\\d\\d-\\d\\d.zip\"");
        assertThat(lines(unzip(answer), "attempts")).isEmpty();
        assertThat(Browsing.start().get("/account/export").statusCode()).isEqualTo(303);
    }

    @Test
    void deletionLeavesNothing() throws Exception {
        var login = Browsing.newLogin();
        var ada = Browsing.start();
        ada.signUp("Ada", login, PASSWORD);
        var elsewhere = Browsing.start();
        elsewhere.signIn(login, PASSWORD);
        LearnerLife.signedUp(ada);
        var id = idOf(unzip(ada.get("/account/export")));
        var owned = new OwnedTables(database);
        var before = new LinkedHashMap<String, Set<String>>();
        for (var table : owned.names()) {
            before.put(table, owned.rowsOf(table, id));
        }

        var answer = ada.post("/account/delete", "password", PASSWORD);

        assertThat(answer.header("Location")).endsWith("/account/deleted");
        for (var table : owned.names()) {
            if (NOT_OWN.containsKey(table)) {
                continue;
            }
            assertThat(owned.all(table))
                    .as("what is left of Ada in %s", table)
                    .doesNotContainAnyElementsOf(before.get(table));
        }
        assertThat(ada.cookie("session")).isEmpty();
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
        assertThat(Browsing.start().signIn(login, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(Browsing.start().signUp("Ada", login, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void deletionTakesThePassword() {
        var ada = Browsing.signedUp("Ada");

        var answer = ada.post("/account/delete", "password", "a guess of somebody", "sure", "yes");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(answer).select("#password-error").text()).isEqualTo("This is not your password.");
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aGuestDeletesWithAWord() {
        var guest = Browsing.start();
        LearnerLife.asGuest(guest);
        var session = guest.cookie("session");

        var unsure = guest.post("/account/delete");
        var sure = guest.post("/account/delete", "sure", "yes");

        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(unsure).select("#sure-error").text()).isNotEmpty();
        assertThat(sure.header("Location")).endsWith("/account/deleted");
        var again = Browsing.start();
        again.setCookie("session", session);
        assertThat(again.page("/account/data").text()).contains("Nothing is kept of you");
    }

    @Test
    void whatAGuestDidIsNotLostWhenTheySignIn() throws Exception {
        var login = Browsing.newLogin();
        Browsing.start().signUp("Ada", login, PASSWORD);
        var guest = Browsing.start();
        LearnerLife.asGuest(guest);
        var owned = new OwnedTables(database);
        var idOfGuest = idOf(unzip(guest.get("/account/export")));
        var before = new HashMap<String, Integer>();
        for (var table : owned.names()) {
            before.put(table, owned.rowsOf(table, idOfGuest).size());
        }

        guest.signIn(login, PASSWORD);

        var id = idOf(unzip(guest.get("/account/export")));
        assertThat(id).isNotEqualTo(idOfGuest);
        for (var table : owned.names()) {
            if (!NOT_MERGED.containsKey(table)) {
                assertThat(owned.rowsOf(table, id))
                        .as("what the guest left in %s: a GuestMerge moves it", table)
                        .hasSizeGreaterThanOrEqualTo(before.getOrDefault(table, 0));
            }
        }
    }

    @Test
    void thePageSaysWhatIsKept() {
        var ada = Browsing.signedUp("Ada");
        LearnerLife.asGuest(ada);

        var page = ada.page("/account/data");
        var farewell = ada.page("/account/delete");

        assertThat(page.select("tbody th").eachText())
                .containsExactlyElementsOf(tables().map(OwnTable::what).toList());
        assertThat(farewell.select("main li").eachText())
                .anySatisfy(line -> assertThat(line).startsWith("Your attempts at exercises."));
        assertThat(ada.page("/account").select("a[href=/account/data]")).isNotEmpty();
        assertThat(ada.page("/progress").select("a[href=/account/data]")).isNotEmpty();
    }

    private Stream<OwnTable> tables() {
        return features.stream().flatMap(feature -> feature.tables().stream());
    }

    private long idOf(Map<String, String> files) throws IOException {
        return lines(files, "account").get(0).get("id").asLong();
    }

    private List<JsonNode> lines(Map<String, String> files, String name) throws IOException {
        try (var values = json.readerFor(JsonNode.class).<JsonNode>readValues(files.get(name + ".jsonl"))) {
            return values.readAll();
        }
    }

    private static List<String> names(JsonNode line) {
        return line.properties().stream().map(Map.Entry::getKey).collect(Collectors.toList());
    }

    private static Map<String, String> unzip(Received answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

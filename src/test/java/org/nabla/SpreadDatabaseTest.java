package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whether the database can be spread over many machines as {@code docs/citus.tsv} says: what Citus asks of keys, foreign keys and
 * statements. What is not so yet is listed here, and the lists only become shorter: what is in them and holds by now fails too.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SpreadDatabaseTest {

    /** Where a table is. @param column by which its rows are spread; a hyphen where they are not */
    private record Place(String group, String column) {
        boolean spread() {
            return !column.equals("-");
        }
    }

    /** Statements over the tables of many learners, as {@code Class: table}: pages of teachers, jobs, operators. */
    private static final Set<String> OVER_MANY_LEARNERS = lines("""
            AnswerRepository: handed_in
            DemoCourses: assigned_exercise
            DemoCourses: drawn_exercise
            Disagreements: disagreement
            DrawnRepository: drawn_exercise
            LessonStats: lesson_view
            MistakeRepository: handed_in
            RegradingRepository: handed_in
            RunRepository: project_run
            Standing: assigned_exercise
            TeachingRepository: evidence
            TeachingRepository: help_step
            TimedRuns: timed_run
            UnusedExercises: assigned_exercise
            UnusedExercises: attempt
            UnusedExercises: check_in_question
            UnusedExercises: drawn_exercise
            UnusedExercises: help_opened
            UnusedExercises: project_run
            WorkRepository: assigned_exercise
            WorkRepository: handed_in
            """);

    /** Statements that join what is a learner's with what is a course's, as {@code Class: table of learners}: on two machines. */
    private static final Set<String> ACROSS_GROUPS = lines("""
            AnswerRepository: handed_in
            AnswerRepository: report
            AssignmentData: answer_draft
            AssignmentData: assigned_exercise
            AssignmentData: drawn_exercise
            AssignmentData: handed_in
            AssignmentData: timed_run
            AssignmentNews: handed_in
            DemoCourses: assigned_exercise
            DemoCourses: drawn_exercise
            DoubtRepository: handed_in
            DoubtRepository: report
            DrawnRepository: assigned_exercise
            DrawnRepository: drawn_exercise
            Linking: assigned_exercise
            MarkRepository: assigned_exercise
            MistakeRepository: handed_in
            MistakeRepository: help_opened
            RegradingRepository: assigned_exercise
            RegradingRepository: handed_in
            Standing: assigned_exercise
            TimedRuns: timed_run
            UnusedExercises: assigned_exercise
            UnusedExercises: attempt
            UnusedExercises: check_in_question
            UnusedExercises: drawn_exercise
            UnusedExercises: help_opened
            UnusedExercises: project_run
            Weeks: handed_in
            Weeks: report
            WorkRepository: assigned_exercise
            """);

    /** What would leave something with a connection of the pool that goes to somebody else after the transaction. */
    private static final Pattern STATE_OF_A_SESSION = Pattern.compile(
            "\\bpg_(?:try_)?advisory_lock|\\b(?:un)?listen\\s+\\w+\\s*$|\\bset\\s+(?:session|time\\s+zone|search_path)\\b"
                    + "|\\bcreate\\s+(?:local\\s+|global\\s+)?temp|\\bwith\\s+hold\\b|^\\s*prepare\\s+\\w+|\\bdiscard\\s+all\\b"
                    + "|\\bset_config\\s*\\([^)]*false",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TABLE = Pattern.compile("(?:\\b(?:from|join|update|into)|,)\\s+(\\w+)");

    @Inject
    DataSource database;

    @Test
    void everyTableHasItsPlaceInThePlan() throws Exception {
        var tables = rows("""
                select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
                  and relname <> 'flyway_schema_history'
                """).stream().map(row -> row.get(0)).toList();

        assertThat(plan().keySet()).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void uniqueKeysHoldTheColumnByWhichTheTableIsSpread() throws Exception {
        var plan = plan();
        var without = new TreeSet<String>();
        for (var key : rows("""
                select t.relname, (select string_agg(coalesce(a.attname, '?'), ', ' order by k.n)
                                   from unnest(i.indkey) with ordinality k(num, n)
                                   left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num)
                from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
                where i.indisunique and n.nspname = 'public' and not t.relispartition and t.relkind in ('r', 'p')
                """)) {
            var place = plan.get(key.get(0));
            if (place != null
                    && place.spread()
                    && !List.of(key.get(1).split(", ")).contains(place.column())) {
                without.add(key.get(0) + " (" + key.get(1) + ")");
            }
        }

        assertThat(without).isEmpty();
    }

    @Test
    void foreignKeysStayOnOneMachine() throws Exception {
        var plan = plan();
        var out = new TreeSet<String>();
        for (var key : new OwnedTables(database).keys()) {
            var from = plan.get(key.child());
            var to = plan.get(key.parent());
            if (from == null || to == null) {
                continue; // the first test says so
            }
            var shared = from.group().equals(to.group())
                    && key.columns().contains(from.column())
                    && key.parentColumns()
                            .get(key.columns().indexOf(from.column()))
                            .equals(to.column());
            var here = from.spread() ? to.group().equals("reference") || shared : !to.spread();
            // Citus empties no column of a key that holds the one by which the table is spread.
            var empties = from.spread() && shared && List.of("n", "d").contains(key.onDelete());
            if (!here || empties) {
                out.add(key.child() + " (" + String.join(", ", key.columns()) + ") -> " + key.parent());
            }
        }

        assertThat(out).isEmpty();
    }

    @Test
    void whatIsALearnersIsReadAndWrittenByLearner() throws Exception {
        var tables = plan().entrySet().stream()
                .filter(table -> table.getValue().group().equals("learner"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("|"));
        var use = Pattern.compile("\\b(from|join|update|into)\\s+(" + tables
                + ")\\b(?:\\s+as\\b)?(?:\\s+(?!on\\b|where\\b|set\\b|join\\b|left\\b|order\\b|group\\b|union\\b|values\\b|select\\b"
                + "|cross\\b|limit\\b|lateral\\b|using\\b|for\\b|and\\b)(\\w+))?");
        var many = new TreeSet<String>();
        for (var statement : SqlInSource.all()) {
            var text = SqlInSource.lower(statement.text());
            var uses = use.matcher(text);
            while (uses.find()) {
                if (!byLearner(text, uses.group(1), uses.group(3))) {
                    many.add(statement.file() + ": " + uses.group(2));
                }
            }
        }

        assertThat(many).containsExactlyInAnyOrderElementsOf(OVER_MANY_LEARNERS);
    }

    @Test
    void whatIsALearnersIsRarelyJoinedWithWhatIsACourses() throws Exception {
        var plan = plan();
        var across = new TreeSet<String>();
        for (var statement : SqlInSource.all()) {
            var tables = TABLE.matcher(SqlInSource.lower(statement.text()))
                    .results()
                    .map(use -> use.group(1))
                    .filter(plan::containsKey)
                    .collect(Collectors.groupingBy(
                            table -> Objects.requireNonNull(plan.get(table)).group(), Collectors.toSet()));
            if (tables.containsKey("course")) {
                tables.getOrDefault("learner", Set.of()).forEach(table -> across.add(statement.file() + ": " + table));
            }
        }

        assertThat(across).containsExactlyInAnyOrderElementsOf(ACROSS_GROUPS);
    }

    private static boolean byLearner(String text, String verb, String alias) {
        if (verb.equals("into")) {
            return !text.contains("on conflict (")
                    || Pattern.compile("on conflict \\([^)]*\\blearner_?id\\b")
                            .matcher(text)
                            .find();
        }
        var column = (alias == null ? "(?:\\w+\\.)?" : "(?:" + alias + "\\.)" + (text.contains(" join ") ? "" : "?"))
                + "learner_?id\\b";
        return Pattern.compile("(?:=|in)\\s*" + column + "|(?<![\\w.])" + column + "\\s*(?:=|in\\b)")
                .matcher(text)
                .find();
    }

    @Test
    void nothingChangesWhoseARowIs() throws Exception {
        var spread = plan().entrySet().stream()
                .filter(table -> table.getValue().spread())
                .toList();

        assertThat(SqlInSource.all())
                .noneMatch(statement -> spread.stream()
                        .anyMatch(table -> Pattern.compile(
                                        "update " + table.getKey() + "(?: \\w+)? set (?:[^=]+ = [^,]+, )*?"
                                                + table.getValue().column() + " =",
                                        Pattern.CASE_INSENSITIVE)
                                .matcher(statement.text())
                                .find()));
    }

    @Test
    void nothingIsLeftWithAConnectionAfterItsTransaction() throws IOException {
        assertThat(SqlInSource.all())
                .hasSizeGreaterThan(300)
                .noneMatch(statement ->
                        STATE_OF_A_SESSION.matcher(statement.text()).find());
        try (var files = Files.list(Path.of("migrations"))) {
            for (var file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(STATE_OF_A_SESSION);
            }
        }
    }

    private static Set<String> lines(String text) {
        return text.lines().map(String::strip).collect(Collectors.toSet());
    }

    private static Map<String, Place> plan() throws IOException {
        var plan = new TreeMap<String, Place>();
        Files.readAllLines(Path.of("docs", "citus.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .forEach(cells -> plan.put(cells[0], new Place(cells[1], cells[2])));
        return plan;
    }

    private List<List<String>> rows(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }
}

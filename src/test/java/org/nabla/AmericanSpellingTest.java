package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read is spelled as Americans spell: pages, exercises, skills, lessons, messages. Ids and addresses stay as they are. */
class AmericanSpellingTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Map<String, String> WORDS = words();

    /** Not a part of an address, a file name or an id. */
    private static final Pattern BRITISH = Pattern.compile(
            "(?i)(?<![\\w/#.:=-])(" + String.join("|", WORDS.keySet()) + ")(?![\\w/=]|-[a-z]|\\.[a-z]|\\()");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SAID =
            Pattern.compile("\\b(?:title|aria-label|placeholder|label|content|help)=[\"']([^\"']*)");
    private static final Pattern CODE = Pattern.compile("\\{[^{}]*\\}|\\$[^$]*\\$");

    /** What stands in braces in a file of an exercise may be words: {@code {case k: after canceling | …}}. */
    private static final Pattern FORMULA = Pattern.compile("\\$[^$]*\\$");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern SQL =
            Pattern.compile("\\b(select|insert into|update [a-z_]+ set|join|where|from [a-z_]+ |order by)\\b");
    private static final Pattern KEY = Pattern.compile(
            "\\s*(?:- )?(?:id|skills?|template|needs|see|on|value|verify|define"
                    + "|parameters|when|require|contour|curves?|alike|read|file|kind|python|window|points?|arrows?)\\s*:.*");

    private static Map<String, String> words() {
        try (var lines = Files.lines(Path.of("src", "test", "resources", "british-spellings.tsv"))) {
            return lines.map(line -> line.split("\t"))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (a, b) -> a, HashMap::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pagesAre() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(MAIN.resolve("resources/templates"), ".html")) {
            var text = Files.readString(file);
            SAID.matcher(text).results().forEach(said -> look(file, said.group(1), found));
            look(file, TAG.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(" "), found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void exercisesSkillsAndLessonsAre() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(MAIN.resolve("resources"), ".yaml")) {
            var python = false;
            for (var line : Files.readAllLines(file)) {
                python = line.startsWith("python:") || python && !line.matches("\\S.*");
                if (!python && !KEY.matcher(line).matches()) {
                    look(file, FORMULA.matcher(line).replaceAll(" "), found);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void messagesAre() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(MAIN.resolve("java"), ".java")) {
            if (file.endsWith("LessonWords.java")) {
                continue; // it names words that are not to be written
            }
            for (var line : Files.readAllLines(file)) {
                if (!line.strip().startsWith("*") && !line.strip().startsWith("//")) {
                    LITERAL.matcher(line)
                            .results()
                            .map(literal -> literal.group())
                            .filter(text ->
                                    text.contains(" ") && !SQL.matcher(text).find())
                            .forEach(text -> look(file, text, found));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Practise this, true",
        "The optimisation of a loss, true",
        "two metres, true",
        "/practice/least-squares-line, false",
        "the skill applied-optimisation, false",
        "Exercise four of your course, false",
        "a contour and its rise, false"
    })
    void theListKnows(String text, boolean british) {
        assertThat(BRITISH.matcher(text).find()).isEqualTo(british);
    }

    private static void look(Path file, String text, List<String> found) {
        BRITISH.matcher(text)
                .results()
                .forEach(word -> found.add(file + ": " + word.group() + ", in American "
                        + WORDS.get(word.group().toLowerCase(Locale.ROOT))));
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}

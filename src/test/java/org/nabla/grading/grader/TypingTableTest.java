package org.nabla.grading.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type and paste, and programs print: read as it is meant, asked about, or refused with words that help. */
class TypingTableTest {

    private static final Pattern CHARACTER = Pattern.compile("<U([0-9A-F]{4})>");

    static Stream<String> rows() throws IOException {
        try (var in = Objects.requireNonNull(TypingTableTest.class.getResourceAsStream("typings.txt"))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void judges(String row) {
        var cells = row.split(" ~ ");
        var expected = cells[4].split(":", 2);

        var verdict = Graders.grade(cells[0], cells[1], cells[2], typed(cells[3]));

        assertThat(verdict.outcome().name()).as("%s", verdict).isEqualTo(expected[0].strip());
        assertThat(verdict.message()).contains(expected.length > 1 ? expected[1].strip() : "");
    }

    private static String typed(String cell) {
        return CHARACTER
                .matcher(cell.strip().replace('␤', '\n'))
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }
}

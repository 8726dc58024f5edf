package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the security standard says what there is. */
class AsvsTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)`");

    @Test
    void eachTestThatItNamesExistsAndItsSumsAreRight() throws IOException {
        var text = Files.readString(Path.of("docs/asvs.md"));
        List<String> rows = text.lines()
                .filter(line -> line.matches("\\| [0-9]+[.][0-9.]+ .*"))
                .toList();
        var named = TEST.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> there;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(rows.stream().map(row -> row.split("\\|")[1].strip()))
                .hasSize(253)
                .doesNotHaveDuplicates();
        assertThat(named).isNotEmpty().isSubsetOf(there);
        assertThat(text)
                .contains("Of 253 requirements %d are met, %d do not apply, %d are not met."
                        .formatted(with(rows, "met"), with(rows, "does not apply"), with(rows, "**not met**")));
    }

    private static long with(List<String> rows, String state) {
        return rows.stream()
                .filter(row -> row.split("\\|")[4].strip().equals(state))
                .count();
    }
}

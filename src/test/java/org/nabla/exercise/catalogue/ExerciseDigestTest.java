package org.nabla.exercise.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * No exercise changes by accident: two of each template are kept in a table. A template that changes on purpose gets a higher version, and the table is written anew
 * by {@code mvn test -Dtest=ExerciseDigestTest -Dnabla.digests=write}.
 */
class ExerciseDigestTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "exercise-digests.tsv");
    private static final List<Seed> SEEDS = List.of(new Seed(0), new Seed(1));

    private final ExerciseCatalogue catalogue = ExerciseCatalogue.load();
    private final ExerciseGenerator generator = new ExerciseGenerator(TestAlgebra.CALCULUS);

    @Test
    void exercisesAreWhatTheyWere() throws Exception {
        if ("write".equals(System.getProperty("nabla.digests"))) {
            write();
        }
        var changed = new ArrayList<String>();
        var rows = Files.readAllLines(TABLE);
        for (var row : rows) {
            var cells = row.split("\t", -1);
            var template = catalogue.find(new ExerciseId(cells[0])).orElseThrow();
            var now = row(template, new Seed(Integer.parseInt(cells[2])));
            if (!now.equals(row)) {
                changed.add(now + " was " + row);
            }
        }

        assertThat(rows.stream().map(row -> row.split("\t", -1)[0]).distinct())
                .as("templates in the table: write it anew when one is added")
                .containsExactlyElementsOf(
                        catalogue.all().stream().map(t -> t.id().value()).toList());
        assertThat(changed)
                .as("exercises that changed: raise the version of their templates and write the table anew")
                .isEmpty();
    }

    private void write() throws IOException, NoSuchAlgorithmException {
        var rows = new ArrayList<String>();
        for (var template : catalogue.all()) {
            for (var seed : SEEDS) {
                rows.add(row(template, seed));
            }
        }
        Files.createDirectories(TABLE.getParent());
        Files.write(TABLE, rows);
    }

    private String row(ExerciseTemplate template, Seed seed) throws NoSuchAlgorithmException {
        var text = generator.generate(template, seed).toString();
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return String.join(
                "\t",
                template.id().value(),
                Integer.toString(template.version()),
                seed.toString(),
                HexFormat.of().formatHex(digest, 0, 8));
    }
}

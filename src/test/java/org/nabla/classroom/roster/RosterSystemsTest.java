package org.nabla.classroom.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.classroom.roster.RosterReading.Columns;

/** Files as other systems write them are read without a question; {@code SOURCES.md} beside them says how each is known. */
class RosterSystemsTest {

    private static final String ADA = "Lovelace/Ada/";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            canvas.csv              | ada.lovelace@example.edu | ''              | s-1815 | MATH 250-01        | 3 | 1
            canvas-two-names.csv    | ada                      | ''              | s-1815 | MATH 250-01        | 1 | 0
            moodle-participants.csv | ada@example.edu          | ada@example.edu | ''     | Tuesday, Wednesday | 2 | 1
            moodle-identity.csv     | ada                      | ada@example.edu | s-1815 | ''                 | 1 | 0
            webwork.lst             | ada                      | ada@example.edu | s-1815 | 01                 | 2 | 1
            webwork-plain.lst       | ada                      | ada@example.edu | s-1815 | 01                 | 1 | 1
            blackboard.xls          | ada                      | ''              | s-1815 | ''                 | 2 | 0
            blackboard.csv          | ada                      | ''              | s-1815 | ''                 | 2 | 0
            """)
    void readsWhatTheSystemWrote(
            String file, String login, String email, String school, String section, int learners, int notes)
            throws IOException {
        var read = (Columns) RosterReader.read(List.of(file(file)));
        assertThat(read.guess().isSure()).as("no question").isTrue();

        var mapped = MappedRoster.read(read.table(), read.guess());

        var ada = mapped.group().rows().get(0);
        assertThat(ada.person().family() + "/" + ada.person().given() + "/").isEqualTo(ADA);
        assertThat(ada.name()).isEqualTo("Ada Lovelace");
        assertThat(List.of(ada.login(), ada.email(), ada.schoolId(), ada.section()))
                .containsExactly(login, email, school, section);
        assertThat(mapped.group().rows())
                .hasSize(learners)
                .noneMatch(row -> row.name().contains("Gone"));
        assertThat(mapped.notes()).hasSize(notes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"canvas.csv", "blackboard.xls", "moodle-participants.csv"})
    void namesOfSeveralWordsStayWhole(String file) throws IOException {
        var read = (Columns) RosterReader.read(List.of(file(file)));

        assertThat(MappedRoster.read(read.table(), read.guess())
                        .group()
                        .rows()
                        .get(1)
                        .person())
                .satisfies(ana -> {
                    assertThat(ana.family()).isEqualTo("García Márquez");
                    assertThat(ana.given()).isEqualTo("Ana María");
                });
    }

    private static RosterFile file(String name) throws IOException {
        try (var stream = RosterSystemsTest.class.getResourceAsStream(name)) {
            return new RosterFile(name, Objects.requireNonNull(stream, name).readAllBytes());
        }
    }
}

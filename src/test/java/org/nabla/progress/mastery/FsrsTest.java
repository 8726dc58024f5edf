package org.nabla.progress.mastery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.progress.mastery.Fsrs.Grade;
import org.nabla.progress.mastery.Fsrs.Memory;

/** FSRS-6 against ts-fsrs; {@code src/test/oracle} makes the table. */
class FsrsTest {
    private static final double CLOSE = 1e-6;
    /** At the bounds it shows that ts-fsrs rounds every number in between to eight decimals. */
    private static final double CLOSE_AT_BOUNDS = 2e-6;

    private static final double ROUNDING = 1e-8;

    private static final double[] DEFAULTS = {
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
    };

    /** One history of the table. */
    private record Row(String parameter, double value, List<String> reviews, double stability, double difficulty) {
        static Row of(String line) {
            var cells = line.split("\t", -1);
            return new Row(
                    cells[0],
                    cells[1].isEmpty() ? 0 : Double.parseDouble(cells[1]),
                    List.of(cells[2].split(" ")),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]));
        }

        boolean isDefault() {
            return parameter.equals("-");
        }

        Fsrs model() {
            var parameters = DEFAULTS.clone();
            if (!isDefault()) {
                parameters[Integer.parseInt(parameter)] = value;
            }
            return new Fsrs(parameters);
        }

        Memory replayed() {
            var model = model();
            var memory = new Memory(0, 0);
            for (var i = 0; i < reviews.size(); i++) {
                var grade = Grade.values()[reviews.get(i).charAt(0) - '1'];
                var days = Double.parseDouble(reviews.get(i).substring(2));
                memory = i == 0
                        ? model.first(grade)
                        : days == 0 ? model.sameDay(memory, grade) : model.later(memory, days, grade);
            }
            return memory;
        }
    }

    @Test
    void aThousandHistoriesEndAsInTsFsrs() {
        var rows = table().stream().filter(Row::isDefault).toList();

        assertThat(rows).hasSize(1000).allSatisfy(row -> agrees(row, CLOSE * row.stability()));
    }

    @Test
    void soDoThoseWithEachParameterAtItsBounds() {
        var rows = table().stream().filter(row -> !row.isDefault()).toList();

        assertThat(rows.stream().map(Row::parameter).distinct()).hasSize(21);
        assertThat(rows)
                .hasSizeGreaterThan(1000)
                .allSatisfy(row -> agrees(row, CLOSE_AT_BOUNDS * row.stability() + ROUNDING));
    }

    private static void agrees(Row row, double tolerance) {
        var memory = row.replayed();
        assertThat(memory.stability()).isCloseTo(row.stability(), within(tolerance));
        assertThat(memory.difficulty()).isCloseTo(row.difficulty(), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.001, .5, 2.3065, 40, 36500})
    void afterAsManyDaysAsItsStabilityNineTenthsAreLeft(double stability) {
        assertThat(Fsrs.DEFAULT.retrievability(stability, stability)).isCloseTo(.9, within(1e-12));
        assertThat(Fsrs.DEFAULT.interval(.9, stability)).isCloseTo(stability, within(1e-9 * stability));
    }

    @ParameterizedTest(name = "recall {0}")
    @CsvSource({".99", ".9", ".8", ".5", ".2"})
    void theIntervalIsWhereTheForgettingCurveArrives(double recall) {
        assertThat(Fsrs.DEFAULT.retrievability(Fsrs.DEFAULT.interval(recall, 7), 7))
                .isCloseTo(recall, within(1e-12));
    }

    private static List<Row> table() {
        try (var in = FsrsTest.class.getResourceAsStream("fsrs.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

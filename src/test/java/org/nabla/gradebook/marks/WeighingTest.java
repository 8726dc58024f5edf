package org.nabla.gradebook.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.gradebook.marks.Weighing.Category;
import org.nabla.gradebook.marks.Weighing.Counted;

class WeighingTest {

    /** Homework are the assignments 1 to 4, an exam is 5; what counts is written as number: points of those that can be had. */
    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1:8/10 5:1/2                     | 60 | 0 | 40 | 0.68              | both count by their weights
            1:8/10                           | 60 | 0 | 40 | 0.8               | what is not there yet is left out
            5:1/2                            | 60 | 0 | 40 | 0.5               | the same the other way
            9:1/10                           | 60 | 0 | 40 | -                 | in no category
            1:8/10 2:0/10 5:1/1              | 60 | 1 | 40 | 0.88              | the lowest goes
            1:8/10 2:0/10 3:1/10 5:1/1       | 60 | 2 | 40 | 0.88              | two go
            1:8/10 2:0/10                    | 60 | 5 | 40 | 0.8               | one stays whatever is dropped
            2:0/10                           | 60 | 1 | 40 | 0                 | a single one stays
            1:1/2 2:30/100                   | 1  | 0 | 1  | 0.303921568627451 | points within a category
            1:9/10 2:1/2 3:20/100            | 1  | 1 | 1  | 0.833333333333333 | the lowest share goes, not the fewest points
            1:12/10 5:0/1                    | 50 | 0 | 50 | 0.6               | a bonus counts
            1:8/10 5:1/2                     | 0.5| 0 | 0.5| 0.65              | weights need not be a hundred
            """)
    void aShareCountsCategoriesByWeight(
            String counted, double weight, int drop, double other, Double expected, String why) {
        var weighing = new Weighing(List.of(
                new Category(1, "Homework", weight, drop, Set.of(1L, 2L, 3L, 4L)),
                new Category(2, "Exam", other, 0, Set.of(5L))));

        var share = weighing.share(counted(counted));

        if (expected == null) {
            assertThat(share).isEmpty();
        } else {
            assertThat(share.orElseThrow()).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void withoutCategoriesEveryPointCountsTheSame() {
        assertThat(Weighing.NONE.share(counted("1:8/10 2:0/30"))).contains(0.2);
        assertThat(Weighing.NONE.share(List.of())).isEmpty();
        assertThat(Weighing.NONE.share(counted("1:1/0"))).isEmpty();
    }

    @Test
    void theSentenceSaysHowItComesAbout() {
        var weighing = new Weighing(List.of(
                new Category(1, "Homework", 2, 2, Set.of()),
                new Category(2, "Quizzes", 0.5, 1, Set.of()),
                new Category(3, "Exam", 1.5, 0, Set.of())));

        assertThat(weighing.sentence())
                .isEqualTo("The share counts Homework (without the 2 lowest) for 50 %, Quizzes (without the lowest) for"
                        + " 12.5 %, Exam for 37.5 %, of what was due by now; what is excused or in no category is left"
                        + " out.");
    }

    private static List<Counted> counted(String text) {
        return new ArrayList<>(Arrays.stream(text.strip().split(" +"))
                .map(word -> word.split("[:/]"))
                .map(p -> new Counted(Long.parseLong(p[0]), Double.parseDouble(p[1]), Double.parseDouble(p[2])))
                .toList());
    }
}

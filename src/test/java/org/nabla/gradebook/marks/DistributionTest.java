package org.nabla.gradebook.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            0                 | 1 0 0 0 0 0 0 0 0 0 | Half have 0 % or more. Below 10 %: 1.                    | nothing
            1                 | 0 0 0 0 0 0 0 0 0 1 | Half have 100 % or more. 90 % or more: 1.                | all
            1.2               | 0 0 0 0 0 0 0 0 0 1 | Half have 120 % or more. 90 % or more: 1.                | a bonus
            .3 .1             | 0 1 0 1 0 0 0 0 0 0 | Half have 20 % or more. 30 % and up: 1. 10 % and up: 1.  | on the edge
            .29 .7 .7 .95     | 0 0 1 0 0 0 0 2 0 1 | Half have 70 % or more. 90 % or more: 1. 70 % and up: 2. 20 % and up: 1. | some
            """)
    void countsTenthsInAPictureAndInASentence(String shares, String counts, String sentence, String why) {
        var distribution = Distribution.of(
                Arrays.stream(shares.strip().split(" +")).map(Double::valueOf).toList());

        assertThat(distribution.counts().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(counts);
        assertThat(distribution.sentence()).isEqualTo(sentence);
        var svg = Jsoup.parse(distribution.picture().getValue()).expectFirst("svg");
        assertThat(svg.attr("aria-label")).isEqualTo(sentence);
        assertThat(svg.select("rect")).hasSize(10);
        assertThat(svg.select("rect").stream().filter(bar -> !bar.attr("height").equals("0.0")))
                .hasSize((int) distribution.counts().stream().filter(c -> c > 0).count());
    }
}

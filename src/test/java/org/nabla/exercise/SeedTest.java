package org.nabla.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void aSecretSeedIsNeverOneOfPracticeAndUsesAllBits() {
        var chance = new Random(17);

        var seeds = Stream.generate(() -> Seed.secret(chance)).limit(1_000).toList();

        assertThat(seeds).allMatch(Seed::beyondPractice).doesNotHaveDuplicates();
        assertThat(seeds.stream().filter(seed -> seed.value() > Long.MAX_VALUE / 2))
                .hasSizeBetween(400, 600);
    }

    @Test
    void aNumberOfPracticeIsDrawnAgain() {
        Iterator<Long> numbers = List.of(0L, 1999L, -1L).iterator();

        RandomGenerator chance = numbers::next;

        // 1999 >>> 1 is 999, the last one of practice.
        assertThat(Seed.secret(chance)).isEqualTo(new Seed(Long.MAX_VALUE));
        assertThat(new Seed(999).beyondPractice()).isFalse();
        assertThat(new Seed(1000).beyondPractice()).isTrue();
    }
}

package org.nabla.practice.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;

class VariantOrderTest {
    private static final ExerciseId TEMPLATE = new ExerciseId("gradient-at-a-point");
    private static final List<Seed> READY =
            IntStream.range(0, 12).mapToObj(Seed::new).toList();

    @Test
    void nothingComesTwiceBeforeAllThatIsNotKeptForExamplesWasSeen() {
        var order = new VariantOrder(17, TEMPLATE);
        var seen = new HashSet<Seed>();
        for (var i = 0; i < 700; i++) {
            assertThat(seen.add(order.next(READY, seen))).isTrue();
        }
        assertThat(order.next(READY, everything())).isNotNull();
    }

    @Test
    void whatIsReadyComesFirstAndEachLearnerHasAnOrder() {
        var firsts = new HashSet<Seed>();
        for (var learner = 1; learner <= 40; learner++) {
            var first = new VariantOrder(learner, TEMPLATE).next(READY, Set.of());
            assertThat(READY).contains(first);
            firsts.add(first);
        }
        assertThat(firsts).hasSizeGreaterThan(6);
    }

    @Test
    void anExampleIsNeverWhatIsAskedAfterwards() {
        for (var learner = 1; learner <= 40; learner++) {
            var order = new VariantOrder(learner, TEMPLATE);
            var ready = new ArrayList<>(READY);
            order.toMake(ready, true).ifPresent(ready::add);
            var example = order.example(ready, Set.of()).orElseThrow();
            var seen = new HashSet<Seed>();
            for (var i = 0; i < 100; i++) {
                seen.add(order.next(ready, seen));
            }
            assertThat(seen).doesNotContain(example);
        }
    }

    @Test
    void thereIsAlwaysOneToMake() {
        var order = new VariantOrder(3, TEMPLATE);
        assertThat(order.toMake(READY, false).orElseThrow()).isNotIn(READY);
        assertThat(order.toMake(everything(), false)).isEmpty();
    }

    private static Set<Seed> everything() {
        return new HashSet<>(IntStream.range(0, Seed.COUNT).mapToObj(Seed::new).toList());
    }
}

package org.nabla.gradebook.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;

class MistakeGroupingTest {
    private final List<String> asked = new ArrayList<>();

    /** Equal here: the same letters in any order. */
    private final MistakeGrouping grouping = new MistakeGrouping((exercise, part, one, other) -> {
        asked.add(one + "~" + other);
        return sorted(one).equals(sorted(other));
    });

    @Test
    void aRecognisedMistakeIsOneGroupWhateverTheNumbers() {
        var groups = grouping.group(List.of(
                wrong(1, 10, "2x", "0"), wrong(2, 11, "4y", "0"), wrong(3, 12, "-x", "sign"), wrong(1, 10, "3", "0")));

        assertThat(groups)
                .extracting(
                        MistakeGroup::key,
                        g -> g.learners().size(),
                        g -> g.responses().size())
                .containsExactly(tuple("mistake-0", 2, 3), tuple("mistake-sign", 1, 1));
        assertThat(groups)
                .extracting(MistakeGroup::how)
                .containsExactly(MistakeGroup.How.FORESEEN, MistakeGroup.How.RECOGNISED);
        assertThat(asked).isEmpty();
    }

    @Test
    void equalResponsesToTheSameNumbersAreOneGroupHoweverTyped() {
        var groups = grouping.group(List.of(
                wrong(1, 10, "ab"), wrong(2, 10, "ba"), wrong(3, 10, "cd"), wrong(4, 10, "ab"), wrong(5, 10, "ba")));

        assertThat(groups).extracting(g -> g.learners().size()).containsExactly(4, 1);
        assertThat(groups.get(0).spellings()).containsExactly(Map.entry("ab", 2), Map.entry("ba", 2));
        assertThat(asked).as("what is spelt alike is not asked").hasSize(2);
    }

    @Test
    void responsesToOtherNumbersAreNeverHeldAgainstEachOther() {
        var groups = grouping.group(List.of(wrong(1, 10, "ab"), wrong(2, 11, "ab")));

        assertThat(groups).hasSize(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void mostLearnersComeFirstAndNoResponseIsLostOrTwice() {
        var responses = new ArrayList<WrongResponse>();
        var random = new Random(3);
        for (var i = 0; i < 400; i++) {
            var text = "" + (char) ('a' + random.nextInt(4)) + (char) ('a' + random.nextInt(4));
            var mistake = random.nextInt(3) == 0 ? Optional.of("" + random.nextInt(3)) : Optional.<String>empty();
            responses.add(wrong(random.nextInt(30), random.nextInt(5), text, mistake));
        }

        var groups = grouping.group(responses);

        assertThat(groups.stream().flatMap(g -> g.responses().stream())).containsExactlyInAnyOrderElementsOf(responses);
        assertThat(groups.stream().map(g -> g.learners().size())).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static WrongResponse wrong(long learner, long exercise, String typed) {
        return wrong(learner, exercise, typed, Optional.empty());
    }

    private static WrongResponse wrong(long learner, long exercise, String typed, String mistake) {
        return wrong(learner, exercise, typed, Optional.of(mistake));
    }

    private static WrongResponse wrong(long learner, long exercise, String typed, Optional<String> mistake) {
        return new WrongResponse(
                new ExerciseId("gradient"),
                exercise,
                "a",
                new UserId(learner),
                Instant.EPOCH,
                typed,
                mistake,
                Optional.of(typed),
                "");
    }

    private static String sorted(String text) {
        return text.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

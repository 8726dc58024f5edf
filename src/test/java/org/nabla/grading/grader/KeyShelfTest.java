package org.nabla.grading.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nabla.grading.AnswerSpec;

class KeyShelfTest {
    private final KeyShelf shelf = new KeyShelf(3);

    @Test
    void theSameSpecificationIsReadOnce() {
        assertThat(shelf.of(number("1"))).isSameAs(shelf.of(number("1")));
        assertThat(shelf.of(number("1"))).isNotEqualTo(shelf.of(number("2")));
    }

    @Test
    void aMalformedOneIsRefusedEachTime() {
        var malformed = number("1 +");

        assertThat(shelf.of(malformed)).isInstanceOf(AnswerKey.KeyReading.Refused.class);
        assertThat(shelf.of(malformed)).isInstanceOf(AnswerKey.KeyReading.Refused.class);
    }

    @Test
    void beyondItsRoomTheOneUnusedForLongestGoes() {
        var first = shelf.of(number("1"));
        var second = shelf.of(number("2"));
        shelf.of(number("3"));
        shelf.of(number("1"));
        shelf.of(number("4"));

        assertThat(shelf.size()).isEqualTo(3);
        assertThat(shelf.of(number("1"))).isSameAs(first);
        assertThat(shelf.of(number("2"))).isNotSameAs(second);
    }

    private static AnswerSpec number(String key) {
        return new AnswerSpec("number", List.of(key), Map.of(), Map.of(), List.of());
    }
}

package org.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingLinesTest {

    /** What waits, apart from others of the same asker. */
    private static final class Turn {
        private final String asker;

        Turn(String asker) {
            this.asker = asker;
        }

        String asker() {
            return asker;
        }
    }

    private final WaitingLines<Turn> lines = new WaitingLines<>(Turn::asker);

    @Test
    void askersTakeTurnsHoweverMuchOneOfThemAsks() {
        var names = "a a a b a c b".split(" ");
        for (var name : names) {
            lines.add(new Turn(name));
        }
        var gone = new Turn("b");
        lines.add(gone);
        lines.remove(gone);

        var served = Stream.generate(() -> lines.next(asker -> true))
                .limit(names.length)
                .map(turn -> turn.orElseThrow().asker())
                .toList();

        assertThat(served).containsExactly("a", "b", "c", "a", "b", "a", "a");
        assertThat(lines.size()).isZero();
    }

    @Test
    void theLastOfTheLongestLineIsTold() {
        var last = new Turn("a");
        Stream.of(new Turn("b"), new Turn("a"), last).forEach(lines::add);

        assertThat(lines.lastOfLongest()).containsSame(last);
        assertThat(lines.size()).isEqualTo(3);
    }
}

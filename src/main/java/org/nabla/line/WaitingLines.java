package org.nabla.line;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Those who wait, each asker in a line of its own: the askers take turns, so that whoever asks a thousand times delays the
 * others by one. Not for several threads.
 *
 * @param <T> what waits
 */
public final class WaitingLines<T> {
    private final Function<T, String> asker;
    private final Map<String, Deque<T>> lines = new LinkedHashMap<>();
    private int size;

    /** @param asker whose it is */
    public WaitingLines(Function<T, String> asker) {
        this.asker = asker;
    }

    public void add(T one) {
        lines.computeIfAbsent(asker.apply(one), name -> new ArrayDeque<>()).add(one);
        size++;
    }

    /** What comes next among these askers; it leaves its line, and its asker goes to the end. */
    public Optional<T> next(Predicate<String> askers) {
        return lines.keySet().stream().filter(askers).findFirst().map(name -> {
            var line = Objects.requireNonNull(lines.remove(name));
            var one = line.remove();
            if (!line.isEmpty()) {
                lines.put(name, line);
            }
            size--;
            return one;
        });
    }

    public boolean hasOneOf(Predicate<String> askers) {
        return lines.keySet().stream().anyMatch(askers);
    }

    /** The last of the longest line: whoever waits longest has the best claim. It stays there. */
    public Optional<T> lastOfLongest() {
        return lines.values().stream().max(Comparator.comparingInt(Deque::size)).map(Deque::getLast);
    }

    /** Whether it was waiting. */
    public boolean remove(T one) {
        var name = asker.apply(one);
        var line = lines.get(name);
        if (line == null || !line.remove(one)) {
            return false;
        }
        if (line.isEmpty()) {
            lines.remove(name);
        }
        size--;
        return true;
    }

    public int size() {
        return size;
    }

    public void forEach(Consumer<T> action) {
        lines.values().forEach(line -> line.forEach(action));
    }
}
